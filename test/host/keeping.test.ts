import * as vscode from 'vscode';
import { adoptJournal, offerLeftBehind } from '../../src/journal/keeping/adoptJournal';
import { exportJournal } from '../../src/journal/keeping/exportJournal';
import { forgetEverywhere } from '../../src/journal/keeping/forgetEverywhere';
import { importFile } from '../../src/journal/keeping/importJournal';
import { keepBackup, keepBackups, restoreBackup } from '../../src/journal/keeping/keepBackups';
import { PreviewPages } from '../../src/journal/keeping/previewPage';
import { momentFormat, printEvent, printHeader } from '../../src/journal/segment';
import type { JournalSession } from '../../src/journal/session';
import { parseExport } from '../../src/journal/text/exchange';
import { localDay } from '../../src/platform/days';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { thisWorkspace } from '../../src/platform/logOptions';
import { SegmentCodec } from '../../src/platform/segment';
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

  it('makes no icons of people’s names, and exports those with whoever was chosen', async () => {
    messages('showInformationMessage');
    const labels: string[] = [];
    choosing(items => {
      labels.push(...items.map(({ label }) => label));
      return items.find(({ label }) => /^(A Person|\$.*trash|Markdown|Clipboard)/.test(label));
    });
    const before = await vscode.env.clipboard.readText();
    atEnd(() => vscode.env.clipboard.writeText(before));
    await exportJournal([aMoment('a', { who: ['$(trash)'] })], [], new RecordingReporter());
    match(await vscode.env.clipboard.readText(), /what happened in a/);
    ok(!labels.includes('$(trash)'), labels.join());
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

  it('leaves alone what was changed while the user decided, and with Undo what was changed since', async () => {
    const { session } = await openJournal();
    await session.change(['edited', 'taken', 'kept'].map(id => ({ put: aMoment(id) })));
    const file = vscode.Uri.joinPath(freshFolder(), 'j.csv');
    const rows = ['edited', 'taken', 'kept', 'new'].map(id => `${id},2026-03-01T10:00:00Z,of the file`);
    await writeText(file, `id,when,what\n${rows.join('\n')}\n`);
    replace(vscode.window, 'showQuickPick', async (items: readonly vscode.QuickPickItem[]) => {
      await session.put(aMoment('edited', { what: 'edited meanwhile' }));
      return items;
    });
    const said: string[] = [];
    replace(vscode.window, 'showInformationMessage', async (text: string) => {
      said.push(text);
      if (said.length === 1) {
        await session.put(aMoment('taken', { what: 'edited since' }));
        return 'Undo';
      }
      return undefined;
    });
    await importFile(session, file, options());
    await until('it is said', () => said.length === 2);
    match(said[0] ?? '', /^3 of 4 moments imported: /);
    equal(said[1], 'One moment has changed since, and stays as it is.');
    deepEqual(Object.fromEntries(session.moments.map(({ id, what }) => [id, what])), {
      edited: 'edited meanwhile',
      taken: 'edited since',
      kept: 'what happened in kept',
    });
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

  it('goes on where backups can’t be listed, and tells it', async () => {
    const { session } = await openJournal();
    await session.put(aMoment('a', { who: ['Zuleika', 'Jo'] }));
    await session.drafts.keep({ id: 'd', what: 'ask Zuleika', who: ['Jo'] });
    await writeText(vscode.Uri.joinPath(session.location.uri, 'backups'), 'in the way');
    const { left } = await forgetEverywhere(session, { name: 'Zuleika', how: 'remove', options: {} });
    equal(left.length, 1);
    match(left[0]?.file ?? '', /backups$/);
    equal((await session.drafts.load()).draft?.what, 'ask someone');
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

  it('are made in a window that stays open, when their week has come', async () => {
    const { session, reporter } = await openJournal();
    await session.put(aMoment('a'));
    const backups = vscode.Uri.joinPath(session.location.uri, 'backups');
    // One that is being written has another name until it is whole.
    const names = async () => (await filesBelow(backups)).filter(name => name.endsWith('.json'));
    // The day ends in half a second.
    let now = new Date(2026, 0, 7, 23, 59, 59, 500);
    await keepBackup(session, new Date(2026, 0, 1, 12));
    held(keepBackups(session, reporter, () => now));
    now = new Date(2026, 0, 8, 0, 0, 1);
    await until('the next week’s is made', async () => (await names()).length === 2);
    deepEqual(sorted(await names()), ['journal-2026-01-01.json', 'journal-2026-01-08.json']);
    deepEqual(reporter.reported, []);
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

  it('bring back a moment whose day earlier versions took, though the calendar has none', async () => {
    const { session } = await openJournal();
    const old = aMoment('old', { followUp: { due: '2026-02-31' } });
    await session.put(old);
    await keepBackup(session, new Date());
    await session.delete('old');
    messages('showInformationMessage');
    choosing(items => (items.some(item => 'file' in item) ? items[0] : items.filter(({ picked }) => picked)));
    await restoreBackup(session, options());
    deepEqual(session.moments, [old]);
  });
});

describe('the first moment that is logged in a new format', () => {
  beforeEach(closeEditors);
  const next = new SegmentCodec({ ...momentFormat, version: 2 });
  const backups = ({ location }: JournalSession) => filesBelow(vscode.Uri.joinPath(location.uri, 'backups'));
  const name = () => `journal-${localDay(new Date())}-before-format-2.json`;

  it('is logged when the journal as it was is backed up, once for all windows', async () => {
    const storage = storagesOfOneFolder();
    const old = await openJournal({ storageUri: storage(1) });
    await old.session.put(aMoment('a'));
    const one = await openJournal({ storageUri: storage(1) }, next);
    deepEqual(await backups(one.session), []);
    await one.session.put(aMoment('b'));
    deepEqual(await backups(one.session), [name()]);
    const text = await readText(vscode.Uri.joinPath(one.session.location.uri, 'backups', name()));
    deepEqual(
      parseExport('', text).moments.map(({ moment }) => moment),
      [aMoment('a')],
    );
    const two = await openJournal({ storageUri: storage(2) }, next);
    await two.session.put(aMoment('c'));
    deepEqual(await backups(two.session), []);
    deepEqual([...one.reporter.reported, ...two.reporter.reported], []);

    await two.session.delete('a');
    messages('showInformationMessage');
    const asked = choosing(items =>
      items.some(item => 'file' in item) ? items[0] : items.filter(({ picked }) => picked),
    );
    await restoreBackup(two.session, options());
    match(asked[0]?.[0]?.label ?? '', /, before format 2$/);
    deepEqual(two.session.find('a'), aMoment('a'));
  });

  it('is logged also where no backup can be written, which is told', async () => {
    const { storageUri } = createContext();
    ok(storageUri, 'it has storage');
    const old = await openJournal({ storageUri });
    await old.session.put(aMoment('a'));
    await writeText(vscode.Uri.joinPath(old.session.location.uri, 'backups'), 'in the way');
    const { session, reporter } = await openJournal({ storageUri }, next);
    await session.put(aMoment('b'));
    deepEqual(sorted(idsOf(session)), ['a', 'b']);
    const [error, ...more] = reporter.reported;
    deepEqual(more, []);
    ok(error instanceof UserError, 'it is for the user');
    match(error.message, /new format\. A backup .* couldn’t be written to .*backups: .*stays as it is\.$/);
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
    // As file managers leave them.
    await writeText(vscode.Uri.joinPath(root, '.DS_Store'), '');
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
