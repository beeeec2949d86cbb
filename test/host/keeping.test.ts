import * as vscode from 'vscode';
import { adoptJournal, offerLeftBehind } from '../../src/journal/keeping/adoptJournal';
import { exportJournal } from '../../src/journal/keeping/exportJournal';
import { forgetEverywhere } from '../../src/journal/keeping/forgetEverywhere';
import { importFile } from '../../src/journal/keeping/importJournal';
import { keepBackup, restoreBackup } from '../../src/journal/keeping/keepBackups';
import { PreviewPages } from '../../src/journal/keeping/previewPage';
import { printEvent, printHeader } from '../../src/journal/segment';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { thisWorkspace } from '../../src/platform/logFolders';
import { deepEqual, equal, match, ok, rejects, sorted, until } from './assert';
import { createContext, freshFolder } from './context';
import { aMoment, idsOf, openJournal, storagesOfOneFolder, writeText } from './journals';
import { atEnd, held, replace } from './perTest';
import { choosing, messages } from './questions';
import { RecordingReporter } from './reporter';

/** Chooses in each list the items whose labels begin so; several where the list takes several. */
function choosingLabels(...labels: string[]): void {
  choosing(items => {
    const chosen = items.filter(({ label }) => labels.some(one => label.startsWith(one)));
    return labels.includes('many') ? chosen : chosen[0];
  });
}

const options = () => ({ pages: held(new PreviewPages()), reporter: new RecordingReporter() });
const closeEditors = () => atEnd(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

describe('exporting the journal', () => {
  it('writes what was chosen in the form that was chosen, and says how many', async () => {
    const file = vscode.Uri.joinPath(freshFolder(), 'j.csv');
    replace(vscode.window, 'showSaveDialog', async () => file);
    const shown = messages('showInformationMessage');
    choosingLabels('A Person', 'Jo', 'CSV');
    await exportJournal([aMoment('a'), aMoment('b', { who: ['Jo'] })], [], new RecordingReporter());
    match(await readText(file), /^id,when[^\n]*\r?\nb,[^\n]*\r?\n$/);
    // Where others may come to read it.
    match(shown[0]?.text ?? '', /^One moment written to .*j\.csv\. That is in your workspace/);
  });

  it('warns of no file outside the workspace', async () => {
    replace(vscode.window, 'showSaveDialog', async () => vscode.Uri.joinPath(freshFolder(), 'j.csv'));
    replace(vscode.workspace, 'getWorkspaceFolder', () => undefined);
    const shown = messages('showInformationMessage');
    choosingLabels('All Moments', 'CSV');
    await exportJournal([aMoment('a')], [], new RecordingReporter());
    match(shown[0]?.text ?? '', /^One moment written to .*j\.csv$/);
  });

  it('copies Markdown', async () => {
    const before = await vscode.env.clipboard.readText();
    atEnd(() => vscode.env.clipboard.writeText(before));
    messages('showInformationMessage');
    choosingLabels('What Is Selected', 'Markdown', 'Clipboard');
    await exportJournal([aMoment('a'), aMoment('b')], [aMoment('b')], new RecordingReporter());
    const text = await vscode.env.clipboard.readText();
    match(text, /what happened in b/);
    ok(!text.includes('what happened in a'), text);
  });

  it('says so where a file can’t be written, and offers another one', async () => {
    const folder = freshFolder();
    await vscode.workspace.fs.createDirectory(folder);
    replace(vscode.window, 'showSaveDialog', async () => folder);
    choosingLabels('All Moments', 'JSON');
    await rejects(exportJournal([aMoment('a')], [], new RecordingReporter()), UserError);
  });

  it('has nothing to do in an empty journal', () =>
    rejects(exportJournal([], [], new RecordingReporter()), UserError));
});

describe('importing into the journal', () => {
  beforeEach(closeEditors);

  it('takes what is new, tells rows that can’t be read, and can be undone', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('here'));
    const file = vscode.Uri.joinPath(freshFolder(), 'j.csv');
    const rows = ['a,2026-03-01T10:00:00Z,first', 'b,yesterday,second', 'here,2026-03-01T10:00:00Z,other'];
    await writeText(file, `id,when,what\n${rows.join('\n')}\n`);
    const shown: string[] = [];
    choosing(items => {
      shown.push(vscode.window.activeTextEditor?.document.getText() ?? '');
      return items.filter(({ picked }) => picked);
    });
    const said = messages('showInformationMessage', 'Undo');
    let undone = 0;
    session.onDidChange(() => {
      undone += session.find('a') ? 0 : 1;
    });
    await importFile(session, file, options());
    match(shown[0] ?? '', /Can’t be read: 1[\s\S]*row 3: when/);
    match(shown[0] ?? '', /different: 1/);
    equal(said[0]?.text, 'One moment imported');
    await until('it is undone', () => undone > 1 && !session.find('a'));
    match(vscode.window.activeTextEditor?.document.getText() ?? '', /row 3: when/);
    deepEqual(idsOf(session), ['here']);
    equal(session.find('here')?.what, 'what happened in here');
  });

  it('takes the file’s version where that is wanted, and changes nothing a second time', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('here'));
    const file = vscode.Uri.joinPath(freshFolder(), 'j.csv');
    await writeText(file, 'id,when,what\nhere,2026-03-01T10:00:00Z,other\n');
    const asked = choosing(items => items);
    const said = messages('showInformationMessage');
    await importFile(session, file, options());
    equal(session.find('here')?.what, 'other');
    await importFile(session, file, options());
    equal(asked.length, 1);
    match(said.at(-1)?.text ?? '', /^Nothing to import/);
  });

  it('writes nothing where it is cancelled, and refuses what is no export', async () => {
    const { session } = await openJournal();
    const file = vscode.Uri.joinPath(freshFolder(), 'j.csv');
    await writeText(file, 'id,when,what\na,2026-03-01T10:00:00Z,x\n');
    choosing(() => undefined);
    await importFile(session, file, options());
    deepEqual(session.moments, []);
    const other = vscode.Uri.joinPath(freshFolder(), 'j.json');
    await writeText(other, '{}');
    await rejects(importFile(session, other, options()), UserError);
  });
});

