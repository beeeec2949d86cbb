import assert from 'node:assert/strict';
import type { Done } from '../../../src/practice/entry';
import { exerciseStates, stepStates } from '../../../src/practice/plan/progress';
import { aMark, anExercise } from './exercises';

const done = (exercise: string, day: string): Done => ({
  type: 'done',
  id: `done ${exercise}`,
  exercise,
  done: `${day}T10:00:00Z`,
});

describe('the state of an exercise', () => {
  const stateOf = (marks: ReturnType<typeof aMark>[], said: Done[] = []) =>
    exerciseStates([anExercise('a')], marks, said)[0];

  it('has its evidence, the latest first, whatever the order and the time zones', () => {
    const early = aMark('a', 'early', '2026-03-01');
    const late = aMark('a', 'late', '2026-03-01', {
      moment: { id: 'late', when: '2026-03-01T14:00:00Z', what: 'x', who: [] },
    });
    assert.deepEqual(stateOf([early, late, aMark('b', 'other')])?.evidence, [late, early]);
  });

  it('is done by the moment that makes the evidence enough', () => {
    assert.equal(stateOf([aMark('a', '1', '2026-03-01')])?.done, undefined);
    const state = stateOf(['05', '01', '03'].map(day => aMark('a', day, `2026-03-${day}`)));
    assert.equal(state?.done, '2026-03-03T14:30:00+01:00');
    assert.equal(state?.byWord, false);
  });

  it('is done by the user’s word, which alone can be taken back', () => {
    const state = stateOf([], [done('a', '2026-03-09')]);
    assert.equal(state?.done, '2026-03-09T10:00:00Z');
    assert.equal(state?.byWord, true);
    const both = stateOf([aMark('a', '1'), aMark('a', '2')], [done('a', '2026-03-09')]);
    assert.equal(both?.byWord, false);
  });

  it('is of each exercise, in their order, evidence for what isn’t there left aside', () => {
    const states = exerciseStates(
      [anExercise('b'), anExercise('a')],
      [aMark('gone', 'x')],
      [done('gone', '2026-03-09')],
    );
    assert.deepEqual(
      states.map(({ exercise, evidence, done: when }) => [exercise.id, evidence, when]),
      [
        ['b', [], undefined],
        ['a', [], undefined],
      ],
    );
  });
});

describe('the state of the steps', () => {
  it('counts what is done and the moments, one that shows two exercises once', () => {
    const exercises = [
      anExercise('a', { step: 'volunteer-to-lead', evidence: { moments: 1 } }),
      anExercise('b', { step: 'volunteer-to-lead' }),
      anExercise('c', { step: 'talk-with-your-manager' }),
    ];
    const marks = [aMark('a', 'shared'), aMark('b', 'shared'), aMark('c', 'own')];
    assert.deepEqual(
      stepStates(exerciseStates(exercises, marks, [])).map(step => [
        step.step,
        step.exercises.map(({ exercise }) => exercise.id),
        step.done,
        step.moments,
      ]),
      [
        ['start-mentoring', [], 0, 0],
        ['volunteer-to-lead', ['a', 'b'], 1, 1],
        ['improve-communication', [], 0, 0],
        ['learn-performance-management', [], 0, 0],
        ['talk-with-your-manager', ['c'], 0, 1],
      ],
    );
  });
});
