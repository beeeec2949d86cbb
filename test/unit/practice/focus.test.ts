import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Exercise, stepIds } from '../../../src/practice/content/exercise';
import { type Focus, focusId } from '../../../src/practice/entry';
import {
  type FocusReason,
  hintsOf,
  mostFocused,
  proposals,
  weekFocus,
} from '../../../src/practice/plan/focus';
import { exerciseStates } from '../../../src/practice/plan/progress';
import { sorted } from '../support';
import { aMark, anExercise } from './exercises';

const [one, two, three] = stepIds;

/** What is proposed of `exercises`, where those of `marks` have moments of these days. */
function proposed(
  exercises: readonly Exercise[],
  marks: Readonly<Record<string, readonly string[]>> = {},
  chosen: readonly string[] = [],
): [string, FocusReason][] {
  const evidence = Object.entries(marks).flatMap(([id, days]) =>
    days.map((day, index) => aMark(id, `${id} ${index}`, day)),
  );
  return proposals(exerciseStates(exercises, evidence, []), chosen).map(({ state, reason }) => [
    state.exercise.id,
    reason,
  ]);
}

describe('what the plan proposes', () => {
  it('is for a beginner the first exercise of each step, then the second of each', () => {
    const exercises = [
      anExercise('a1', { step: one }),
      anExercise('a2', { step: one }),
      anExercise('b1', { step: two }),
      anExercise('c1', { step: three }),
      anExercise('c2', { step: three }),
    ];
    assert.deepEqual(proposed(exercises), [
      ['a1', { why: 'nothingYet', step: 1 }],
      ['b1', { why: 'nothingYet', step: 2 }],
      ['c1', { why: 'nothingYet', step: 3 }],
      ['a2', { why: 'nothingYet', step: 1 }],
      ['c2', { why: 'nothingYet', step: 3 }],
    ]);
  });

  it('begins with what was begun, that first which lacks least, then the latest', () => {
    const exercises = [
      anExercise('new', { step: two }),
      anExercise('far', { evidence: { moments: 4 } }),
      anExercise('older'),
      anExercise('newer'),
    ];
    const marks = { far: ['2026-03-09'], older: ['2026-03-01'], newer: ['2026-03-02'] };
    assert.deepEqual(proposed(exercises, marks), [
      ['newer', { why: 'begun', have: 1, of: 2 }],
      ['older', { why: 'begun', have: 1, of: 2 }],
      ['far', { why: 'begun', have: 1, of: 4 }],
      ['new', { why: 'nothingYet', step: 2 }],
    ]);
  });

  it('goes on with what was chosen last week and not begun, in the order chosen', () => {
    const exercises = ['a', 'b', 'c', 'd'].map(id => anExercise(id));
    const order = proposed(exercises, { b: ['2026-03-01'], d: ['2026-03-01', '2026-03-02'] }, [
      'c',
      'd',
      'b',
      'gone',
      'a',
    ]);
    assert.deepEqual(order, [
      ['b', { why: 'begun', have: 1, of: 2 }],
      ['c', { why: 'left' }],
      ['a', { why: 'left' }],
    ]);
  });

  it('prefers the step that has had no evidence for longest', () => {
    const exercises = [
      anExercise('a', { step: one }),
      anExercise('a done', { step: one, evidence: { moments: 1 } }),
      anExercise('b', { step: two }),
      anExercise('b done', { step: two, evidence: { moments: 1 } }),
      anExercise('c', { step: three }),
    ];
    const marks = { 'a done': ['2026-03-09'], 'b done': ['2026-03-02'] };
    assert.deepEqual(proposed(exercises, marks), [
      ['c', { why: 'nothingYet', step: 3 }],
      ['b', { why: 'quiet', step: 2, last: '2026-03-02' }],
      ['a', { why: 'quiet', step: 1, last: '2026-03-09' }],
    ]);
  });

  it('comes after what is done, and puts last what others should come before', () => {
    const exercises = [
      anExercise('early', { after: ['base', 'undone'] }),
      anExercise('next', { after: ['base'] }),
      anExercise('base', { evidence: { moments: 1 } }),
      anExercise('undone', { step: two }),
      anExercise('free', { step: three, after: ['nowhere'] }),
    ];
    assert.deepEqual(proposed(exercises, { base: ['2026-03-01'] }), [
      ['undone', { why: 'nothingYet', step: 2 }],
      ['free', { why: 'nothingYet', step: 3 }],
      ['next', { why: 'follows', title: 'Title of base' }],
      ['early', { why: 'early', title: 'Title of undone' }],
    ]);
  });

  it('is each exercise that isn’t done once, and the same each time', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ step: fc.constantFrom(...stepIds), after: fc.subarray(ids, { maxLength: 2 }) }),
          {
            minLength: ids.length,
            maxLength: ids.length,
          },
        ),
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 10, max: 28 })), { maxLength: 8 }),
        fc.subarray(ids),
        (details, marks, chosen) => {
          const exercises = ids.map((id, index) => anExercise(id, details[index]));
          const evidence = marks.map(([id, day], index) => aMark(id, String(index), `2026-03-${day}`));
          const states = exerciseStates(exercises, evidence, []);
          const order = proposals(states, chosen).map(({ state }) => state.exercise.id);
          const open = states.filter(({ done }) => done === undefined).map(({ exercise }) => exercise.id);
          assert.deepEqual(sorted(order), sorted(open));
          assert.deepEqual(
            proposals(exerciseStates(exercises, [...evidence].reverse(), []), chosen).map(
              ({ state }) => state.exercise.id,
            ),
            order,
          );
        },
      ),
    );
  });
});

