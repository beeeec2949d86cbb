import * as vscode from 'vscode';
import { sourceOfPullRequest, sourceOfPullRequestInView } from '../../src/journal/logging/pullRequestSource';
import { UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { closeEditors } from './editors';
import { atEnd, held, replace } from './perTest';
import { RecordingLog } from './reporter';

const link = 'https://github.com/acme/app/pull/123';
const row = (model: unknown) => ({ pullRequestModel: model });
const known = { number: 123, title: 'Retry what the network drops', url: link };
const whole = { what: '#123: Retry what the network drops', offered: [], link };

/** Takes the place of GitHub’s extension, which tells that of the workspace’s folder. */
function withGitHub(tell: () => Promise<unknown>, isActive = true): void {
  const extension = { isActive, exports: { getRepositoryDescription: tell } };
  replace(vscode.extensions, 'getExtension', () => extension);
}

const page = (label: string, viewType = 'mainThreadWebview-PullRequestOverview') => ({
  label,
  input: new vscode.TabInputWebview(viewType),
});
const fileOf = (prNumber: number) => {
  const uri = vscode.Uri.from({ scheme: 'pr', path: '/a.ts', query: JSON.stringify({ prNumber }) });
  return { label: 'a.ts', input: new vscode.TabInputTextDiff(uri, uri) };
};

const inView = (tab: Parameters<typeof sourceOfPullRequestInView>[0], log = new RecordingLog()) =>
  sourceOfPullRequestInView(tab, log);

describe('logging from a row of pull requests', () => {
  it('begins with its number and title, offers its author and keeps its address', () => {
    const author = { login: 'ana-dev' };
    deepEqual(sourceOfPullRequest(row({ number: 123, title: 'Retry twice', html_url: link, author })), {
      what: '#123: Retry twice',
      offered: ['ana-dev'],
      link,
    });
    deepEqual(sourceOfPullRequest({ mr: { iid: 12, title: 'Retry twice' } }), {
      what: '!12: Retry twice',
      offered: [],
    });
  });

  const failing = Object.defineProperty({}, 'pullRequestModel', {
    get() {
      throw new Error('disposed');
    },
  });
  for (const given of [undefined, null, 'row', {}, row({ title: 'Retry' }), failing]) {
    it('says so where it can’t be read, and offers to log without it', async () => {
      const { message, actions } = await rejects(
        Promise.resolve().then(() => sourceOfPullRequest(given)),
        UserError,
      );
      match(message, /doesn’t tell its number and title/);
      deepEqual(
        actions.map(({ title }) => title),
        ['Log Without It'],
      );
    });
  }
});

describe('logging from the pull request in view', () => {
  it('has what the title of its page says', async () => {
    deepEqual(await inView(page('#123 Retry what the...')), { what: '#123: Retry what the…', offered: [] });
  });

  it('has the whole title and the address where it is checked out, too', async () => {
    withGitHub(async () => ({ pullRequest: known }));
    deepEqual(await inView(page('#123 Retry what the...')), whole);
    deepEqual(await inView(fileOf(123)), whole);
  });

  it('isn’t the one that is checked out where another one’s page or file is seen', async () => {
    withGitHub(async () => ({ pullRequest: known }));
    deepEqual(await inView(page('#7 Wait longer')), { what: '#7: Wait longer', offered: [] });
    deepEqual(await inView(page('#123 Of another repo')), { what: '#123: Of another repo', offered: [] });
    deepEqual(await inView(fileOf(7)), { what: '#7', offered: [] });
  });

  it('is the one that is checked out where something else is seen', async () => {
    withGitHub(async () => ({ pullRequest: known }));
    deepEqual(await inView(undefined), whole);
    deepEqual(await inView(page('#7 A title of its own', 'mainThreadWebview-IssueOverview')), whole);
  });

  for (const [what, tell, isActive] of [
    ['none is checked out', async () => ({ owner: 'acme' }), true],
    ['it tells something else', async () => 'acme', true],
    ['it fails', () => Promise.reject(new Error('offline')), true],
    ['it hasn’t begun', async () => ({ pullRequest: known }), false],
  ] as const) {
    it(`asks to open one where ${what}`, async () => {
      withGitHub(tell, isActive);
      const log = new RecordingLog();
      const { message, actions } = await rejects(inView(undefined, log), UserError);
      match(message, /Open its page/);
      equal(actions[0]?.title, 'Log Without It');
      equal(
        log.lines.some(line => line.includes('offline')),
        what === 'it fails',
      );
    });
  }

  it('waits for GitHub’s extension only so long', async () => {
    withGitHub(() => new Promise(() => undefined));
    deepEqual(await inView(page('#123 Retry what the...')), { what: '#123: Retry what the…', offered: [] });
  });

  it('is known of a real page', async () => {
    atEnd(closeEditors);
    const title = '#123 Retry what the...';
    held(vscode.window.createWebviewPanel('PullRequestOverview', title, vscode.ViewColumn.Active));
    const activeTab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    await until('the page is in view', () => activeTab()?.label === title);
    deepEqual((await inView(activeTab())).what, '#123: Retry what the…');
    ok(activeTab()?.input instanceof vscode.TabInputWebview, 'it is a page');
  });
});
