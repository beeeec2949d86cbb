import * as vscode from 'vscode';
import type { ErrorAction } from './errors';

/** Says something, with next steps as buttons. Resolves when the message is answered, the step done, or closed. */
export async function offer(text: string, actions: readonly ErrorAction[]): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(text, ...actions.map(({ title }) => title));
  await actions.find(({ title }) => title === chosen)?.run();
}
