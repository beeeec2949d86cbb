import assert from 'node:assert/strict';
import { leftOut } from '../../../../src/coaching/drafts/leftOut';

describe('what a rephrasing leaves out', () => {
  for (const [words, rephrasing, left] of [
    ['Obviously it', 'It', 'Obviously'],
    ['Obviously, it', 'It', 'Obviously'],
    ['just', '', 'just'],
    ['this again', 'this', 'again'],
    ['ugly', 'hard to follow because …', undefined],
    ['ugly', 'ugly', undefined],
    ['you forgot', 'we miss', undefined],
  ] as const) {
    it(`of “${words}” by “${rephrasing}” is ${left ?? 'nothing: it says something of its own'}`, () => {
      assert.equal(leftOut(words, rephrasing), left);
    });
  }
});
