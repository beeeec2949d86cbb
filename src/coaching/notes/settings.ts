import * as vscode from 'vscode';

/** Whether VS Code's `+` beside each line begins a review note. */
export function hasGutter(): boolean {
  return vscode.workspace.getConfiguration('belay.reviewNotes').get('gutter') === true;
}
