import assert from 'node:assert/strict';
import { formatProblem, messageOf, UserError } from '../../../src/platform/errors';

describe('the message of something thrown', () => {
  it('is the message of an error', () => {
    assert.equal(messageOf(new RangeError('too far')), 'too far');
  });

  it('is the thing itself as text where no error was thrown', () => {
    assert.equal(messageOf('plain'), 'plain');
    assert.equal(messageOf(undefined), 'undefined');
    assert.equal(messageOf(404), '404');
  });
});

describe('a problem in a file', () => {
  it('is written with its line', () => {
    assert.equal(formatProblem({ file: 'a.md', line: 3, reason: 'bad' }), 'a.md:3: bad');
  });

  it('is written without a line where the whole file is meant', () => {
    assert.equal(formatProblem({ file: 'a.md', reason: 'bad' }), 'a.md: bad');
  });
});

describe('an error for its user', () => {
  it('carries its sentence, its actions and its cause', () => {
    const cause = new Error('disk full');
    const actions = [{ title: 'Retry', run: () => undefined }];
    const error = new UserError('It could not be saved.', actions, { cause });
    assert.ok(error instanceof Error);
    assert.equal(messageOf(error), 'It could not be saved.');
    assert.equal(error.name, 'UserError');
    assert.equal(error.actions, actions);
    assert.equal(error.cause, cause);
  });

  it('offers no action unless told', () => {
    assert.deepEqual(new UserError('No.').actions, []);
  });
});
