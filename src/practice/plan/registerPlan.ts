import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { listFiles } from '../../platform/files';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { PracticeRoom } from '../room';

/** The plan's commands, without `belay.`; `planCommands.ts` says what each does. */
const commands = [
  'practice.openExercise',
  'practice.readGuide',
  'practice.logFor',
  'practice.addEvidence',
  'practice.removeEvidence',
  'practice.openEvidence',
  'practice.markDone',
  'practice.markNotDone',
  'practice.addToWeek',
  'practice.removeFromWeek',
  'practice.acceptEvidence',
  'practice.chooseFocus',
  'weeklyReview',
] as const;
export type PlanCommand = (typeof commands)[number];

/** So long after VS Code has started it is seen whether a weekly review would be due: nobody is in a hurry for it. */
const wakeDelayMs = 12_000;

/** What the plan has running from the start. */
export interface PlanRegistration extends Disposable {
  /** Practice is in use: the user is reminded of weekly reviews. */
  readonly wake: () => void;
}

/** The plan's commands, the pages of its exercises, and what reminds of the weekly review. */
export function registerPlan(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  enter: () => Promise<PracticeRoom>,
): PlanRegistration {
  const store = new DisposableStore();
  for (const name of commands) {
    store.add(
      registerCommand(`belay.${name}`, reporter, async argument => {
        const [room, { planCommands }] = await Promise.all([enter(), import('./planCommands')]);
        return planCommands[name](room, argument);
      }),
    );
  }

  const changed = store.add(new vscode.EventEmitter<vscode.Uri>());
  let isFollowing = false;
  store.add(
    vscode.workspace.registerTextDocumentContentProvider('belay-exercise', {
      onDidChange: changed.event,
      provideTextDocumentContent: async uri => {
        const { pages } = (await enter()).plan;
        if (!isFollowing) {
          isFollowing = true;
          store.add(pages.onDidChange(page => changed.fire(page)));
        }
        return pages.provideTextDocumentContent(uri);
      },
    }),
  );

  let isAwake = false;
  const quietly = (work: Promise<unknown>) => {
    work.catch(error => reporter.log.warn(`Practice: ${messageOf(error)}`));
  };
  const wake = () => {
    if (!isAwake) {
      isAwake = true;
      quietly(import('./reminder').then(module => store.add(new module.ReviewReminder(enter, reporter))));
    }
  };
  const timer = setTimeout(
    () =>
      quietly(
        listFiles(vscode.Uri.joinPath(context.globalStorageUri, 'practice')).then(
          files => files.length > 0 && wake(),
        ),
      ),
    wakeDelayMs,
  );
  store.add({ dispose: () => clearTimeout(timer) });
  return { dispose: () => store.dispose(), wake };
}
