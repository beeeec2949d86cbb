import assert from 'node:assert/strict';
import { AnswerKeeper } from '../../../../src/practice/self/asking/answerKeeper';
import type { Answer } from '../../../../src/practice/self/asking/protocol';

/** A keeper, what it has kept, and what it told. `refuse` makes keeping fail while it holds. */
function keeping() {
  const kept: [string, Answer][] = [];
  const told: (string | undefined)[] = [];
  const disk = { refuses: false };
  const keeper = new AnswerKeeper(
    async (id, answer) => {
      if (disk.refuses) {
        throw new Error('the disk is full');
      }
      kept.push([id, answer]);
    },
    problem => told.push(problem),
  );
  return { keeper, kept, told, disk };
}

describe('keeping answers', () => {
  it('keeps a choice at once, and words when they are asked for or the typing pauses', async () => {
    const { keeper, kept } = keeping();
    keeper.answered('a', { choice: '3' });
    keeper.answered('a', { choice: '3', words: 's' });
    keeper.answered('a', { choice: '3', words: 'so' });
    assert.equal(await keeper.flush(), true);
    assert.deepEqual(kept.at(-1), ['a', { choice: '3', words: 'so' }]);
    assert.ok(kept.length <= 2, JSON.stringify(kept));
    assert.equal(await keeper.flush(), true);
    assert.ok(kept.length <= 2, 'nothing is kept twice');
  });

  it('keeps a choice that was taken back', async () => {
    const { keeper, kept } = keeping();
    keeper.answered('a', { choice: '3' });
    await keeper.flush();
    keeper.answered('a', {});
    await keeper.flush();
    assert.deepEqual(kept, [
      ['a', { choice: '3' }],
      ['a', {}],
    ]);
  });

  it('says why an answer isn’t kept, tries it again with the next, and says when all are', async () => {
    const { keeper, kept, told, disk } = keeping();
    disk.refuses = true;
    keeper.answered('a', { choice: '1' });
    assert.equal(await keeper.flush(), false);
    assert.deepEqual(new Set(told), new Set(['the disk is full']));
    disk.refuses = false;
    keeper.answered('b', { choice: '2' });
    assert.equal(await keeper.flush(), true);
    assert.deepEqual(kept, [
      ['a', { choice: '1' }],
      ['b', { choice: '2' }],
    ]);
    assert.equal(told.at(-1), undefined);
    await keeper.flush();
    assert.equal(told.filter(problem => problem === undefined).length, 1);
  });

  it('keeps a later answer last where one is being kept', async () => {
    const slow: (() => void)[] = [];
    const kept: Answer[] = [];
    const keeper = new AnswerKeeper(
      async (_id, answer) => {
        await new Promise<void>(done => slow.push(done));
        kept.push(answer);
      },
      () => assert.fail('nothing fails'),
    );
    keeper.answered('a', { choice: '1' });
    await Promise.resolve();
    keeper.answered('a', { choice: '2' });
    const all = keeper.flush();
    for (let turns = 0; turns < 20; turns += 1) {
      slow.shift()?.();
      await Promise.resolve();
    }
    assert.equal(await all, true);
    assert.deepEqual(kept.at(-1), { choice: '2' });
  });
});
