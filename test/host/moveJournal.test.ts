import * as vscode from 'vscode';
import { moveJournal } from '../../src/journal/folder/moveJournal';
import { journalFolderSetting } from '../../src/journal/folder/ownFolder';
import { keepBackup } from '../../src/journal/keeping/keepBackups';
import type { JournalSession } from '../../src/journal/session';
import { allJournals } from '../../src/journal/views/allJournals';
import { UserError } from '../../src/platform/errors';
import { listFiles } from '../../src/platform/files';
import { deepEqual, equal, match, ok, rejects, sorted, until } from './assert';
import { freshFolder } from './context';
import { aMoment, idsOf, openJournal, storagesOfOneFolder } from './journals';
import { freshStorage } from './notes';
import { atEnd, held, replace } from './perTest';
import { choosing, messages } from './questions';

const setting = (value: string | undefined) =>
  vscode.workspace.getConfiguration().update(journalFolderSetting, value, vscode.ConfigurationTarget.Global);

/** A folder of the user's own, which is there and empty. */
async function ownFolder(): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(freshFolder(), 'own');
  await vscode.workspace.fs.createDirectory(folder);
  atEnd(() => setting(undefined));
  return folder;
}

async function open(storageUri: vscode.Uri): Promise<JournalSession> {
  return held((await openJournal({ storageUri })).session);
}

const nameOf = (folder: vscode.Uri) => (folder.scheme === 'file' ? folder.fsPath : folder.toString());

/** Moves the journal into `folder`, whatever is asked. */
async function moveInto(session: JournalSession, folder: vscode.Uri): Promise<readonly { text: string }[]> {
  replace(vscode.window, 'showOpenDialog', async () => [folder]);
  replace(vscode.workspace, 'getWorkspaceFolder', () => undefined);
  const shown = messages('showInformationMessage');
  ok(await moveJournal(session), 'it was moved');
  await until('that is said', () => shown.length > 0);
  return shown;
}

