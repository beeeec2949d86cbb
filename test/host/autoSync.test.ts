import * as vscode from 'vscode';
import { journalFolderSetting } from '../../src/journal/folder/ownFolder';
import type { JournalSession } from '../../src/journal/session';
import { AutoSync } from '../../src/journal/sync/autoSync';
import type { QuietTimes } from '../../src/journal/sync/quietMoment';
import { syncJournal } from '../../src/journal/sync/syncJournal';
import { messageOf, UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, ok, until } from './assert';
import { createContext, freshFolder } from './context';
import { FakeSyncGit, gitError } from './fakeSyncGit';
import { aMoment, openJournal } from './journals';
import { freshStorage } from './notes';
import { atEnd, held, recordCommands, replace } from './perTest';
import { messages } from './questions';
import { RecordingReporter } from './reporter';

const all = ['add', 'commit', 'fetch silently', 'merge', 'push'];

const quick: QuietTimes = { openedMs: 20, quietMs: 20, pauseMs: 60_000 };

/** Longer than all that happens after a change in these tests. */
const quiet = () => new Promise(resolve => setTimeout(resolve, 300));

function set(name: string, value: unknown) {
  return vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

const turn = (isOn: boolean) => set('belay.journal.autoSync', isOn);

interface Options {
  readonly pushUrl?: string;
  readonly isOn?: boolean;
  readonly times?: Partial<QuietTimes>;
}

/** A journal in a repository, with a moment that isn't committed, in a window that syncs by itself. */
async function open({ pushUrl = '/remote.git', isOn = true, times = {} }: Options) {
  const folder = vscode.Uri.joinPath(freshFolder(), 'own');
  await vscode.workspace.fs.createDirectory(folder);
  atEnd(() => set(journalFolderSetting, undefined));
  atEnd(() => set('belay.journal.autoSync', undefined));
  await set(journalFolderSetting, folder.scheme === 'file' ? folder.fsPath : folder.toString());
  await turn(isOn);
  const git = new FakeSyncGit(folder, pushUrl);
  const errors = messages('showErrorMessage');
  const told = messages('showInformationMessage');
  const session = held((await openJournal({ storageUri: freshStorage() })).session);
  await session.put(aMoment('a'));
  const context = createContext();
  const reporter = new RecordingReporter();
  held(new AutoSync(session, context, reporter, () => ({ ...quick, ...times })));
  return { folder, session, git, context, reporter, told, errors };
}

/** Waits until Git was asked that so many times. */
const asked = (git: FakeSyncGit, command: string, times: number) =>
  until(`${times} × ${command}`, () => git.count(command) >= times);

async function change(session: JournalSession): Promise<void> {
  await session.put(aMoment(crypto.randomUUID()));
}

describe('a journal that is synced by itself', () => {
  it('is, in silence, after it was opened and after each change', async () => {
    const places: unknown[] = [];
    const { withProgress } = vscode.window;
    replace(vscode.window, 'withProgress', (options: vscode.ProgressOptions, work: () => Promise<void>) => {
      places.push(options.location);
      return withProgress(options, work);
    });
    const { session, git, told, errors, reporter } = await open({});
    await asked(git, 'push', 1);
    deepEqual(git.asked, all);
    await quiet();
    await change(session);
    await asked(git, 'push', 2);
    await quiet();
    deepEqual(git.asked, [...all, ...all]);
    deepEqual(places, [vscode.ProgressLocation.Window, vscode.ProgressLocation.Window]);
    deepEqual([told, errors, reporter.reported, reporter.log.lines], [[], [], [], []]);
  });

  it('isn’t again for files that a sync doesn’t commit, in a folder beside the segments say', async () => {
    const { git, folder } = await open({});
    git.others.push(vscode.Uri.joinPath(folder, 'older', 'a-0000.jsonl'));
    await asked(git, 'push', 1);
    await quiet();
    deepEqual(git.asked, all);
  });

  it('isn’t where that is off, from the moment on in which it is turned off', async () => {
    const { session, git } = await open({ isOn: false });
    await change(session);
    await quiet();
    deepEqual(git.asked, []);
    await turn(true);
    await asked(git, 'push', 1);
    await quiet();
    await turn(false);
    await change(session);
    await quiet();
    deepEqual(git.asked, all);
  });

  it('is only committed where nobody has said that the remote is private, and that is told once', async () => {
    const { session, git, context, told } = await open({ pushUrl: 'https://example.com/journal.git' });
    const commands = recordCommands();
    await asked(git, 'commit', 1);
    await change(session);
    await asked(git, 'commit', 2);
    await quiet();
    deepEqual(git.asked, ['add', 'commit', 'add', 'commit']);
    equal(told.length, 1);
    match(told[0]?.text ?? '', /once you have synced it by hand/);
    deepEqual(told[0]?.buttons, ['Sync Journal']);
    deepEqual(commands, []);
    await context.globalState.update('journal.confirmedRemotes', ['https://example.com/journal.git']);
    await change(session);
    await asked(git, 'push', 1);
    equal(told.length, 1);
  });

  it('is synced by hand by the button of that message', async () => {
    const commands = recordCommands('belay.syncJournal');
    const { git } = await open({ pushUrl: 'https://example.com/journal.git', isOn: false });
    messages('showInformationMessage', 'Sync Journal');
    await turn(true);
    await until('the command is run', () => commands.some(([id]) => id === 'belay.syncJournal'));
    equal(git.count('push'), 0);
  });

  it('tells once what a person has to mend, in the words of Sync Journal, and goes on trying', async () => {
    const { session, git, reporter } = await open({ times: { pauseMs: 50 } });
    git.before = command => {
      if (command === 'merge') {
        throw gitError('Conflict', 'error: both changed it\n');
      }
    };
    await change(session);
    await asked(git, 'merge --abort', 1);
    await quiet();
    await change(session);
    await asked(git, 'merge --abort', 2);
    await quiet();
    const [failure, ...others] = reporter.reported;
    deepEqual(others.map(messageOf), []);
    ok(failure instanceof UserError, 'it says what to do');
    match(failure.message, /^Nothing was changed: what others pushed can’t be merged in .*both changed it$/);
    git.before = command => {
      if (command === 'fetch silently') {
        throw gitError('AuthenticationFailed', 'fatal: Authentication failed\n');
      }
    };
    await change(session);
    await until('another thing is told, too', () => reporter.reported.length === 2);
    git.before = () => undefined;
    await change(session);
    await asked(git, 'push', 1);
  });

  it('is tried again where there is no connection, and only Belay’s log says so', async () => {
    const { git, reporter, errors } = await open({ times: { pauseMs: 50 } });
    git.before = command => {
      if (command === 'fetch silently') {
        throw gitError('RemoteConnectionError', 'ssh: Could not resolve hostname\n');
      }
    };
    await asked(git, 'fetch silently', 3);
    equal(git.count('commit'), 1);
    git.before = () => undefined;
    await asked(git, 'push', 1);
    deepEqual([reporter.reported, errors], [[], []]);
    match(reporter.log.lines[0] ?? '', /^warn Sync: The remote of .* can’t be reached/);
  });

  it('is never synced twice at once, whoever begins', async () => {
    const { session, git, context } = await open({});
    let release: () => void = () => undefined;
    const hold = () => {
      const isReleased = new Promise<void>(resolve => {
        release = resolve;
      });
      git.before = command => (command.startsWith('fetch') ? isReleased : undefined);
    };
    hold();
    await asked(git, 'fetch silently', 1);
    const byHand = syncJournal(session, context);
    await quiet();
    deepEqual(git.asked, ['add', 'commit', 'fetch silently']);
    release();
    await byHand;
    deepEqual(git.asked.slice(3), ['merge', 'push', 'fetch', 'merge', 'push']);
    hold();
    const again = syncJournal(session, context);
    await asked(git, 'fetch', 2);
    await change(session);
    await quiet();
    equal(git.count('fetch silently'), 1);
    release();
    await again;
    await asked(git, 'fetch silently', 2);
    deepEqual(git.crossed, []);
  });

  it('isn’t where Git is off, or it is in VS Code’s storage', async () => {
    const { session, git, reporter } = await open({ isOn: false });
    replace(vscode.extensions, 'getExtension', () => undefined);
    await turn(true);
    await quiet();
    await set(journalFolderSetting, undefined);
    await until('it is in the storage again', () => session.location.ownFolder === undefined);
    await quiet();
    deepEqual([git.asked, reporter.reported], [[], []]);
  });
});
