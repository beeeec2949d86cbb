import * as vscode from 'vscode';
import { captureAnchor, type LineRange } from '../../platform/anchors/anchor';
import { locate } from '../../platform/anchors/locate';
import { isStored, linesOf, selectedLines } from '../../platform/codePlace';
import { isCommentBox } from '../../platform/commentBox';
import { UserError } from '../../platform/errors';
import { isOldSide, newSideOf } from './files';

/** The lines of a document that a note is to be about. */
export interface NoteTarget {
  readonly document: vscode.TextDocument;
  readonly at: LineRange;
}

/**
 * What is selected in `editor`, or the line with the cursor. On the left side of a comparison it is the same lines
 * on the right side. Throws a `UserError` where no note can be kept.
 */
export async function targetOf(editor: vscode.TextEditor | undefined): Promise<NoteTarget> {
  if (!editor || isCommentBox(editor.document)) {
    throw new UserError(
      vscode.l10n.t(
        'A review note is kept on a line of code. Open a file, put the cursor there and try again.',
      ),
    );
  }
  const { document, selection } = editor;
  if (!isStored(document)) {
    throw new UserError(
      document.isUntitled
        ? vscode.l10n.t('This text isn’t a file yet. Save it, then add the review note.')
        : vscode.l10n.t('This isn’t a file, so a review note on it couldn’t be found again.'),
      document.isUntitled
        ? [
            {
              title: vscode.l10n.t('Save As…'),
              run: () => vscode.commands.executeCommand('workbench.action.files.saveAs'),
            },
          ]
        : [],
    );
  }
  const { firstLine, lastLine } = selectedLines(selection);
  const at = { start: firstLine - 1, end: lastLine - 1 };
  const newSide = isOldSide(document) ? newSideOf(document.uri) : undefined;
  return newSide ? onNewSide(document, at, newSide) : { document, at };
}

async function onNewSide(
  old: vscode.TextDocument,
  { start, end }: LineRange,
  uri: vscode.Uri,
): Promise<NoteTarget> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = locate(captureAnchor(linesOf(old), start, end), linesOf(document));
  if (!found || found.confidence === 'unsure') {
    throw new UserError(
      vscode.l10n.t('These lines aren’t in the new version. Add the review note on the right side.'),
    );
  }
  return { document, at: { start: found.start, end: found.end } };
}
