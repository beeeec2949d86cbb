import * as vscode from 'vscode';

/** Says what was done with a button that takes it back. Resolves when the message is answered or closed. */
export async function offerUndo(text: string, undo: () => Promise<void>): Promise<void> {
  const button = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(text, button)) === button) {
    await undo();
  }
}
