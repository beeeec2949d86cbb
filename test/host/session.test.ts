import * as vscode from 'vscode';
import { deepEqual, equal, match, ok, rejects, sorted } from './assert';
import { createContext, freshFolder } from './context';
import { aMoment, idsOf, openJournal, storagesOfOneFolder, writeText } from './journals';

const filesIn = async (folder: vscode.Uri) =>
  (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);

describe('a window’s journal', () => {
  it('is empty at first, and opening it writes nothing', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    const { session, reporter } = await openJournal({ storageUri });
    deepEqual(session.moments, []);
    deepEqual(reporter.reported, []);
    equal(session.location.withoutWorkspace, false);
    await rejects(vscode.workspace.fs.stat(storageUri), vscode.FileSystemError);
  });

  it('has a moment once it is put, and still has it in the next window', async () => {
    const { storageUri } = createContext();
    const { session } = await openJournal({ storageUri: storageUri ?? null });
    const moment = aMoment('a', { kind: 'pairing', place: { file: 'a.ts', firstLine: 1, lastLine: 3 } });
    await session.put(moment);
    deepEqual(session.find('a'), moment);
    const next = await openJournal({ storageUri: storageUri ?? null });
    deepEqual(next.session.moments, [moment]);
  });

  it('keeps it below the workspace’s storage, in a segment of its own', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    const windows = [await openJournal({ storageUri }), await openJournal({ storageUri })];
    await Promise.all(windows.map(({ session }, index) => session.put(aMoment(`m${index}`))));
    const names = await filesIn(vscode.Uri.joinPath(storageUri, 'journal'));
    equal(names.length, 2);
    for (const name of names) {
      match(name, /^[0-9a-f-]{36}-0000\.jsonl$/);
    }
  });

  it('replaces a moment of the same id, and deletes one', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('a', { what: 'first' }));
    await session.put(aMoment('b'));
    await session.put(aMoment('a', { what: 'second' }));
    equal(session.find('a')?.what, 'second');
    await session.delete('a');
    deepEqual(idsOf(session), ['b']);
    await session.refresh();
    deepEqual(idsOf(session), ['b']);
  });

  it('tells who shows it of each change, when it can be seen', async () => {
    const { session } = await openJournal();
    const seen: string[][] = [];
    session.onDidChange(() => seen.push(idsOf(session)));
    await session.put(aMoment('a'));
    await session.delete('a');
    await session.refresh();
    deepEqual(seen, [['a'], [], []]);
  });

  it('tells nobody of a moment that couldn’t be written', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    const { session } = await openJournal({ storageUri });
    await writeText(vscode.Uri.joinPath(storageUri, 'journal'), 'in the way');
    let changes = 0;
    session.onDidChange(() => {
      changes += 1;
    });
    await rejects(session.put(aMoment('a')), Error);
    equal(changes, 0);
    deepEqual(session.moments, []);
  });
});

describe('the journals of windows on one folder', () => {
  it('are one: each window sees what the others logged and deleted, when it looks again', async () => {
    const storage = storagesOfOneFolder();
    // VS Code has made the folders by the time that Belay starts.
    await Promise.all(([1, 2] as const).map(window => vscode.workspace.fs.createDirectory(storage(window))));
    const one = await openJournal({ storageUri: storage(1) });
    const two = await openJournal({ storageUri: storage(2) });
    await one.session.put(aMoment('one'));
    await two.session.put(aMoment('two'));
    await Promise.all([one.session.refresh(), two.session.refresh()]);
    deepEqual(sorted(idsOf(one.session)), ['one', 'two']);
    deepEqual(sorted(idsOf(two.session)), ['one', 'two']);
    await two.session.delete('one');
    await one.session.refresh();
    deepEqual(idsOf(one.session), ['two']);
  });

  it('stay apart on the disk: a window writes nothing into another’s storage', async () => {
    const storage = storagesOfOneFolder();
    const one = await openJournal({ storageUri: storage(1) });
    await one.session.put(aMoment('one'));
    const before = await filesIn(vscode.Uri.joinPath(storage(1), 'journal'));
    const two = await openJournal({ storageUri: storage(2) });
    await two.session.put(aMoment('one', { what: 'changed by the second window' }));
    deepEqual(await filesIn(vscode.Uri.joinPath(storage(1), 'journal')), before);
    await one.session.refresh();
    equal((await filesIn(vscode.Uri.joinPath(storage(2), 'journal'))).length, 1);
  });

  it('are one also where the second window was opened after the first', async () => {
    const storage = storagesOfOneFolder();
    const one = await openJournal({ storageUri: storage(1) });
    const two = await openJournal({ storageUri: storage(2) });
    await two.session.put(aMoment('two'));
    await one.session.refresh();
    deepEqual(idsOf(one.session), ['two']);
  });

  it('have nothing to do with another folder’s', async () => {
    const root = freshFolder();
    const other = await openJournal({ storageUri: vscode.Uri.joinPath(root, 'b2', 'belay.belay') });
    await other.session.put(aMoment('other'));
    const { session } = await openJournal({ storageUri: vscode.Uri.joinPath(root, 'a1', 'belay.belay') });
    deepEqual(session.moments, []);
  });
});

describe('the journal of a window without a folder', () => {
  it('is beside those of all workspaces, and says so', async () => {
    const globalStorageUri = vscode.Uri.joinPath(freshFolder(), 'belay.belay');
    const { session } = await openJournal({ storageUri: null, globalStorageUri });
    equal(session.location.withoutWorkspace, true);
    await session.put(aMoment('a'));
    equal((await filesIn(vscode.Uri.joinPath(globalStorageUri, 'journal-without-folder'))).length, 1);
    ok(session.location.folder.path.endsWith('journal-without-folder'), session.location.folder.path);
    const next = await openJournal({ storageUri: null, globalStorageUri });
    deepEqual(idsOf(next.session), ['a']);
  });
});
