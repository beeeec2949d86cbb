import * as vscode from 'vscode';
import { offer } from './offer';

/** Says what was done with a button that takes it back. Resolves when the message is answered or closed. */
export function offerUndo(text: string, undo: () => Promise<void>): Promise<void> {
  return offer(text, [{ title: vscode.l10n.t('Undo'), run: undo }]);
}
