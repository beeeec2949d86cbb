import type { Exercise } from '../../../src/practice/content/exercise';
import { type Evidence, evidenceId } from '../../../src/practice/entry';
import { type ExerciseState, exerciseStates } from '../../../src/practice/plan/progress';

/** An exercise whose details don't matter to the test: two moments make it done. */
export function anExercise(
  id: string,
  {
    evidence,
    ...details
  }: Partial<Omit<Exercise, 'evidence'>> & { evidence?: Partial<Exercise['evidence']> } = {},
): Exercise {
  return {
    id,
    title: `Title of ${id}`,
    step: 'start-mentoring',
    purpose: `What ${id} trains`,
    first: `Begin ${id}`,
    done: `When ${id} is done`,
    evidence: {
      counts: `What counts for ${id}`,
      kinds: ['pairing'],
      skills: [],
      dimensions: [],
      words: [],
      moments: 2,
      ...evidence,
    },
    after: [],
    sources: [],
    origin: 'belay',
    markdown: `How to do ${id}.`,
    ...details,
  };
}

/** A mark of evidence, with the moment of `day`. */
export function aMark(
  exercise: string,
  moment: string,
  day = '2026-03-01',
  details: Partial<Evidence> = {},
): Evidence {
  const when = `${day}T14:30:00+01:00`;
  return {
    type: 'evidence',
    id: evidenceId(exercise, moment),
    exercise,
    moment: { id: moment, when, what: `what happened in ${moment}`, who: ['Ana'], workspace: 'here' },
    added: when,
    ...details,
  };
}

/** The state of an exercise with moments of these days. */
export function aState(exercise: Exercise, ...days: readonly string[]): ExerciseState {
  const marks = days.map((day, index) => aMark(exercise.id, `${exercise.id} ${index}`, day));
  const [state] = exerciseStates([exercise], marks, []);
  if (!state) {
    throw new Error('There is one state of one exercise');
  }
  return state;
}
