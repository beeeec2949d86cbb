import * as v from 'valibot';
import * as vscode from 'vscode';
import { isCommentBox } from '../../platform/commentBox';
import { UserError } from '../../platform/errors';
import { UriSchema } from '../../platform/gitApi';
import type { RephraseRequest } from './request';

/** A comment that is being written, and where. */
export interface Target extends RephraseRequest {
  readonly document: vscode.TextDocument;
  /** Where it stands in the document. */
  readonly range: vscode.Range;
}

/** A thread of this extension host's; of others VS Code gives only an id. */
const ThreadSchema = v.object({
  uri: UriSchema,
  range: v.custom<vscode.Range>(value => value instanceof vscode.Range),
});

/** Lines around those that a comment is on aren't sent; so many of these are at most. */
const mostLines = 80;

/**
 * The comment to rephrase: what stands in `thread`'s box, in the box with the cursor, or what is selected. Throws
 * a `UserError` where there is none.
 */
export async function targetOf(
  thread: unknown,
  boxOf: (thread: unknown) => vscode.TextDocument | undefined,
): Promise<Target> {
  const editor = vscode.window.activeTextEditor;
  const isInBox = editor && isCommentBox(editor.document);
  const document = isInBox && thread === undefined ? editor.document : boxOf(thread);
  const found =
    thread === undefined && editor && !isInBox && !editor.selection.isEmpty
      ? { document: editor.document, range: new vscode.Range(editor.selection.start, editor.selection.end) }
      : document && { document, range: document.validateRange(everything) };
  const comment = found?.document.getText(found.range) ?? '';
  if (!found || comment.trim() === '') {
    throw new UserError(
      vscode.l10n.t(
        'There is no comment to rephrase: write one in a comment box, or select its text, and try again.',
      ),
    );
  }
  return { ...found, comment, code: await codeOf(thread) };
}

const everything = new vscode.Range(0, 0, Number.MAX_SAFE_INTEGER, 0);

/** The lines that a thread is on; nothing where VS Code doesn't tell them or they can't be read. */
async function codeOf(thread: unknown): Promise<string> {
  if (!v.is(ThreadSchema, thread)) {
    return '';
  }
  try {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const { start, end } = thread.range;
    const last = Math.min(end.line, start.line + mostLines - 1, document.lineCount - 1);
    return document.getText(
      document.validateRange(new vscode.Range(start.line, 0, last, Number.MAX_SAFE_INTEGER)),
    );
  } catch {
    return '';
  }
}
