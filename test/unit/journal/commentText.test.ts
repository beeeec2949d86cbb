import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { commitLine, quoteComment } from '../../../src/journal/logging/commentText';

describe('the line and the quotation of a comment', () => {
  it('are its first line and all of it', () => {
    assert.deepEqual(quoteComment('\n  Why twice? \r\n\r\n- one\r\n- two\n'), {
      line: 'Why twice?',
      quote: 'Why twice? \n\n- one\n- two',
    });
  });

  it('are at most 500 characters, cut between words', () => {
    const { quote } = quoteComment(`${'word '.repeat(120)}`);
    assert.match(quote, /word …$/);
    assert.ok(quote.length <= 500 && quote.length > 480, `${quote.length}`);
  });

  it('never cut a character, and keep the comment’s beginning', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 480, maxLength: 520 }), text => {
        const { quote } = quoteComment(text);
        assert.ok(quote.length <= 500);
        assert.doesNotMatch(quote, /\p{Surrogate}/u);
      }),
    );
  });
});

describe('the line of a commit', () => {
  it('is its subject with its hash', () => {
    assert.equal(commitLine('Retry twice\n\nBecause.', '0123456789abcdef'), 'Retry twice (0123456)');
    assert.equal(commitLine('\n', '0123456789abcdef'), '(0123456)');
  });
});
