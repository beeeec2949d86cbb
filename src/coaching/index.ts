import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposables';
import { type Reporter, registerCommand } from '../platform/reporting';

/** Coaching comments: the command that inserts one. Its code is loaded at first use. */
export function registerCoaching(context: vscode.ExtensionContext, reporter: Reporter): Disposable {
  const file = vscode.Uri.joinPath(context.extensionUri, 'snippets', 'coaching-comments.json');
  return registerCommand('belay.insertCoachingComment', reporter, async argument => {
    const { insertCoachingComment } = await import('./insertCommand');
    return insertCoachingComment(file, argument, reporter);
  });
}
