import assert from 'node:assert/strict';
import { beginning } from '../../../../src/practice/rehearsal/webview/state';

describe('a question on the page', () => {
  it('begins with its time running', () => {
    assert.deepEqual(beginning({ key: 'k' }, undefined, 5), {
      key: 'k',
      isAnswered: false,
      timer: { elapsed: 0, since: 5 },
      note: '',
      story: '',
    });
  });

  it('goes on where it was left, and not where another one was', () => {
    const before = { ...beginning({ key: 'k' }, undefined, 5), note: 'words' };
    assert.equal(beginning({ key: 'k' }, before, 90), before);
    assert.equal(beginning({ key: 'other' }, before, 90).note, '');
  });

  it('begins with the rating where one was taken back', () => {
    assert.deepEqual(beginning({ key: 'k', given: { seconds: 61, note: 'n', story: 's' } }, undefined, 5), {
      key: 'k',
      isAnswered: true,
      timer: { elapsed: 61_000 },
      note: 'n',
      story: 's',
    });
  });
});
