import * as vscode from 'vscode';

/** The setting that lets tools use the journal. */
export const journalSetting = 'belay.models.journal';

/** Whether the user has turned all of VS Code's AI features off; versions without that setting have them on. */
export function isOff(): boolean {
  return vscode.workspace.getConfiguration('chat').get('disableAIFeatures') === true;
}

/**
 * Whether models may use the journal of this workspace. Only what is set for the workspace counts: saying yes
 * for one must not say it for all. A workspace that isn't trusted can't say it.
 */
export function mayUseJournal(): boolean {
  const set = vscode.workspace.getConfiguration().inspect<unknown>(journalSetting);
  return vscode.workspace.isTrusted && set?.workspaceValue === true;
}
