import assert from 'node:assert/strict';
import { type Disagreement, disagreement } from '../../../../src/practice/self/disagree';

/** A level, how many moments may show it, of how many that were logged, and what is said. */
const cases: readonly (readonly [number, number, number, Disagreement | undefined])[] = [
  // A habit of which nothing shows, or next to nothing, in a journal that is kept.
  [4, 0, 30, 'littleEvidence'],
  [3, 0, 3, 'littleEvidence'],
  [3, 1, 3, 'littleEvidence'],
  [3, 2, 30, undefined],
  [4, 9, 30, undefined],
  // A journal that says next to nothing says nothing about anybody.
  [4, 0, 0, undefined],
  [4, 0, 2, undefined],
  [3, 1, 2, undefined],
  // More than the first levels tell of.
  [1, 5, 5, undefined],
  [1, 6, 6, 'muchEvidence'],
  [2, 11, 40, undefined],
  [2, 12, 40, 'muchEvidence'],
  // Little of what is rated low agrees.
  [1, 0, 30, undefined],
  [2, 0, 30, undefined],
];

describe('a rating and its evidence', () => {
  for (const [level, moments, logged, expected] of cases) {
    it(`${expected ? `disagree (${expected})` : 'agree'} on level ${level} with ${moments} of ${logged} moments`, () => {
      assert.equal(disagreement(level, { moments, logged }), expected);
    });
  }
});
