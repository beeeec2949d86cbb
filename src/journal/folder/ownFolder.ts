import * as vscode from 'vscode';

/** The setting that names a folder of the user's own for the journal. */
export const journalFolderSetting = 'belay.journal.folder';

/** What it says; '' where the journal is in VS Code's storage. */
export function ownFolderText(): string {
  const text: unknown = vscode.workspace.getConfiguration().get(journalFolderSetting);
  return typeof text === 'string' ? text.trim() : '';
}