describe('moving the journal into a folder of the user’s own', () => {
  it('copies it there, writes there from then on, and keeps the old one', async () => {
    const storageUri = freshStorage();
    const folder = await ownFolder();
    const session = await open(storageUri);
    await session.put(aMoment('a'));
    const old = vscode.Uri.joinPath(storageUri, 'journal');
    const before = await listFiles(old);
    const shown = await moveInto(session, folder);
    match(shown[0]?.text ?? '', /The journal is in .*own now, with One moment/);
    equal(vscode.workspace.getConfiguration().get(journalFolderSetting), nameOf(folder));
    deepEqual(idsOf(session), ['a']);
    await session.put(aMoment('b'));
    equal((await listFiles(folder)).length, 2);
    deepEqual(await listFiles(old), before);
  });

  it('is used by all workspaces, in other windows at once, and shows no moment twice', async () => {
    const folder = await ownFolder();
    const [one, two] = [await open(freshStorage()), await open(freshStorage())];
    await one.put(aMoment('of the first'));
    await two.put(aMoment('of the second'));
    await moveInto(one, folder);
    await until('the second has both', () => idsOf(two).length === 2);
    await two.put(aMoment('later'));
    await one.refresh();
    deepEqual(sorted(idsOf(one)), ['later', 'of the first']);
    choosing(items => items.find(({ label }) => label.startsWith('Bring')));
    ok(await moveJournal(two), 'the second’s earlier moments come along');
    await one.refresh();
    deepEqual(sorted(idsOf(one)), ['later', 'of the first', 'of the second']);
  });

  it('keeps drafts and backups on the machine', async () => {
    const storageUri = freshStorage();
    const folder = await ownFolder();
    const session = await open(storageUri);
    await session.put(aMoment('a'));
    await moveInto(session, folder);
    await keepBackup(session, new Date());
    await session.drafts.keep({ id: 'd', what: 'half a thought' });
    ok(
      (await listFiles(folder)).every(name => name.endsWith('.jsonl')),
      'only segments are there',
    );
    equal((await listFiles(vscode.Uri.joinPath(storageUri, 'journal', 'backups'))).length, 1);
  });

  it('goes back into VS Code’s storage with all that the folder has', async () => {
    const folder = await ownFolder();
    const session = await open(freshStorage());
    await session.put(aMoment('a'));
    await moveInto(session, folder);
    await session.put(aMoment('b'));
    const inFolder = await listFiles(folder);
    choosing(items => items.find(({ label }) => label.startsWith('Back')));
    ok(await moveJournal(session), 'it was moved');
    equal(vscode.workspace.getConfiguration().get(journalFolderSetting), '');
    equal(session.location.ownFolder, undefined);
    deepEqual(sorted(idsOf(session)), ['a', 'b']);
    deepEqual(await listFiles(folder), inFolder);
  });

  it('removes the old copy where the user wants that, and loses nothing', async () => {
    const storages = storagesOfOneFolder();
    const folder = await ownFolder();
    const [first, second] = [await open(storages(1)), await open(storages(2))];
    await first.put(aMoment('a'));
    await second.put(aMoment('b'));
    replace(
      vscode.window,
      'showWarningMessage',
      async (_text: string, _options: unknown, yes: string) => yes,
    );
    const said: string[] = [];
    replace(vscode.window, 'showOpenDialog', async () => [folder]);
    replace(vscode.workspace, 'getWorkspaceFolder', () => undefined);
    replace(vscode.window, 'showInformationMessage', async (text: string, button?: string) => {
      said.push(text);
      return button;
    });
    ok(await moveJournal(first), 'it was moved');
    await until('the old copy is removed', () => said.includes('The old copy is removed.'));
    deepEqual(await listFiles(vscode.Uri.joinPath(storages(1), 'journal')), []);
    deepEqual(await listFiles(vscode.Uri.joinPath(storages(2), 'journal')), []);
    deepEqual(sorted(idsOf(first)), ['a', 'b']);
  });

  it('asks first where the folder is in the workspace', async () => {
    const folder = await ownFolder();
    const session = await open(freshStorage());
    replace(vscode.window, 'showOpenDialog', async () => [folder]);
    replace(vscode.workspace, 'getWorkspaceFolder', () => ({ name: 'shop', uri: folder, index: 0 }));
    const asked: string[] = [];
    replace(vscode.window, 'showWarningMessage', async (text: string) => {
      asked.push(text);
    });
    equal(await moveJournal(session), false);
    match(asked[0] ?? '', /in the workspace shop/);
    equal(session.location.ownFolder, undefined);
  });
});

describe('a setting for the journal’s folder', () => {
  it('that names no folder is refused with a way to mend it, and changes nothing', async () => {
    const folder = await ownFolder();
    for (const [value, reason] of [
      [nameOf(vscode.Uri.joinPath(folder, 'nowhere')), /isn’t there/],
      ['journal', /has to name a whole path/],
    ] as const) {
      await setting(value);
      const error = await rejects(openJournal({ storageUri: freshStorage() }), UserError);
      match(error.message, reason);
      equal(error.actions[0]?.title, 'Open Setting');
    }
    ok(!(await listFiles(folder)).includes('nowhere'), 'no folder was made');
  });

  it('leaves an open journal where it was if there is no such folder', async () => {
    const folder = await ownFolder();
    const { session, reporter } = await openJournal({ storageUri: freshStorage() });
    held(session);
    await session.put(aMoment('a'));
    await setting(nameOf(vscode.Uri.joinPath(folder, 'nowhere')));
    await until('that is told', () => reporter.reported.length > 0);
    await session.put(aMoment('b'));
    deepEqual(sorted(idsOf(session)), ['a', 'b']);
  });

  it('has moments that are in the folder as well not found a second time elsewhere', async () => {
    const folder = await ownFolder();
    const root = freshFolder();
    const storage = (name: string) => vscode.Uri.joinPath(root, name, 'belay.belay');
    const [one, two] = [await open(storage('one')), await open(storage('two'))];
    await one.put(aMoment('moved'));
    await moveInto(one, folder);
    const elsewhere = await allJournals(
      { storageUri: storage('two'), globalStorageUri: vscode.Uri.joinPath(root, 'global', 'belay.belay') },
      {},
      two,
    );
    deepEqual(elsewhere, []);
  });
});
