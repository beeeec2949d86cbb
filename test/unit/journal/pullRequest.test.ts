import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  isSamePullRequest,
  pullRequestLine,
  pullRequestOfQuery,
  pullRequestOfRepository,
  pullRequestOfRow,
  pullRequestOfTitle,
} from '../../../src/journal/logging/pullRequest';

const link = 'https://github.com/acme/app/pull/123';
const gitHub = (model: unknown) => ({ contextValue: 'pullrequest:nonactive', pullRequestModel: model });
const gitLab = (mr: unknown) => ({ mr, repository: {} });

describe('the pull request of a row', () => {
  it('is what GitHub’s extension has of it', () => {
    const author = { login: 'ana-dev', name: 'Ana', url: 'https://github.com/ana-dev' };
    assert.deepEqual(
      pullRequestOfRow(gitHub({ number: 123, title: ' Retry\t\0twice\n', html_url: link, author })),
      {
        number: '#123',
        title: 'Retry twice',
        author: 'ana-dev',
        link,
      },
    );
  });

  it('has its author as that extension shows who wrote a comment', () => {
    const author = { login: 'copilot-swe-agent', specialDisplayName: 'Copilot' };
    assert.equal(pullRequestOfRow(gitHub({ number: 1, title: 'Retry', author }))?.author, 'Copilot');
  });

  it('is what GitLab’s extension has of a merge request', () => {
    const web_url = 'https://gitlab.example.com/acme/app/-/merge_requests/12';
    const mr = {
      id: 900,
      iid: 12,
      title: 'Retry twice',
      web_url,
      author: { name: 'Ana Silva', username: 'ana' },
    };
    assert.deepEqual(pullRequestOfRow(gitLab(mr)), {
      number: '!12',
      title: 'Retry twice',
      author: 'Ana Silva',
      link: web_url,
    });
    const { author } = pullRequestOfRow(gitLab({ ...mr, author: { name: ' ', username: 'ana' } })) ?? {};
    assert.equal(author, 'ana');
  });

  it('does without an author or an address that can’t be read', () => {
    for (const rest of [{}, { author: 'ana', html_url: 7 }, { author: { login: ['ana'] }, html_url: '' }]) {
      assert.deepEqual(pullRequestOfRow(gitHub({ number: 123, title: 'Retry', ...rest })), {
        number: '#123',
        title: 'Retry',
      });
    }
  });

  for (const address of [
    'http://github.com/acme/app/pull/1',
    'command:belay.journal.put',
    'javascript:alert(1)',
    'vscode://file/etc/passwd',
    '/acme/app/pull/1',
    `https://github.com/${'a'.repeat(2000)}`,
  ]) {
    it(`has no address in ${address.slice(0, 50)}`, () => {
      assert.equal(
        pullRequestOfRow(gitHub({ number: 1, title: 'Retry', html_url: address }))?.link,
        undefined,
      );
    });
  }

  it('has an address without user, token, query and what could end it in a text', () => {
    const html_url = 'https://ana:s3cret@github.com/acme/a b"<c>\n[x](y)/pull/1?token=1#discussion';
    const { link: read = '' } = pullRequestOfRow(gitHub({ number: 1, title: 'Retry', html_url })) ?? {};
    assert.equal(read, 'https://github.com/acme/a%20b%22%3Cc%3E[x](y)/pull/1');
  });

  it('has a title of one line, of at most 300 characters, none of them cut', () => {
    const { title = '' } =
      pullRequestOfRow(gitHub({ number: 1, title: `${'a'.repeat(298)}🧗 and more` })) ?? {};
    assert.equal(title, `${'a'.repeat(298)}…`);
  });

  for (const row of [
    undefined,
    null,
    'row',
    {},
    { $treeViewId: 'pr:github', $treeItemHandle: '0/1' },
    gitHub(undefined),
    gitHub({ number: '123', title: 'Retry' }),
    gitHub({ number: 0, title: 'Retry' }),
    gitHub({ number: 1.5, title: 'Retry' }),
    gitHub({ number: Number.NaN, title: 'Retry' }),
    gitHub({ number: 123 }),
    gitHub({ number: 123, title: ' \n ' }),
    gitHub({ number: 123, title: { value: 'Retry' } }),
    gitLab({ iid: -1, title: 'Retry' }),
    gitLab({ number: 1, title: 'Retry' }),
  ]) {
    it(`isn’t told by ${JSON.stringify(row)}`, () => {
      assert.equal(pullRequestOfRow(row), undefined);
    });
  }

  it('is a line or nothing, whatever a row has', () => {
    const model = fc.record({
      number: fc.anything(),
      title: fc.anything(),
      html_url: fc.anything(),
      author: fc.anything(),
    });
    const likely = fc.record({
      number: fc.integer(),
      title: fc.string({ unit: 'binary', maxLength: 400 }),
      html_url: fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })),
      author: fc.record({ login: fc.string({ unit: 'binary' }) }),
    });
    void fc.assert(
      fc.property(fc.oneof(fc.anything(), model.map(gitHub), likely.map(gitHub)), row => {
        const read = pullRequestOfRow(row);
        if (read) {
          assert.match(pullRequestLine(read), /^#\d+: \S/);
          assert.doesNotMatch(pullRequestLine(read), /[\p{Cc}\u2028\u2029]/u);
          assert.match(read.link ?? 'https://a/', /^https:\/\/[^\s<>"@?#/]+\/[^\s<>"?#]*$/);
        }
      }),
    );
  });
});

