import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { Mix } from './mix';
import { isChecked } from './places';
import type { DraftsRoom } from './room';
import { silenceHereCommand, silenceRule, silenceRuleCommand } from './silence';

/** What the quick fix for one place hands to its command. */
const PlaceSchema = v.looseObject({ rule: v.string(), start: v.number(), end: v.number() });
const TargetSchema = v.picklist(['me', 'workspace']);

/** The wording check as other rooms see it. */
export interface Drafts extends Disposable {
  /** What the user's review comments were made of, by month. */
  mix(): Promise<Mix>;
}

/** The wording check: looks at drafts while they are written. Its rules are loaded with the first draft. */
export function registerDrafts(context: vscode.ExtensionContext, reporter: Reporter): Drafts {
  const store = new DisposableStore();
  let room: Promise<DraftsRoom> | undefined;
  const enter = () => {
    room ??= import('./room').then(module => store.add(new module.DraftsRoom(context, reporter.log)));
    return room;
  };
  const look = (document: vscode.TextDocument) => {
    if (room === undefined && isChecked(document)) {
      enter().catch(error => reporter.report(error));
    }
  };
  store.add(vscode.workspace.onDidOpenTextDocument(look));
  store.add(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('belay.wording')) {
        vscode.workspace.textDocuments.forEach(look);
      }
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
  store.add(
    registerCommand('belay.checkReviewComments', reporter, async () => {
      const { checkComments } = await import('./checkComments');
      await checkComments((await enter()).findings);
    }),
  );
  store.add(
    registerCommand('belay.showReviewMix', reporter, async () => {
      const { showMix } = await import('./mixCounter');
      await showMix((await enter()).mix);
    }),
  );
  store.add(
    registerCommand(silenceHereCommand, reporter, async (uri, finding) => {
      const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === String(uri));
      if (document && v.is(PlaceSchema, finding)) {
        const { silence, findings } = await enter();
        silence.here(document, finding);
        findings.refresh(document);
      }
    }),
  );
  store.add(
    registerCommand(silenceRuleCommand, reporter, async (rule, target) => {
      await silenceRule(v.parse(v.string(), rule), v.parse(TargetSchema, target));
      const settings = vscode.l10n.t('Open Settings');
      const text = vscode.l10n.t('“{0}” is silent now. Belay’s settings list what is.', String(rule));
      if ((await vscode.window.showInformationMessage(text, settings)) === settings) {
        await vscode.commands.executeCommand('workbench.action.openSettings', 'belay.wording.silencedRules');
      }
    }),
  );
  return { dispose: () => store.dispose(), mix: async () => (await enter()).mix.mix };
}
