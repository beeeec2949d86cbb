import assert from 'node:assert/strict';
import { type SubjectId, subjectIds } from '../../../../src/practice/content/levels';
import type { Rating } from '../../../../src/practice/entry';
import { subjectStates } from '../../../../src/practice/self/subjects';
import { shippedLevels } from './shipped';

const now = new Date('2026-11-20T12:00:00+01:00');

function rating(subject: SubjectId, level: number, rated: string): Rating {
  return { type: 'rating', id: `${subject} ${rated}`, subject, level, rated };
}

function stateOf(...ratings: Rating[]) {
  const [state] = subjectStates(shippedLevels, ratings, now).filter(({ id }) => id === 'skill:execution');
  assert.ok(state);
  return state;
}

describe('what one rates oneself on', () => {
  it('is nine subjects, the skills first, whether rated or not', () => {
    const states = subjectStates(shippedLevels, [], now);
    assert.deepEqual(
      states.map(({ id }) => id),
      subjectIds,
    );
    assert.ok(states.every(({ current, ratings }) => current === undefined && ratings.length === 0));
  });

  it('has its latest rating count, by the clock and not by the letter, and keeps the others', () => {
    const earlier = rating('skill:execution', 2, '2026-11-19T23:30:00+01:00');
    const later = rating('skill:execution', 3, '2026-11-19T22:45:00+00:00');
    const { current, ratings } = stateOf(earlier, later, rating('dimension:execution', 4, earlier.rated));
    assert.equal(current, later);
    assert.deepEqual(ratings, [later, earlier]);
  });

  it('has no rating from a day to come count, unless there is no other', () => {
    const ahead = rating('skill:execution', 4, '2031-01-01T10:00:00+01:00');
    const today = rating('skill:execution', 2, '2026-11-20T11:00:00+01:00');
    assert.equal(stateOf(ahead, today).current, today);
    assert.deepEqual(stateOf(ahead, today).ratings, [ahead, today]);
    assert.equal(stateOf(ahead).current, ahead);
  });
});
