import assert from 'node:assert/strict';
import { type GitState, gitMessage } from '../../../src/journal/sync/gitRepository';
import { type SyncOptions, type SyncOutcome, sync } from '../../../src/journal/sync/sync';
import { MemoryFolder } from '../support';
import { gitError, MemoryRemote, MemoryRepository } from './memoryGit';

const segment = '/journal/a-0000.jsonl';

/** Syncs `repository`, in which `segment` is the journal's only one. */
function syncIt(repository: MemoryRepository, options: Partial<SyncOptions> = {}): Promise<SyncOutcome> {
  return sync(repository, {
    segments: async () => [segment],
    message: 'Journal',
    chooseRemote: async ([first]) => first?.name,
    signal: { isCancellationRequested: false },
    ...options,
  });
}

const clone = (remote: MemoryRemote | undefined = new MemoryRemote()) =>
  new MemoryRepository(new MemoryFolder('/journal', { 'a-0000.jsonl': 'a\n', 'README.md': 'mine' }), remote);

describe('syncing the journal’s folder', () => {
  it('commits the segments and nothing else, and pushes', async () => {
    const remote = new MemoryRemote();
    const repository = clone(remote);
    assert.equal(await syncIt(repository), 'synced');
    assert.deepEqual([...(remote.tip?.tree.keys() ?? [])], ['a-0000.jsonl']);
    assert.deepEqual(repository.asked, [`add ${segment}`, 'commit', 'fetch', 'push origin main:main -u']);
  });

  it('pushes to the branch that is pulled from, without setting it anew', async () => {
    const repository = clone();
    repository.stateNow = { upstream: { remote: 'origin', name: 'trunk' } };
    await syncIt(repository);
    assert.equal(repository.asked.at(-1), 'push origin main:trunk');
  });

  it('makes no empty commit', async () => {
    const repository = clone();
    await syncIt(repository);
    repository.asked.length = 0;
    await syncIt(repository);
    assert.deepEqual(repository.asked, ['fetch', 'merge origin/main', 'push origin main:main -u']);
  });

  it('takes what was pushed in between, and pushes again; after four times it leaves that for later', async () => {
    const repository = clone();
    let left = 2;
    repository.fails = command => {
      left -= command === 'push' ? 1 : 0;
      return command === 'push' && left >= 0 ? { error: gitError('PushRejected') } : undefined;
    };
    assert.equal(await syncIt(repository), 'synced');
    assert.equal(repository.asked.filter(command => command === 'fetch').length, 3);
    repository.fails = command => (command === 'push' ? { error: gitError('PushRejected') } : undefined);
    await assert.rejects(syncIt(repository), { obstacle: { kind: 'rejected' } });
  });

  const refused: readonly (readonly [string, Partial<GitState>, string])[] = [
    ['is on no branch', { branch: undefined }, 'no branch'],
    ['is in the middle of a merge', { conflicting: [{ uri: { fsPath: '/x' } }] }, 'merge unfinished'],
    ['has other files staged', { staged: [{ uri: { fsPath: '/journal/README.md' } }] }, 'staged'],
  ];
  for (const [what, state, kind] of refused) {
    it(`asks nothing of a repository that ${what}`, async () => {
      const repository = clone();
      repository.stateNow = state;
      await assert.rejects(syncIt(repository), { obstacle: { kind } });
      assert.deepEqual(repository.asked, []);
    });
  }

  it('commits where there is no remote, or none may be pushed to', async () => {
    const alone = new MemoryRepository(new MemoryFolder('/journal', { 'a-0000.jsonl': 'a\n' }), undefined);
    assert.equal(await syncIt(alone), 'no remote');
    assert.ok(alone.head);
    const repository = clone();
    assert.equal(await syncIt(repository, { chooseRemote: async () => undefined }), 'committed');
    assert.deepEqual(repository.asked, [`add ${segment}`, 'commit']);
  });

  const failures: readonly (readonly [string, string, string])[] = [
    ['commit', 'NoUserNameConfigured', 'committing'],
    ['fetch', 'RemoteConnectionError', 'fetching'],
    ['push', 'AuthenticationFailed', 'pushing'],
  ];
  for (const [command, code, kind] of failures) {
    it(`says that ${command} failed, and why`, async () => {
      const repository = clone();
      const error = gitError(code);
      repository.fails = asked => (asked === command ? { error } : undefined);
      await assert.rejects(syncIt(repository), { obstacle: { kind, cause: error } });
    });
  }

  it('takes a merge back that conflicts', async () => {
    const remote = new MemoryRemote();
    await syncIt(clone(remote));
    const other = new MemoryRepository(new MemoryFolder('/journal', { 'a-0000.jsonl': 'other\n' }), remote);
    await assert.rejects(syncIt(other), ({ obstacle }) => obstacle.kind === 'conflict');
    assert.equal(other.asked.at(-1), 'mergeAbort');
    assert.equal(other.folder.files.get('a-0000.jsonl'), 'other\n');
  });

  it('ends between Git’s commands where it is cancelled', async () => {
    const repository = clone();
    const signal = { isCancellationRequested: true };
    assert.equal(await syncIt(repository, { signal }), 'cancelled');
    assert.deepEqual(repository.asked, [`add ${segment}`, 'commit']);
  });

  it('tells what Git itself said', () => {
    assert.equal(gitMessage(gitError('x', 'hint: a\nfatal: no such ref\nhint: b\n')), 'fatal: no such ref');
    assert.equal(gitMessage(gitError('x', 'one\ntwo\n')), 'two');
    assert.equal(gitMessage(new Error('why')), 'why');
  });
});
