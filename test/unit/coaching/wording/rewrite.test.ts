import assert from 'node:assert/strict';
import { addReason, rewriteAsQuestion } from '../../../../src/coaching/wording/rewrite';
import { belay } from './rulesOnDisk';

describe('A verdict or demand as a question', () => {
  const questions: readonly (readonly [string, string])[] = [
    ['Use a map here.', 'What do you think about using a map here?'],
    ['Please rename this to remaining.', 'What do you think about renaming this to remaining?'],
    ['Just split the test!', 'What do you think about splitting the test?'],
    ["Don't log the token.", 'What do you think about not logging the token?'],
    ['Never catch Exception', 'What do you think about not catching Exception?'],
    ['You should add a test.', 'What do you think about adding a test?'],
    ['You must not cache the error.', 'What do you think about not caching the error?'],
    ['You should never return null.', 'What do you think about not returning null?'],
    ['This should be private.', 'Should this be private?'],
    ['It must run first.', 'Should it run first?'],
    ['This needs a test.', 'Does this need a test?'],
    ['You forgot to close the file.', 'What do you think about closing the file?'],
    ['You forgot the null check.', 'Does this need the null check?'],
    ['Why did you use a global here?', 'What was the reason to use a global here?'],
    ['Why didn’t you add a test?', 'What do you think about adding a test?'],
    ['This is wrong.', 'What should happen here when …?'],
    ['This is really confusing.', 'What would make this easier to follow?'],
    ['This makes no sense.', 'What is the idea behind this?'],
  ];
  for (const [sentence, question] of questions) {
    it(sentence, () => {
      assert.equal(rewriteAsQuestion(sentence) ?? '', question);
    });
  }

  it('leaves alone what takes more than grammar', () => {
    for (const sentence of [
      '',
      '…',
      'Use',
      'The index starts at 1.',
      'Nice test!',
      'Does this need a lock?',
    ]) {
      assert.equal(rewriteAsQuestion(sentence), undefined, sentence);
    }
  });

  it('is not flagged any more', () => {
    for (const [, question] of questions) {
      assert.deepEqual(belay.check(question), [], question);
    }
  });
});

describe('A reason for a demand', () => {
  const reasons: readonly (readonly [string, string])[] = [
    ['Use a map here.', 'Use a map here, because ….'],
    ['Use a map here', 'Use a map here, because …'],
    ['Nice! Now rename this. Thanks.', 'Nice! Now rename this, because …. Thanks.'],
    ['This should be private (and final)!', 'This should be private (and final, because …)!'],
    ['I see. Odd.', 'I see. Odd, because ….'],
    ['> Use it.\n\nRemove `x`.', '> Use it.\n\nRemove `x`, because ….'],
    ['', ''],
    ['> only a quote', '> only a quote'],
  ];
  for (const [text, expected] of reasons) {
    it(JSON.stringify(text), () => {
      assert.equal(addReason(text), expected);
    });
  }

  it('silences the prompt', () => {
    assert.equal(belay.check('Remove this line.')[0]?.strength, 'prompt');
    assert.deepEqual(belay.check(addReason('Remove this line.')), []);
  });
});
