import * as vscode from 'vscode';
import type { ErrorAction } from '../../platform/errors';

/** The next step where what a moment should begin with can't be read: it begins with nothing. */
export function logWithout(): ErrorAction {
  return {
    title: vscode.l10n.t('Log Without It'),
    run: () => vscode.commands.executeCommand('belay.logMoment'),
  };
}
