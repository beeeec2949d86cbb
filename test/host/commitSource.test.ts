import * as vscode from 'vscode';
import { commitSource as commitSourceOf, type InView } from '../../src/journal/logging/commitSource';
import { UserError } from '../../src/platform/errors';
import { gitPlaceOf, latestCommits } from '../../src/platform/git';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { workspaceFolder } from './context';
import { closeEditors } from './editors';
import { atEnd, replace } from './perTest';
import { choosing } from './questions';
import { RecordingLog } from './reporter';

const file = () => vscode.Uri.joinPath(workspaceFolder(), 'src', 'retry.ts');
const nothing: InView = { file: undefined, tab: undefined };
const commitSource = (given: readonly unknown[], inView: InView, log = new RecordingLog()) =>
  commitSourceOf(given, inView, log);

/** A commit whose hash is made of one digit. */
const commit = (digit: string, message: string, ...parents: string[]) => ({
  hash: digit.repeat(40),
  message: `${message}\n\nBecause.`,
  authorName: 'Lee',
  parents,
});
const parent = commit('1', 'Start');
const latest = commit('2', 'Retry twice', parent.hash);

/** A repository of Git’s with these commits, the latest first. It keeps what its log was asked for. */
function repository(name: string, ...commits: ReturnType<typeof commit>[]) {
  const asked: unknown[] = [];
  return {
    asked,
    rootUri: vscode.Uri.file(`/work/${name}`),
    async log(options: unknown) {
      asked.push(options);
      return commits;
    },
    async getCommit(ref: string) {
      const found = commits.find(({ hash }) => hash.startsWith(ref));
      if (!found) {
        throw new Error(`bad object ${ref}`);
      }
      return found;
    },
  };
}

/** Takes the place of VS Code’s Git extension. */
function withGit(...repositories: ReturnType<typeof repository>[]): void {
  const within = (uri: vscode.Uri, { rootUri }: { rootUri: vscode.Uri }) =>
    `${uri.path}/`.startsWith(`${rootUri.path}/`);
  const api = {
    state: 'initialized',
    repositories,
    getRepository: (uri: vscode.Uri) => repositories.find(one => within(uri, one)) ?? null,
  };
  const git = { activate: async () => ({ enabled: true, getAPI: () => api }) };
  replace(vscode.extensions, 'getExtension', (id: string) => (id === 'vscode.git' ? git : undefined));
}

/** A file at that commit, as Git’s extension has it. */
const version = (hash: string, path = '/work/app/src/retry.ts') =>
  vscode.Uri.from({ scheme: 'git', path, query: JSON.stringify({ path, ref: hash }) });

/** What a list showed: `—` and a word where it is divided. */
const shown = (items: readonly vscode.QuickPickItem[] = []) =>
  items.map(({ kind, label }) => (kind === vscode.QuickPickItemKind.Separator ? `— ${label}` : label));

const ofLatest = { what: 'Retry twice (2222222)', preset: { who: ['Lee'] } };

describe('logging from a commit', () => {
  it('offers the latest, with author and hash', async () => {
    const place = await gitPlaceOf(file(), new RecordingLog());
    if (!place) {
      // No Git extension in the browser’s host, or no Git on the machine.
      await rejects(commitSource([], { ...nothing, file: file() }), UserError);
      return;
    }
    const asked = choosing(([first]) => first);
    await until('Git knows its repository', async () => (await latestCommits(file(), 1)) !== undefined);
    const picked = await commitSource([], { ...nothing, file: file() });
    deepEqual(picked, { what: `Start (${place.commit.slice(0, 7)})`, preset: { who: ['Sample'] } });
    equal(asked[0]?.length, 1);
    match(asked[0]?.[0]?.description ?? '', /^Sample · .* · [0-9a-f]{7}$/);
    equal(place.path, 'src/retry.ts');
  });

  it('logs nothing where none is chosen, and says where there is no repository', async () => {
    replace(vscode.extensions, 'getExtension', () => undefined);
    const error = await rejects(commitSource([], nothing), UserError);
    match(error.message, /Open a file of it/);
    ok(error.actions.length === 1, 'it offers to log without one');
  });

  it('shows no icons for signs in a message', async () => {
    withGit(repository('app', commit('2', 'Use $(x) and [a](b)')));
    const asked = choosing(() => undefined);
    equal(await commitSource([], nothing), undefined);
    deepEqual(shown(asked[0]), ['Use $\u200B(x) and [a](b)']);
  });
});