describe('forgetting a person', () => {
  it('reaches segments, older versions, backups and drafts, of other windows too', async () => {
    const storage = storagesOfOneFolder();
    const one = await openJournal({ storageUri: storage(1) });
    const two = await openJournal({ storageUri: storage(2) });
    await two.session.put(aMoment('two', { what: 'Zuleika first', who: ['Zuleika', 'Jo'] }));
    await two.session.put(aMoment('two', { what: 'nobody', who: ['Jo'] }));
    await keepBackup(two.session, new Date());
    await two.session.put(aMoment('alone', { who: ['Zuleika'] }));
    await two.session.delete('alone');
    await two.session.drafts.keep({
      ...{
        id: 'd',
        what: 'ask zuleika',
        who: ['Zuleika', 'Jo'],
        learned: 'Zuleika knew',
        quote: '> by Zuleika',
      },
      ...{ offered: ['Zuleika', 'Kim'], earlier: [{ id: 'e', what: 'Zuleika first' }] },
    });
    await one.session.refresh();
    await one.session.put(aMoment('one', { what: 'with Zuleika', who: ['Jo'] }));
    const wish = { name: 'Zuleika', how: { pseudonym: 'Q' }, options: {} };
    deepEqual(await forgetEverywhere(one.session, wish), { left: [] });
    await two.session.put(aMoment('after'));
    equal(one.session.find('one')?.what, 'with Q');
    for (const window of [1, 2] as const) {
      const folder = vscode.Uri.joinPath(storage(window), 'journal');
      for (const name of await filesBelow(folder)) {
        ok(!/zuleika/i.test(await readText(vscode.Uri.joinPath(folder, name))), name);
      }
    }
    const { session } = await openJournal({ storageUri: storage(2) });
    deepEqual((await session.drafts.load()).draft, {
      ...{ id: 'd', what: 'ask Q', who: ['Q', 'Jo'], learned: 'Q knew', quote: '> by Q' },
      ...{ offered: ['Kim'], earlier: [{ id: 'e', what: 'Q first' }] },
    });
    deepEqual(sorted(idsOf(session)), ['after', 'one', 'two']);
  });

  it('tells the lines in which the name is left', async () => {
    const storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    const broken = vscode.Uri.joinPath(storageUri, 'journal', 'broken.jsonl');
    await writeText(broken, `${printHeader({ writer: 'w', workspace: { folders: [] } })}\n{"Zuleika\n`);
    const { session } = await openJournal({ storageUri });
    const { left } = await forgetEverywhere(session, { name: 'Zuleika', how: 'remove', options: {} });
    deepEqual(
      left.map(({ line }) => line),
      [2],
    );
  });
});

