import * as vscode from 'vscode';
import { registerCoaching } from './coaching';
import { registerReviewNotes } from './coaching/notes';
import { registerGuide } from './guide';
import { registerJournal } from './journal';
import { createReporter } from './platform/reporting';

/** Builds the features and hands each what it needs of the others; decides nothing itself. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Belay', { log: true });
  const reporter = createReporter(log);
  context.subscriptions.push(
    log,
    registerGuide(context, reporter, {
      insertTemplate: async template =>
        (await vscode.commands.executeCommand('belay.insertCoachingComment', { template })) === true,
      logMoment: async preset => (await vscode.commands.executeCommand('belay.logMoment', preset)) === true,
    }),
    registerCoaching(context, reporter, {
      openGuide: async (section, heading) => {
        await vscode.commands.executeCommand('belay.openGuide', { section, heading });
      },
    }),
    registerReviewNotes(context, reporter),
    registerJournal(context, reporter, {
      gitPlaceOf: async file => (await import('./platform/git')).gitPlaceOf(file, log),
    }),
  );
}
