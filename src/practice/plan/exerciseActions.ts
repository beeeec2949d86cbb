import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import { toLocalIso } from '../../platform/time';
import { doneId, type Focus, focusId } from '../entry';
import { mostFocused } from './focus';
import type { Plan } from './plan';
import { stateText } from './planWords';
import type { ExerciseState } from './progress';
import { mondayOf } from './week';

/** Lets the user choose an exercise. */
export async function askExercise(plan: Plan): Promise<ExerciseState | undefined> {
  const items = plan.states.map(state => ({
    state,
    label: plainMessage(state.exercise.title),
    description: stateText(state),
    detail: plainMessage(plan.stepTitle(state.exercise)),
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open an Exercise'),
    placeHolder: vscode.l10n.t('What it trains, its first move, and what shows it'),
    matchOnDetail: true,
  });
  return chosen?.state;
}

/** Opens the guide's section about an exercise. */
export async function readGuide(plan: Plan, { exercise }: ExerciseState): Promise<void> {
  await plan.parts.ports.openGuide(exercise.guide ?? exercise.step);
}

/** Says that an exercise is done, by the user's word, and offers to take that back. */
export async function markDone(plan: Plan, { exercise, done }: ExerciseState): Promise<void> {
  if (done !== undefined) {
    return;
  }
  const { store, reporter } = plan.parts;
  const id = doneId(exercise.id);
  await store.put({ type: 'done', id, exercise: exercise.id, done: toLocalIso(plan.now()) });
  offerUndo(vscode.l10n.t('Done: “{0}”', plainMessage(exercise.title)), () => store.delete(id)).catch(error =>
    reporter.report(error),
  );
}

/** Takes the user's word back that an exercise is done, and offers to give it again. */
export async function markNotDone(plan: Plan, { exercise }: ExerciseState): Promise<void> {
  const { store, reporter } = plan.parts;
  const entry = store.find('done', doneId(exercise.id));
  if (!entry) {
    return;
  }
  await store.delete(entry.id);
  offerUndo(vscode.l10n.t('Not done: “{0}”', plainMessage(exercise.title)), () => store.put(entry)).catch(
    error => reporter.report(error),
  );
}

/** Has this week be about these exercises. */
export async function pick(plan: Plan, exercises: readonly string[]): Promise<void> {
  const monday = mondayOf(plan.today);
  const before: Focus = plan.focusOf(monday) ?? {
    type: 'focus',
    id: focusId(monday),
    week: monday,
    exercises: [],
  };
  await plan.parts.store.put({ ...before, exercises: [...exercises] });
}

/** Adds an exercise to this week's. */
export async function addToWeek(plan: Plan, { exercise }: ExerciseState): Promise<void> {
  const before = plan.picked;
  if (before.includes(exercise.id)) {
    return;
  }
  if (before.length >= mostFocused) {
    throw new UserError(vscode.l10n.t('Three exercises are enough for a week. Take one out first.'), [
      {
        title: vscode.l10n.t('Choose This Week’s Focus…'),
        run: () => vscode.commands.executeCommand('belay.practice.chooseFocus'),
      },
    ]);
  }
  await pick(plan, [...before, exercise.id]);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Added to this week: “{0}”', plainMessage(exercise.title)),
    5000,
  );
}

/** Takes an exercise out of this week's, and offers to put it back. */
export async function removeFromWeek(plan: Plan, id: string): Promise<void> {
  const before = plan.picked;
  const at = before.indexOf(id);
  if (at < 0) {
    return;
  }
  await pick(plan, before.toSpliced(at, 1));
  const title = plan.state(id)?.exercise.title ?? id;
  const undo = async () => {
    const now = plan.picked;
    if (!now.includes(id)) {
      await pick(plan, now.toSpliced(at, 0, id));
    }
  };
  offerUndo(vscode.l10n.t('Taken out of this week: “{0}”', plainMessage(title)), undo).catch(error =>
    plan.parts.reporter.report(error),
  );
}
