import * as vscode from 'vscode';

/** The walkthrough's steps that code completes, as their `completionEvents` in package.json name them. */
export type WalkthroughStep = 'read' | 'bookmark' | 'coached' | 'logged' | 'practised' | 'carried';

/**
 * Completes a step of the walkthrough. VS Code completes it when a context becomes true, and never where the
 * context was true already when the walkthrough was first looked at; so it is true for a moment only.
 */
export async function completeStep(step: WalkthroughStep): Promise<void> {
  const context = `belay.did.${step}`;
  await vscode.commands.executeCommand('setContext', context, true);
  await vscode.commands.executeCommand('setContext', context, false);
}