describe('the pull request of a page', () => {
  it('is in its title, as GitHub’s extension cuts it', () => {
    assert.deepEqual(pullRequestOfTitle('#123 Retry what the...'), {
      number: '#123',
      title: 'Retry what the…',
    });
    assert.deepEqual(pullRequestOfTitle('#123 Retry'), { number: '#123', title: 'Retry' });
  });

  it('has no title while it is loading', () => {
    assert.deepEqual(pullRequestOfTitle('#123'), { number: '#123' });
  });

  for (const title of [
    '',
    'Pull Request',
    'Retry (#123)',
    '#',
    '#0 Retry',
    '#12a Retry',
    '##1',
    '#99999999999 Retry',
  ]) {
    it(`isn’t in ${JSON.stringify(title)}`, () => {
      assert.equal(pullRequestOfTitle(title), undefined);
    });
  }
});

describe('the pull request of a file', () => {
  it('is in the query of its address', () => {
    assert.deepEqual(pullRequestOfQuery('{"fileName":"a.ts","prNumber":7}'), { number: '#7' });
  });

  for (const query of ['', '{', '7', '{"prNumber":"7"}', '{"prNumber":-7}', '{"commit":"0123abc"}']) {
    it(`isn’t in ${JSON.stringify(query)}`, () => {
      assert.equal(pullRequestOfQuery(query), undefined);
    });
  }
});

describe('the pull request that is checked out', () => {
  it('is what is told of its repository', () => {
    const pullRequest = { number: 123, id: 9, title: 'Retry twice', url: link };
    assert.deepEqual(pullRequestOfRepository({ owner: 'acme', pullRequest }), {
      number: '#123',
      title: 'Retry twice',
      link,
    });
  });

  for (const repository of [
    undefined,
    null,
    {},
    { pullRequest: undefined },
    { pullRequest: { number: 1 } },
  ]) {
    it(`isn’t told by ${JSON.stringify(repository)}`, () => {
      assert.equal(pullRequestOfRepository(repository), undefined);
    });
  }
});

describe('the same pull request', () => {
  const known = { number: '#123', title: 'Retry what the network drops' };

  it('has the number, and the title as far as it is seen', () => {
    for (const title of ['#123', '#123 Retry what the...', '#123 Retry what the network drops']) {
      assert.ok(isSamePullRequest(pullRequestOfTitle(title) ?? { number: '' }, known), title);
    }
  });

  it('isn’t another repository’s of that number', () => {
    for (const title of [
      '#124',
      '#124 Retry what the...',
      '#123 Retry what they...',
      '#123 Retry what the',
    ]) {
      assert.ok(!isSamePullRequest(pullRequestOfTitle(title) ?? { number: '' }, known), title);
    }
  });
});

describe('the line of a pull request', () => {
  it('is its number with its title', () => {
    assert.equal(pullRequestLine({ number: '#123', title: 'Retry twice' }), '#123: Retry twice');
    assert.equal(pullRequestLine({ number: '#123' }), '#123');
  });
});