describe('what a week is about', () => {
  const states = exerciseStates(
    ['a', 'b', 'c', 'd', 'e'].map(id => anExercise(id)),
    [],
    [],
  );
  const focus = (week: string, exercises: string[], intention?: string): Focus => ({
    type: 'focus',
    id: focusId(week),
    week,
    exercises,
    ...(intention === undefined ? {} : { intention }),
  });
  const weekWith = (...entries: Focus[]) =>
    weekFocus(states, monday => entries.find(({ week }) => week === monday), '2026-11-25');
  const idsOf = (week: ReturnType<typeof weekWith>) =>
    week.items.map(item => ('state' in item ? item.state.exercise.id : `missing ${item.missing}`));

  it('is what was picked, in that order, what isn’t there included', () => {
    const week = weekWith(focus('2026-11-23', ['d', 'theirs', 'a'], ' Listen '));
    assert.deepEqual([week.monday, week.picked, week.intention], ['2026-11-23', true, 'Listen']);
    assert.deepEqual(idsOf(week), ['d', 'missing theirs', 'a']);
    assert.ok(
      week.items.every(item => !('reason' in item)),
      'what was picked needs no reason',
    );
  });

  it('is else three proposals with reasons, beginning with what is left of last week', () => {
    const week = weekWith(focus('2026-11-16', ['e', 'b']), focus('2026-11-23', [], 'Listen'));
    assert.deepEqual([week.picked, week.intention], [false, 'Listen']);
    assert.deepEqual(idsOf(week), ['e', 'b', 'a']);
    assert.equal(week.items.length, mostFocused);
    assert.deepEqual(
      week.items.map(item => 'reason' in item && item.reason?.why),
      ['left', 'left', 'nothingYet'],
    );
  });

  it('is nothing where all is done', () => {
    const done = exerciseStates([anExercise('a', { evidence: { moments: 1 } })], [aMark('a', 'x')], []);
    assert.deepEqual(weekFocus(done, () => undefined, '2026-11-25').items, []);
  });

  it('says below an exercise why it is proposed, and how to begin what isn’t begun', () => {
    const [fresh] = states;
    const [begun] = exerciseStates([anExercise('a')], [aMark('a', 'x')], []);
    assert.ok(fresh && begun);
    assert.deepEqual(hintsOf(fresh, { why: 'left' }), [{ reason: { why: 'left' } }, { first: 'Begin a' }]);
    assert.deepEqual(hintsOf(fresh, undefined), [{ first: 'Begin a' }]);
    assert.deepEqual(hintsOf(begun, undefined), []);
  });
});
