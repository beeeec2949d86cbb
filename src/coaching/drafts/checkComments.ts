import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import type { DraftFindings } from './draftFindings';
import { goodOf } from './statusItem';

/**
 * `Belay: Check Review Comments`: checks the selected text, else what is on the clipboard. What was found is
 * shown in a document of its own, with the same quick fixes, to be copied back.
 */
export async function checkComments(drafts: DraftFindings): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const content = selected.trim() === '' ? await vscode.env.clipboard.readText() : selected;
  if (content.trim() === '') {
    throw new UserError(
      vscode.l10n.t('There is nothing to check: select a comment, or copy one, and try again.'),
    );
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  drafts.watch(document);
  const draft = drafts.draft(document);
  await vscode.window.showTextDocument(document);
  const good = draft ? goodOf(draft).join(' · ') : '';
  const count = draft?.findings.length ?? 0;
  const found = !draft?.isRead
    ? vscode.l10n.t('The check reads English, and this seems to be another language.')
    : count === 0
      ? vscode.l10n.t('Nothing to reword.')
      : vscode.l10n.t('{0} places to reword: F8 goes to the next, Ctrl+. offers other words.', count);
  vscode.window.setStatusBarMessage(`$(mortar-board) ${[found, good].filter(Boolean).join(' ')}`, 12_000);
}
