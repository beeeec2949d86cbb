import assert from 'node:assert/strict';
import { goodSentences } from './goodSentences';
import { flagged } from './rulesOnDisk';

describe('Good sentences', () => {
  it('are many', () => {
    assert.ok(goodSentences.length >= 150, String(goodSentences.length));
  });

  for (const sentence of goodSentences) {
    it(`flags nothing in: ${sentence}`, () => {
      assert.deepEqual(flagged(sentence), []);
    });
  }

  it('are not flagged one after the other either', () => {
    assert.deepEqual(flagged(goodSentences.join(' ')), []);
    assert.deepEqual(flagged(goodSentences.map(sentence => `- ${sentence}`).join('\n')), []);
  });
});
