import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { permalinkOf } from '../../../src/journal/logging/permalink';
import { CodePlaceSchema } from '../../../src/journal/moment';

const commit = '0123456789abcdef0123456789abcdef01234567';

describe('the link to lines on a repository’s host', () => {
  const gitHub = `https://github.com/acme/app/blob/${commit}/src/a.ts#L3-L9`;
  const gitLab = `https://gitlab.com/acme/app/-/blob/${commit}/src/a.ts#L3-9`;
  const azure =
    `https://dev.azure.com/acme/My%20Project/_git/app?path=/src/a.ts&version=GC${commit}` +
    '&line=3&lineEnd=10&lineStartColumn=1&lineEndColumn=1';
  const rows: [remote: string, link: string | undefined][] = [
    ['https://github.com/acme/app.git', gitHub],
    ['https://github.com/acme/app', gitHub],
    ['https://github.com/acme/app/', gitHub],
    [' https://github.com/acme/app.git\n', gitHub],
    ['https://GitHub.com/acme/app.git', gitHub],
    ['https://www.github.com/acme/app', gitHub],
    ['http://github.com/acme/app.git', gitHub],
    ['https://github.com:443/acme/app.git', gitHub],
    ['https://ana@github.com/acme/app.git', gitHub],
    ['https://ana:s3cret@github.com/acme/app.git', gitHub],
    ['https://ana@corp.example:s3cret@github.com/acme/app.git', gitHub],
    ['https://x-access-token:s3cret@github.com/acme/app', gitHub],
    ['https://github.com/acme/app.git?token=s3cret', gitHub],
    ['git@github.com:acme/app.git', gitHub],
    ['git@github.com:/acme/app.git', gitHub],
    ['github.com:acme/app.git', gitHub],
    ['ssh://git@github.com/acme/app.git', gitHub],
    ['ssh://git@ssh.github.com:443/acme/app.git', gitHub],
    ['git+ssh://git@github.com/acme/app.git', gitHub],
    ['git://github.com/acme/app.git', gitHub],
    ['git@github.com-work:acme/app.git', gitHub],
    ['git@github.corp.example:acme/app.git', gitHub.replace('github.com', 'github.corp.example')],
    ['ssh://git@github.corp.example:2222/acme/app', gitHub.replace('github.com', 'github.corp.example')],
    ['https://github.corp.example:8443/acme/app', gitHub.replace('github.com', 'github.corp.example:8443')],
    ['git@github.com:acme/my.git.app.git', gitHub.replace('/app/', '/my.git.app/')],
    ['https://gitlab.com/acme/app.git', gitLab],
    ['git@gitlab.com:acme/app.git', gitLab],
    ['git@gitlab.com:acme/team/sub/app.git', gitLab.replace('acme/', 'acme/team/sub/')],
    ['https://oauth2:s3cret@gitlab.corp.example/acme/app.git', gitLab.replace('.com', '.corp.example')],
    ['git@altssh.gitlab.com:acme/app.git', gitLab],
    ['git@bitbucket.org:acme/app.git', `https://bitbucket.org/acme/app/src/${commit}/src/a.ts#lines-3:9`],
    [
      'https://s3cret@bitbucket.org/acme/app',
      `https://bitbucket.org/acme/app/src/${commit}/src/a.ts#lines-3:9`,
    ],
    ['https://acme@dev.azure.com/acme/My%20Project/_git/app', azure],
    ['https://acme:s3cret@dev.azure.com/acme/My Project/_git/app', azure],
    ['git@ssh.dev.azure.com:v3/acme/My%20Project/app', azure],
    ['https://dev.azure.com/acme/_git/app', azure.replace('My%20Project', 'app')],
    // Other hosts, and what names no repository of one.
    ['git@example.com:acme/app.git', undefined],
    ['https://notgithub.com/acme/app', undefined],
    ['https://github.com/acme', undefined],
    ['https://github.com/acme/app/more', undefined],
    ['https://github.com/', undefined],
    ['https://github.com/acme/..', undefined],
    ['https://gitlab.com/app', undefined],
    ['https://bitbucket.org/acme', undefined],
    ['https://dev.azure.com/acme/app', undefined],
    ['http://github.corp.example:8080/acme/app', undefined],
    ['/srv/git/github.com/app.git', undefined],
    ['../app', undefined],
    ['C:\\code\\app', undefined],
    ['file:///srv/git/app.git', undefined],
    ['javascript://github.com/acme/app', undefined],
    ['https://github.com"onclick/acme/app', undefined],
    ['', undefined],
  ];
  for (const [remote, link] of rows) {
    it(`of ${JSON.stringify(remote)} is ${link ?? 'none'}`, () => {
      assert.equal(permalinkOf(remote, commit, 'src/a.ts', 3, 9), link);
    });
  }

  const link = (path: string, first = 3, last = 9, hash = commit, remote = 'git@github.com:acme/app.git') =>
    permalinkOf(remote, hash, path, first, last)?.replace(`https://github.com/acme/app/blob/${commit}/`, '');

  it('encodes the file’s path', () => {
    assert.equal(link('my code/ü #1 100%?.ts'), 'my%20code/%C3%BC%20%231%20100%25%3F.ts#L3-L9');
  });

  it('is of one line where there is one', () => {
    assert.equal(link('a.ts', 3, 3), 'a.ts#L3');
    assert.match(link('a.ts', 3, 3, commit, 'git@gitlab.com:g/a') ?? '', /#L3$/);
    assert.match(link('a.ts', 3, 3, commit, 'git@bitbucket.org:g/a') ?? '', /#lines-3$/);
    assert.match(link('a.ts', 3, 3, commit, 'https://dev.azure.com/o/p/_git/a') ?? '', /&line=3&lineEnd=4&/);
  });

  it('asks for the source of Markdown, which has lines', () => {
    assert.equal(link('docs/READ ME.md'), 'docs/READ%20ME.md?plain=1#L3-L9');
  });

  it('is none without a commit or a path within the repository', () => {
    assert.equal(link('a.ts', 1, 1, 'main'), undefined);
    for (const path of ['', '/a.ts', '../a.ts', 'a//b.ts', 'a/./b.ts']) {
      assert.equal(link(path), undefined, path);
    }
  });

  it('is an https address of the host, as a moment’s place wants it, whatever the names', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' });
    void fc.assert(
      fc.property(name, name, name, (owner, repository, file) => {
        const found = permalinkOf(`https://u:tok@gitlab.com/${owner}/${repository}`, commit, file, 1, 2);
        if (found !== undefined) {
          assert.ok(v.is(CodePlaceSchema, { file: 'a', firstLine: 1, lastLine: 2, permalink: found }), found);
          assert.equal(new URL(found).host, 'gitlab.com');
        }
      }),
    );
  });

  it('never has a user or token in it', () => {
    const secret = fc.stringMatching(/^[a-z0-9:._~@-]{1,20}$/).map(text => `TOKEN${text}TOKEN`);
    const start = fc.constantFrom('https://', 'ssh://', 'git://', '');
    void fc.assert(
      fc.property(start, secret, fc.constantFrom('/', ':'), (before, user, sign) => {
        const found = permalinkOf(`${before}${user}@github.com${sign}acme/app.git`, commit, 'a.ts', 1, 2);
        assert.ok(!found?.includes('TOKEN'), found);
      }),
    );
  });
});
