import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answerTo,
  indexOf,
  isAnswered,
  moved,
  resume,
  withAnswer,
} from '../../../../src/practice/self/asking/progress';
import type { Answer, Card } from '../../../../src/practice/self/asking/protocol';

const card = (id: string, write?: string): Card => ({
  id,
  about: 'About',
  title: id,
  choices: [
    { id: 'yes', say: 'Yes' },
    { id: 'no', say: 'No' },
  ],
  ...(write === undefined ? {} : { write }),
});
const cards: readonly Card[] = [card('a', 'Why?'), card('b'), { ...card('c', 'Tell'), choices: [] }];

describe('how far somebody is', () => {
  it('begins with the first card, and goes on where it was left', () => {
    assert.deepEqual(resume(cards, undefined), { at: 'a', answers: {} });
    const kept = { at: 'b', answers: { a: { choice: 'yes', words: 'so' }, c: { words: 'text' } } };
    assert.deepEqual(resume(cards, kept), kept);
  });

  it('forgets what can’t be answered any more, and what is none', () => {
    const kept = {
      at: 'gone',
      answers: {
        gone: { choice: 'yes' },
        a: { choice: 'maybe', words: ' \n' },
        b: { choice: 'no', words: 'nowhere to write that' },
      },
    };
    assert.deepEqual(resume(cards, kept), { at: 'a', answers: { b: { choice: 'no' } } });
    assert.deepEqual(resume([card('constructor')], { at: '', answers: {} }).answers, {});
  });

  it('moves within the cards only', () => {
    const first = resume(cards, undefined);
    assert.equal(moved(cards, first, -1), first);
    assert.equal(moved(cards, first, 1).at, 'b');
    const last = moved(cards, moved(cards, first, 1), 1);
    assert.equal(moved(cards, last, 1), last);
  });

  it('comes back to what was answered, however one goes and changes it', () => {
    const step = fc.oneof(
      fc.constantFrom(1, -1).map(by => ({ by })),
      fc
        .record({
          choice: fc.option(fc.constantFrom('yes', 'no'), { nil: undefined }),
          words: fc.option(fc.constantFrom('', ' ', 'so'), { nil: undefined }),
        })
        .map(answer => ({ answer })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        let progress = resume(cards, undefined);
        const given = new Map<string, Answer>();
        for (const one of steps) {
          if ('by' in one) {
            progress = moved(cards, progress, one.by);
          } else {
            given.set(progress.at, one.answer);
            progress = withAnswer(progress, progress.at, one.answer);
          }
          assert.ok(indexOf(cards, progress) >= 0);
        }
        for (const { id } of cards) {
          assert.deepEqual(answerTo(progress, id), given.get(id) ?? {});
        }
      }),
    );
  });

  it('takes a choice or words for an answer, and blanks for none', () => {
    assert.deepEqual([{}, { words: ' \n' }, { words: 'x' }, { choice: 'yes' }].map(isAnswered), [
      false,
      false,
      true,
      true,
    ]);
  });
});
