import * as vscode from 'vscode';
import type { Disposable } from './disposables';
import { messageOf } from './errors';
import type { Reporter } from './reporting';

/** Reads again when the window is come back to: other windows may have written meanwhile. `what` names it in the log. */
export function refreshOnFocus(what: string, read: () => Promise<void>, { log }: Reporter): Disposable {
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) {
      read().catch(error => log.warn(`${what}: ${messageOf(error)}`));
    }
  });
}
