import * as vscode from 'vscode';
import { type ErrorAction, messageOf, UserError } from './errors';

/** Turns errors into what the user sees and what the log keeps. */
export interface Reporter {
  readonly log: vscode.LogOutputChannel;
  /** Shows `error` with its next steps. Resolves when the message is answered or closed. */
  report(error: unknown): Promise<void>;
}

/** A reporter that writes to Belay's output channel. */
export function createReporter(log: vscode.LogOutputChannel): Reporter {
  return {
    log,
    async report(error) {
      const actions: ErrorAction[] = error instanceof UserError ? [...error.actions] : [];
      if (!(error instanceof UserError)) {
        actions.push({ title: vscode.l10n.t('Show Log'), run: () => log.show() });
      }
      log.error(error instanceof Error ? error : String(error));
      const text =
        error instanceof UserError
          ? error.message
          : vscode.l10n.t('Belay ran into a problem: {0}', messageOf(error));
      const chosen = await vscode.window.showErrorMessage(text, ...actions.map(action => action.title));
      try {
        await actions.find(action => action.title === chosen)?.run();
      } catch (next) {
        await this.report(next);
      }
    },
  };
}

/**
 * Registers a command whose failures are reported. The command itself settles as soon as its work does:
 * an unanswered message must not keep whoever ran the command waiting.
 */
export function registerCommand(
  id: string,
  reporter: Reporter,
  run: (...args: unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await run(...args);
    } catch (error) {
      void reporter.report(error);
      return undefined;
    }
  });
}
