import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  type Address,
  commitOfAddress,
  commitOfTitle,
  isOneCommit,
} from '../../../src/journal/logging/commitNames';

const hash = '0123456789abcdef0123456789abcdef01234567';
const parent = '89abcdef0123456789abcdef0123456789abcdef';

const version = (ref: unknown): Address => ({
  scheme: 'git',
  path: '/work/app/src/retry.ts',
  query: JSON.stringify({ path: '/work/app/src/retry.ts', ref }),
});
const whole = (path: string, query = ''): Address => ({ scheme: 'scm-history-item', path, query });

describe('the commit at an address', () => {
  it('is the one of a version of a file', () => {
    assert.deepEqual(commitOfAddress(version(hash)), { hash });
  });

  for (const ref of [
    '',
    '~',
    '~2',
    'HEAD',
    'main',
    `${hash}^`,
    '--output=/tmp/x',
    'abcdef',
    7,
    null,
    [hash],
  ]) {
    it(`is none of a version of ${JSON.stringify(ref)}: only a hash is one`, () => {
      assert.equal(commitOfAddress(version(ref)), undefined);
    });
  }

  it('is the one whose changes are shown, with what they are compared with', () => {
    assert.deepEqual(commitOfAddress(whole(`/work/my..app/${parent}..${hash}`)), { hash, parent });
    assert.deepEqual(commitOfAddress(whole(`c:\\work\\app/${parent}..${hash}`)), { hash, parent });
  });

  it('is the one that the graph of the newer VS Code names', () => {
    const query = { repositoryId: 'scm0', historyItemId: hash, historyItemParentId: parent };
    assert.deepEqual(commitOfAddress(whole('/work/app', JSON.stringify(query))), { hash, parent });
  });

  it('may be the first one, which has no parent', () => {
    assert.deepEqual(commitOfAddress(whole(`/work/app/undefined..${hash}`)), { hash });
    const query = { repositoryId: 'scm0', historyItemId: hash };
    assert.deepEqual(commitOfAddress(whole('/work/app', JSON.stringify(query))), { hash });
  });

  for (const address of [
    whole(''),
    whole(`/work/app/${hash}`),
    whole(`/work/app/${parent}..--all`),
    whole(`/work/app/${parent}..${hash}/more`),
    whole('/work/app', '{"historyItemId":"git-incoming-changes"}'),
    whole('/work/app', '[]'),
    { ...version(hash), query: '{' },
    { ...version(hash), scheme: 'file' },
    { ...whole(`/work/app/${parent}..${hash}`), scheme: 'git-stash' },
  ]) {
    it(`is none at ${JSON.stringify(address)}`, () => {
      assert.equal(commitOfAddress(address), undefined);
    });
  }

  it('is a hash or none, whatever is there', () => {
    const address = fc.record({
      scheme: fc.constantFrom('git', 'scm-history-item', 'file'),
      path: fc.oneof(
        fc.string(),
        fc.string().map(text => `/${text}..${hash}`),
      ),
      query: fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map(ref => JSON.stringify({ ref, historyItemId: ref })),
      ),
    });
    void fc.assert(
      fc.property(address, given => {
        const named = commitOfAddress(given);
        assert.ok(named === undefined || /^[0-9a-f]{7,64}$/.test(named.hash));
      }),
    );
  });
});

describe('the commit of a title', () => {
  it('stands before a dash', () => {
    assert.deepEqual(commitOfTitle('0123abc - Retry twice - or more'), { hash: '0123abc' });
    assert.deepEqual(commitOfTitle(`${hash} - `), { hash });
  });

  for (const title of [
    '',
    'retry.ts',
    '0123abc',
    '0123ab - Too short',
    'defaced-0123abc - x',
    'Git: Changes (0123abc ↔ 89abcde)',
    '0123ABC - Retry',
  ]) {
    it(`isn’t in ${JSON.stringify(title)}`, () => {
      assert.equal(commitOfTitle(title), undefined);
    });
  }
});

describe('one commit', () => {
  it('is compared with a parent of its own, or with nothing', () => {
    assert.ok(isOneCommit({ hash }, [parent]));
    assert.ok(isOneCommit({ hash, parent }, [hash, parent]));
    assert.ok(isOneCommit({ hash, parent }, []));
  });

  it('isn’t what is compared with an older one', () => {
    assert.ok(!isOneCommit({ hash, parent }, [hash]));
  });
});