describe('logging from a commit in view', () => {
  for (const [what, tab] of [
    ['a version of a file', { label: 'retry.ts', input: new vscode.TabInputText(version(parent.hash)) }],
    [
      'the right side of a comparison',
      {
        label: 'retry.ts (1111111)',
        input: new vscode.TabInputTextDiff(version(latest.hash), version(parent.hash)),
      },
    ],
    [
      'the left side, where the right one isn’t committed',
      { label: 'retry.ts', input: new vscode.TabInputTextDiff(version(parent.hash), file()) },
    ],
    ['all that a commit changed', { label: '1111111 - Start', input: undefined }],
  ] as const) {
    it(`offers that first: ${what}`, async () => {
      withGit(repository('app', latest, parent));
      const asked = choosing(([, first]) => first);
      deepEqual(await commitSource([], { ...nothing, tab }), {
        what: 'Start (1111111)',
        preset: { who: ['Lee'] },
      });
      deepEqual(shown(asked[0]), ['— In view', 'Start', '— Latest', 'Retry twice']);
    });
  }

  for (const [what, tab] of [
    ['no tab', undefined],
    ['what isn’t committed', { label: 'retry.ts', input: new vscode.TabInputText(version('~')) }],
    ['a commit that no repository has', { label: '3333333 - Lost', input: undefined }],
    [
      'a file that is called as a commit is',
      { label: '1111111 - x', input: new vscode.TabInputText(file()) },
    ],
  ] as const) {
    it(`offers the latest only, where there is none: ${what}`, async () => {
      withGit(repository('app', latest, parent));
      const asked = choosing(([first]) => first);
      deepEqual(await commitSource([], { ...nothing, tab }), ofLatest);
      deepEqual(shown(asked[0]), ['Retry twice', 'Start']);
    });
  }

  it('writes into the log which repositories don’t have it', async () => {
    withGit(repository('app', latest, parent), repository('other'));
    choosing(([first]) => first);
    const log = new RecordingLog();
    await commitSource(
      [],
      { ...nothing, file: file(), tab: { label: '3333333 - Lost', input: undefined } },
      log,
    ).catch(error => ok(error instanceof UserError, String(error)));
    deepEqual(
      log.lines.map(line => line.replace(/ in \S*[/\\]/, ' in ')),
      ['app', 'other'].map(name => `info Git: no commit 3333333 in ${name}: bad object 3333333`),
    );
  });

  it('has the latest of the repository that the commit is of, where there are several', async () => {
    const other = repository('other', commit('4', 'Another'));
    withGit(other, repository('app', latest, parent));
    const asked = choosing(([, first]) => first);
    await commitSource([], { ...nothing, tab: { label: '1111111 - Start', input: undefined } });
    deepEqual(shown(asked[0]), ['— In view', 'Start', '— Latest', 'Retry twice']);
    deepEqual(other.asked, []);
  });

  it('is known of real tabs', async () => {
    const place = await gitPlaceOf(file(), new RecordingLog());
    if (!place) {
      return;
    }
    atEnd(closeEditors);
    const { path } = file();
    const asked = choosing(([, first]) => first);
    const what = `Start (${place.commit.slice(0, 7)})`;
    const activeTab = () => vscode.window.tabGroups.activeTabGroup.activeTab;

    await vscode.window.showTextDocument(version(place.commit, path));
    deepEqual((await commitSource([], { ...nothing, tab: activeTab() }))?.what, what);

    const changes = [[file(), version('0'.repeat(40), path), version(place.commit, path)]];
    const title = `${place.commit.slice(0, 7)} - Start`;
    await vscode.commands.executeCommand('vscode.changes', title, changes);
    // VS Code adds of how many files.
    await until('the tab is there', () => activeTab()?.label.startsWith(title) === true);
    deepEqual((await commitSource([], { ...nothing, tab: activeTab() }))?.what, what);
    deepEqual(asked.map(shown), [
      ['— In view', 'Start', '— Latest'],
      ['— In view', 'Start', '— Latest'],
    ]);
  });
});

describe('logging from a commit by a menu', () => {
  const whole = (from: string) =>
    vscode.Uri.from({ scheme: 'scm-history-item', path: `/work/app/${from}..${latest.hash}` });

  it('asks nothing where the tab shows the changes of one', async () => {
    withGit(repository('app', latest, parent));
    const asked = choosing(([first]) => first);
    deepEqual(await commitSource([whole(parent.hash)], nothing), ofLatest);
    deepEqual(await commitSource([version(latest.hash)], nothing), ofLatest);
    deepEqual(asked, []);
  });

  it('asks where the tab shows the changes of several, or none', async () => {
    withGit(repository('app', latest, parent));
    const asked = choosing(() => undefined);
    for (const address of [whole('9'.repeat(40)), version('~'), version('9'.repeat(40))]) {
      equal(await commitSource([address], nothing), undefined);
    }
    deepEqual(asked.map(shown), Array(3).fill(['Retry twice', 'Start']));
  });

  it('asks for one that changed the file whose Timeline it is, since VS Code doesn’t tell the row', async () => {
    const app = repository('app', latest, parent);
    withGit(repository('other'), app);
    const changed = vscode.Uri.file('/work/app/src/retry.ts');
    const asked = choosing(([first]) => first);
    deepEqual(await commitSource([undefined, changed, 'git-history'], nothing), ofLatest);
    deepEqual(app.asked, [{ maxEntries: 30, path: changed.fsPath }]);
    deepEqual(shown(asked[0]), ['Retry twice', 'Start']);
  });

  it('takes what is no address for nothing', async () => {
    withGit(repository('app', latest));
    choosing(([first]) => first);
    for (const given of [null, 'git:/a', { scheme: 'git' }, { path: '/a' }, 7]) {
      deepEqual(await commitSource([given, given], nothing), ofLatest);
    }
  });
});
