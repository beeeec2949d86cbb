import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identityOf, isSameRepository, remoteOf } from '../../../src/platform/repositoryIdentity';

const root = '0123456789abcdef0123456789abcdef01234567';
const log = `${'0'.repeat(40)} ${root} Ana <ana@localhost> 1790000000 +0100\tcommit (initial): Start\n`;

describe('a remote', () => {
  for (const [url, remote] of [
    ['https://code.example/team/shop.git', 'code.example/team/shop'],
    ['https://ana:secret@Code.Example:8443/team/shop/', 'code.example/team/shop'],
    ['https://token@code.example/team/shop?key=secret#x', 'code.example/team/shop'],
    ['ssh://git@code.example:22/team/shop.git', 'code.example/team/shop'],
    ['git@code.example:team/shop.git', 'code.example/team/shop'],
    ['code.example:team/shop', 'code.example/team/shop'],
    ['/srv/git/shop.git', undefined],
    ['../shop', undefined],
    ['C:\\git\\shop', undefined],
    ['file:///srv/git/shop.git', undefined],
  ] as const) {
    it(`${url} is ${remote ?? 'none that tells a repository'}`, () => {
      assert.equal(remoteOf(url), remote);
    });
  }

  it('never has a password in it', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, (user, host, path) => {
        for (const secret of ['S3CRET', 'S3@CRET', 'S3:CRET']) {
          assert.doesNotMatch(remoteOf(`https://${user}:${secret}@${host}/${path}`) ?? '', /CRET/);
        }
      }),
    );
  });
});

describe('the identity of a repository', () => {
  const config =
    '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@code.example:team/shop.git\n\tpushurl = https://code.example/team/shop\n';

  it('is its first commit, where this clone made it, and its remotes, none twice', () => {
    assert.deepEqual(identityOf(config, log), { rootCommit: root, remotes: ['code.example/team/shop'] });
  });

  it('lacks the commit in a clone, where the log begins with another one', () => {
    const cloned = log.replace('commit (initial): Start', 'clone: from elsewhere');
    assert.deepEqual(identityOf(config, cloned), { remotes: ['code.example/team/shop'] });
  });

  it('is none where nothing tells it', () => {
    assert.equal(identityOf('', ''), undefined);
  });

  it('is shared by clones and by a folder that was moved', () => {
    assert.ok(isSameRepository({ rootCommit: root }, { rootCommit: root, remotes: ['a/b'] }));
    assert.ok(isSameRepository({ remotes: ['x/y', 'a/b'] }, { remotes: ['a/b'] }));
    assert.ok(!isSameRepository({ rootCommit: root, remotes: ['a/b'] }, { remotes: ['a/c'] }));
    assert.ok(!isSameRepository({}, {}));
  });
});
