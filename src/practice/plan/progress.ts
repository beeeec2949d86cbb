import type { Exercise, StepId } from '../content/exercise';
import type { Done, Evidence } from '../entry';

/** How far an exercise is: what shows it, and whether it is done. */
export interface ExerciseState {
  readonly exercise: Exercise;
  /** The latest moment first. */
  readonly evidence: readonly Evidence[];
  /** When it was done: by the user's word, or by the moment that made the evidence enough. */
  readonly done: string | undefined;
}

/** One of the five steps with its exercises. */
export interface StepState {
  readonly step: StepId;
  readonly exercises: readonly ExerciseState[];
}

/** The state of each exercise, in the order given. */
export function exerciseStates(
  exercises: readonly Exercise[],
  evidence: readonly Evidence[],
  done: readonly Done[],
): ExerciseState[] {
  const byExercise = new Map<string, Evidence[]>();
  for (const one of evidence) {
    byExercise.set(one.exercise, [...(byExercise.get(one.exercise) ?? []), one]);
  }
  const doneById = new Map(done.map(entry => [entry.exercise, entry.done]));
  return exercises.map(exercise => {
    const found = (byExercise.get(exercise.id) ?? []).toSorted(
      (a, b) => Date.parse(b.moment.when) - Date.parse(a.moment.when),
    );
    const enough = found.toReversed()[exercise.evidence.moments - 1];
    return { exercise, evidence: found, done: doneById.get(exercise.id) ?? enough?.moment.when };
  });
}
