import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Choosing,
  dueQuestions,
  mockQuestions,
  nextQuestions,
} from '../../../../src/practice/rehearsal/choose';
import { scheduleOf } from '../../../../src/practice/rehearsal/schedule';
import { dimensions } from '../../../../src/vocabulary';
import { aQuestion } from '../practiceMoments';
import { rehearsed } from './rehearsed';

const questions = dimensions.flatMap(dimension =>
  ['one', 'two', 'three'].map(name => aQuestion(`${dimension}-${name}`, { dimension })),
);
const [a, b, c] = questions.map(({ id }) => id) as [string, string, string];
const today = '2026-03-10';

const choosing = (rehearsals: Parameters<typeof scheduleOf>[0] = [], withStory: string[] = []): Choosing => ({
  questions,
  schedule: scheduleOf(rehearsals),
  withStory: new Set(withStory),
  today,
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('what is rehearsed next', () => {
  it('is what is due, what has waited longest first', () => {
    const all = choosing([
      rehearsed(a, '2026-03-07', 1),
      rehearsed(b, '2026-03-01', 1),
      rehearsed(c, '2026-03-10', 1),
    ]);
    assert.deepEqual(ids(dueQuestions(all)), [b, a]);
    assert.deepEqual(ids(nextQuestions(all)), [b, a]);
  });

  it('is due on its day, not before', () => {
    const due = (day: string) =>
      ids(dueQuestions({ ...choosing([rehearsed(a, '2026-03-08', 2)]), today: day }));
    assert.deepEqual([due('2026-03-09'), due('2026-03-10')], [[], [a]]);
  });

  it('is new where nothing is due: first what a story waits for, then dimensions take turns, the least rehearsed first', () => {
    assert.deepEqual(ids(nextQuestions(choosing([], [c]))), [
      c,
      `${dimensions[0]}-one`,
      `${dimensions[1]}-one`,
    ]);
    const later = choosing([rehearsed(a, today), rehearsed(`${dimensions[1]}-one`, today)]);
    assert.deepEqual(
      ids(nextQuestions(later)),
      [2, 3, 4].map(index => `${dimensions[index]}-one`),
    );
  });

  it('is what comes soonest where nothing is new either', () => {
    const all = questions.map(({ id }, index) => rehearsed(id, today, index === 4 ? 1 : 4));
    assert.deepEqual(ids(nextQuestions(choosing(all))), [questions[4]?.id]);
  });

  it('is nothing where there are no questions', () => {
    assert.deepEqual(nextQuestions({ ...choosing(), questions: [] }), []);
  });

  it('is never more than can be done in a sitting', () => {
    const all = questions.map(({ id }) => rehearsed(id, '2026-03-01', 1));
    assert.equal(nextQuestions(choosing(all)).length, 8);
  });

  it('knows nothing of rehearsals of questions that there are no more', () => {
    assert.deepEqual(dueQuestions(choosing([rehearsed('gone', '2026-01-01', 1)])), []);
  });
});

const randoms = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
const from = (stream: Iterator<number>) => () => stream.next().value as number;

describe('a mock interview', () => {
  it('has one question of each dimension, whatever chance says', () => {
    fc.assert(
      fc.property(randoms, stream => {
        const chosen = mockQuestions(choosing(), from(stream));
        assert.equal(chosen.length, 5);
        assert.deepEqual(new Set(chosen.map(({ dimension }) => dimension)), new Set(dimensions));
      }),
    );
  });

  it('has a question that isn’t due yet only where its dimension has no other', () => {
    const known = [a, b].map(id => rehearsed(id, today, 4));
    fc.assert(
      fc.property(randoms, stream => {
        const chosen = ids(mockQuestions(choosing(known), from(stream)));
        assert.ok(chosen.includes(c) && !chosen.includes(a) && !chosen.includes(b));
      }),
    );
    const all = [a, b, c].map(id => rehearsed(id, today, 4));
    assert.equal(mockQuestions(choosing(all), () => 0).length, 5);
  });

  it('has none that isn’t wanted', () => {
    const without = new Set([a, b]);
    assert.ok(ids(mockQuestions(choosing(), () => 0.5, without)).includes(c));
    assert.equal(mockQuestions(choosing(), () => 0.5, new Set([a, b, c])).length, 4);
  });

  it('comes in different orders and with different questions', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed < 40; seed += 1) {
      let state = seed;
      seen.add(
        ids(
          mockQuestions(choosing(), () => {
            state = (state * 16_807) % 2_147_483_647;
            return state / 2_147_483_647;
          }),
        ).join(),
      );
    }
    assert.ok(seen.size > 30, `${seen.size}`);
  });
});
