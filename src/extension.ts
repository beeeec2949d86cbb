import * as vscode from 'vscode';
import { registerCoaching } from './coaching';
import { registerReviewNotes } from './coaching/notes';
import { guideLink, registerGuide } from './guide';
import { registerJournal } from './journal';
import { registerModels } from './models';
import { createReporter } from './platform/reporting';
import { registerPractice } from './practice';

/** Builds the features and hands each what it needs of the others; decides nothing itself. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Belay', { log: true });
  const reporter = createReporter(log);
  const logMoment = async (preset: unknown) =>
    (await vscode.commands.executeCommand('belay.logMoment', preset)) === true;
  const openGuide = async (section: string, heading?: string) => {
    await vscode.commands.executeCommand('belay.openGuide', { section, heading });
  };
  const guide = registerGuide(context, reporter, {
    insertTemplate: async template =>
      (await vscode.commands.executeCommand('belay.insertCoachingComment', { template })) === true,
    logMoment,
  });
  const coaching = registerCoaching(context, reporter, { openGuide });
  const journal = registerJournal(context, reporter, {
    gitPlaceOf: async file => (await import('./platform/git')).gitPlaceOf(file, log),
    offerFor: moment => practice.offerFor(moment),
    openPractice: () => practice.forgetPlace(),
  });
  const practice = registerPractice(context, reporter, {
    journal,
    logMoment,
    openGuide,
    guideLink: id => guideLink(vscode.env.uriScheme, context.extension.id, { id }),
    reviewMix: coaching.mix,
  });
  const models = registerModels({ guide, coaching, journal, practice }, reporter);
  context.subscriptions.push(
    log,
    guide,
    coaching,
    registerReviewNotes(context, reporter),
    journal,
    practice,
    models,
  );
}
