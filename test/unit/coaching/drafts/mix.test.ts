import assert from 'node:assert/strict';
import { emptyMonth, kindOf, type Mix, withComment } from '../../../../src/coaching/drafts/mix';

const nothing = { praises: false, asks: false };

describe('the kind of a review comment', () => {
  for (const [text, kind] of [
    ['praise: The names tell the story.', 'praise'],
    ['**question (non-blocking):** What led to this?', 'question'],
    ['nitpick: A blank is missing.', 'suggestion'],
    ['todo: Add the test.', 'suggestion'],
    ['issue (blocking): This loses rows.', 'issue'],
    ['thought: One day.', 'other'],
  ] as const) {
    it(`is that of its label: ${text}`, () => {
      // Whatever else it does.
      assert.equal(kindOf(text, { praises: true, asks: true }), kind);
    });
  }

  it('is what it does where it has no label', () => {
    assert.equal(kindOf('I like this.', { praises: true, asks: true }), 'praise');
    assert.equal(kindOf('Does it close?', { praises: false, asks: true }), 'question');
    assert.equal(kindOf('It closes.', nothing), 'other');
    assert.equal(kindOf('warning: It closes.', nothing), 'other');
  });
});

describe('the review mix', () => {
  it('counts by month, and leaves what was counted before as it is', () => {
    const before: Mix = { '2026-01': { ...emptyMonth, praise: 2, findings: 1 } };
    const after = withComment(before, '2026-01', 'praise', 3, 2);
    assert.deepEqual(after, { '2026-01': { ...emptyMonth, praise: 3, findings: 4, heeded: 2 } });
    assert.deepEqual(before['2026-01'], { ...emptyMonth, praise: 2, findings: 1 });
    assert.deepEqual(withComment(after, '2026-02', 'issue', 0, 0)['2026-02'], { ...emptyMonth, issue: 1 });
    assert.deepEqual(emptyMonth.praise, 0);
  });
});
