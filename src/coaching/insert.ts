import * as vscode from 'vscode';
import { UserError } from '../platform/errors';
import { isProse } from './commentSyntax';
import { commentFormFor } from './languages';
import { previewOf, toSnippet } from './snippetBody';
import type { Template } from './template';

/**
 * Inserts `template` at the cursor of `editor`: as text where prose is written, else as a comment in the
 * language's syntax. Selected text stays as it is. Nothing is lost where the editor takes no edit: the
 * comment then goes to the clipboard, and the error says so.
 */
export async function insertTemplate(
  editor: vscode.TextEditor,
  template: Template,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const { document } = editor;
  const before = document.version;
  if (document.uri.scheme === 'comment') {
    await insertIntoCommentBox(editor, template);
  } else if (isProse(document.uri.scheme, document.languageId)) {
    await insertAsProse(editor, template);
  } else {
    await insertAsComment(editor, template, log);
  }
  // What the edits themselves report is no proof: in a read-only editor they claim success.
  const inserted = document.version !== before;
  if (!inserted) {
    await vscode.env.clipboard.writeText(previewOf(template.body));
    throw new UserError(
      vscode.l10n.t(
        'This editor can’t be changed, so the comment is on the clipboard instead. Paste it where you need it.',
      ),
    );
  }
}

/**
 * A comment box is no ordinary editor: a snippet goes in through a command that writes where the focus is.
 * So the focus has to be back in the box; an empty one may have closed while the list was open, and its
 * document then takes the text as it is.
 */
async function insertIntoCommentBox(
  { document, selection }: vscode.TextEditor,
  template: Template,
): Promise<void> {
  if (vscode.window.activeTextEditor?.document === document) {
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      snippet: toSnippet(template.body, 'text'),
    });
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, selection.active, previewOf(template.body));
  await vscode.workspace.applyEdit(edit);
}

function snippet(text: string): vscode.SnippetString {
  return new vscode.SnippetString(text);
}

/** At the cursor; with text selected as a paragraph of its own behind it, since that is what it is about. */
async function insertAsProse(editor: vscode.TextEditor, template: Template): Promise<void> {
  const { selection, document } = editor;
  const text = toSnippet(template.body, 'text');
  await (selection.isEmpty
    ? editor.insertSnippet(snippet(text), selection.active)
    : editor.insertSnippet(snippet(`\n\n${text}`), document.lineAt(selection.end).range.end));
}

/** On an empty line the comment takes that line; elsewhere it gets lines of its own above, so that no code ends up inside it. */
async function insertAsComment(
  editor: vscode.TextEditor,
  template: Template,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const form = await commentFormFor(editor.document.languageId, log);
  const text = toSnippet(template.body, form);
  const line = editor.document.lineAt(editor.selection.start.line);
  await (line.isEmptyOrWhitespace
    ? editor.insertSnippet(snippet(text), editor.selection.start)
    : editor.insertSnippet(
        snippet(`${text}\n`),
        new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex),
      ));
}