describe('backups of the journal', () => {
  beforeEach(closeEditors);

  it('are made once a week where there is something to keep, and the last five stay', async () => {
    const { session } = await openJournal();
    const names = () => filesBelow(vscode.Uri.joinPath(session.location.uri, 'backups'));
    await keepBackup(session, new Date(2026, 0, 1, 12));
    deepEqual(await names(), []);
    await session.put(aMoment('a'));
    for (const day of [1, 2, 8, 15, 22, 29, 36]) {
      await keepBackup(session, new Date(2026, 0, day, 12));
    }
    deepEqual(
      sorted(await names()),
      ['01-08', '01-15', '01-22', '01-29', '02-05'].map(day => `journal-2026-${day}.json`),
    );
  });

  it('bring back what was deleted since', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('a'));
    await keepBackup(session, new Date());
    await session.delete('a');
    messages('showInformationMessage');
    choosing(items => (items.some(item => 'file' in item) ? items[0] : items.filter(({ picked }) => picked)));
    await restoreBackup(session, options());
    deepEqual(idsOf(session), ['a']);
  });
});

describe('a journal that was left behind', () => {
  /** Where nothing is, on this workspace's own file system. */
  const elsewhere = `${freshFolder().toString()}/`;
  const own = () => thisWorkspace().folders[0]?.split('/').at(-1) ?? '';

  /** Storages of several workspaces, of which one other has a journal of the folder `folder`. */
  async function storages(folder: string) {
    const root = freshFolder();
    const header = printHeader({ writer: 'old', workspace: { name: 'old one', folders: [folder] } });
    const event = printEvent({ op: 'put', stamp: { ms: 1, count: 0, writer: 'old' }, entry: aMoment('old') });
    const old = vscode.Uri.joinPath(root, 'b2', 'belay.belay', 'journal', 'old-0000.jsonl');
    await writeText(old, `${header}\n${event}\n`);
    const context = createContext({ storageUri: vscode.Uri.joinPath(root, 'a1', 'belay.belay') });
    const { session } = await openJournal({ storageUri: context.storageUri ?? null });
    return { old, context, session };
  }

  it('is offered to an empty journal where its folder is gone, and brought along', async () => {
    const { old, context, session } = await storages(elsewhere + own());
    const before = await readText(old);
    const said = messages('showInformationMessage', 'Bring It Along');
    await offerLeftBehind(session, context);
    deepEqual(idsOf(session), ['old']);
    match(said[0]?.text ?? '', /\.belay-tests/);
    equal(await readText(old), before);
    await offerLeftBehind(session, context);
    equal(said.length, 2, 'a journal with moments isn’t asked about');
  });

  it('isn’t offered again once that was declined for good', async () => {
    const { context, session } = await storages(elsewhere + own());
    const said = messages('showInformationMessage', 'Never for This Journal');
    await offerLeftBehind(session, context);
    await offerLeftBehind(session, context);
    equal(said.length, 1);
    deepEqual(session.moments, []);
  });

  it('isn’t offered where its folder is there, or is another one', async () => {
    const said = messages('showInformationMessage', 'Bring It Along');
    for (const folder of [...thisWorkspace().folders, `${elsewhere}else`]) {
      const { context, session } = await storages(folder);
      await offerLeftBehind(session, context);
    }
    deepEqual(said, []);
  });

  it('can be adopted by hand, whatever its folder; twice changes nothing', async () => {
    const { context, session } = await storages(`${elsewhere}else`);
    const said = messages('showInformationMessage');
    const asked = choosing(items => items[0]);
    await adoptJournal(session, context);
    await adoptJournal(session, context);
    deepEqual(idsOf(session), ['old']);
    match(asked[0]?.[0]?.description ?? '', /^One moment, the last on Mar 1(, 2026)?$/);
    match(said[1]?.text ?? '', /here already/);
  });
});

async function filesBelow(folder: vscode.Uri): Promise<string[]> {
  const there = await vscode.workspace.fs.stat(folder).then(
    () => true,
    () => false,
  );
  const entries = there ? await vscode.workspace.fs.readDirectory(folder) : [];
  const names = entries.map(async ([name, type]) =>
    type === vscode.FileType.Directory
      ? (await filesBelow(vscode.Uri.joinPath(folder, name))).map(inner => `${name}/${inner}`)
      : [name],
  );
  return (await Promise.all(names)).flat();
}
