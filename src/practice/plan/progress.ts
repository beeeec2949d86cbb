import { type Exercise, type StepId, stepIds } from '../content/exercise';
import type { Done, Evidence } from '../entry';

/** How far an exercise is: what shows it, and whether it is done. */
export interface ExerciseState {
  readonly exercise: Exercise;
  /** The latest moment first. */
  readonly evidence: readonly Evidence[];
  /** When it was done: by the user's word, or by the moment that made the evidence enough. */
  readonly done: string | undefined;
  /** It is the user's word alone that makes it done. */
  readonly byWord: boolean;
}

/** One of the five steps with its exercises. */
export interface StepState {
  readonly step: StepId;
  readonly exercises: readonly ExerciseState[];
  /** How many of them are done. */
  readonly done: number;
  /** How many moments show them, none counted twice. */
  readonly moments: number;
}

/** The state of each exercise, in the order given. */
export function exerciseStates(
  exercises: readonly Exercise[],
  evidence: readonly Evidence[],
  done: readonly Done[],
): ExerciseState[] {
  const byExercise = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const known = byExercise.get(one.exercise);
    if (known) {
      known.push(one);
    } else {
      byExercise.set(one.exercise, [one]);
    }
  }
  const doneById = new Map(done.map(entry => [entry.exercise, entry.done]));
  return exercises.map(exercise => {
    const found = (byExercise.get(exercise.id) ?? []).toSorted(
      (a, b) => Date.parse(b.moment.when) - Date.parse(a.moment.when),
    );
    const enough = found.toReversed()[exercise.evidence.moments - 1];
    const said = doneById.get(exercise.id);
    return {
      exercise,
      evidence: found,
      done: said ?? enough?.moment.when,
      byWord: said !== undefined && !enough,
    };
  });
}

/** The five steps, whose exercises `states` are. */
export function stepStates(states: readonly ExerciseState[]): StepState[] {
  return stepIds.map(step => {
    const exercises = states.filter(({ exercise }) => exercise.step === step);
    return {
      step,
      exercises,
      done: exercises.filter(({ done }) => done !== undefined).length,
      moments: new Set(exercises.flatMap(({ evidence }) => evidence.map(({ moment }) => moment.id))).size,
    };
  });
}
