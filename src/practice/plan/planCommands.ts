import type { PracticeRoom } from '../room';
import { chooseFocus } from './chooseFocus';
import { addEvidence, openEvidence, removeEvidence } from './evidenceActions';
import { addToWeek, askExercise, markDone, markNotDone, readGuide, removeFromWeek } from './exerciseActions';
import type { Plan } from './plan';
import { evidenceIdIn, exerciseIdIn } from './planArgument';
import type { ExerciseState } from './progress';
import type { PlanCommand } from './registerPlan';
import { writeReview } from './writeReview';

type Run = (room: PracticeRoom, argument: unknown) => unknown;

/** What each of the plan's commands does. */
export const planCommands: Readonly<Record<PlanCommand, Run>> = {
  'practice.openExercise': async ({ plan: { plan, pages } }, argument) => {
    const state = exerciseIn(plan, argument) ?? (await askExercise(plan));
    if (state) {
      await pages.open(state.exercise);
    }
  },
  'practice.readGuide': onExercise(readGuide),
  'practice.logFor': onExercise((_plan, state, { offers }) => offers.logFor(state)),
  'practice.addEvidence': onExercise(addEvidence),
  'practice.markDone': onExercise(markDone),
  'practice.markNotDone': onExercise(markNotDone),
  'practice.addToWeek': onExercise(addToWeek),
  'practice.removeFromWeek': async ({ plan: { plan } }, argument) => {
    const id = exerciseIdIn(argument);
    if (id !== undefined) {
      await removeFromWeek(plan, id);
    }
  },
  'practice.openEvidence': onEvidence(openEvidence),
  'practice.removeEvidence': onEvidence(removeEvidence),
  'practice.acceptEvidence': ({ plan: { offers } }) => offers.accept(),
  'practice.chooseFocus': ({ plan: { plan } }) => chooseFocus(plan),
  weeklyReview: ({ plan: { plan } }) => writeReview(plan),
};

function exerciseIn(plan: Plan, argument: unknown): ExerciseState | undefined {
  const id = exerciseIdIn(argument);
  return id === undefined ? undefined : plan.state(id);
}

function onExercise(
  run: (plan: Plan, state: ExerciseState, room: PracticeRoom['plan']) => Promise<void>,
): Run {
  return async ({ plan: room }, argument) => {
    const state = exerciseIn(room.plan, argument);
    if (state) {
      await run(room.plan, state, room);
    }
  };
}

function onEvidence(run: (plan: Plan, id: string) => Promise<void>): Run {
  return async ({ plan: { plan } }, argument) => {
    const id = evidenceIdIn(argument);
    if (id !== undefined) {
      await run(plan, id);
    }
  };
}
