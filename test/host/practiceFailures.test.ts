import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { documentFiles } from '../../src/practice/documents';
import { type PracticeDocument, practiceSegments } from '../../src/practice/entry';
import { PracticeStore } from '../../src/practice/store';
import { openSelf } from './asking';
import { deepEqual, equal, match, ok, rejects, sorted, until } from './assert';
import { type ContextOptions, createContext, freshFolder, MemoryMemento } from './context';
import { closeEditors } from './editors';
import { writeText } from './journals';
import { held, replace } from './perTest';
import { today } from './plan';
import { RecordingReporter } from './reporter';

function aDocument(id: string, text = 'text'): PracticeDocument {
  const created = `${today}T10:00:00+01:00`;
  return { type: 'document', id, kind: 'story', title: `The ${id}`, text, created };
}

async function openStore(options: ContextOptions) {
  const reporter = new RecordingReporter();
  return { store: held(await PracticeStore.open(createContext(options), reporter)), reporter };
}

const idsOf = (store: PracticeStore) => sorted(store.all('document').map(({ id }) => id));

describe('practice in two windows', () => {
  it('learns of what the other one wrote when its window is come back to', async () => {
    const states = held(new vscode.EventEmitter<vscode.WindowState>());
    replace(vscode.window, 'onDidChangeWindowState', states.event);
    const globalStorageUri = freshFolder();
    const { practice } = await openSelf({ globalStorageUri });
    const { store: other } = await openStore({ globalStorageUri });
    await other.put(aDocument('a'));
    states.fire({ focused: false, active: false });
    deepEqual(idsOf(practice.store), []);
    states.fire({ focused: true, active: true });
    await until('it is read', () => idsOf(practice.store).length > 0);
  });
});

describe('a practice log with a line that can’t be read', () => {
  const header = practiceSegments.printHeader({ writer: 'other', workspace: { folders: [] } });
  const lines = ['a', 'b'].map(id =>
    practiceSegments.printEvent({
      op: 'put',
      stamp: { ms: 1, count: 0, writer: 'other' },
      entry: aDocument(id),
    }),
  );
  const broken = `${[header, lines[0], '{"op":"put","ms":2,', lines[1]].join('\n')}\n`;
  let globalStorageUri: vscode.Uri;
  let segment: vscode.Uri;
  beforeEach(async () => {
    globalStorageUri = freshFolder();
    segment = vscode.Uri.joinPath(globalStorageUri, 'practice', 'other-0000.jsonl');
    await writeText(segment, broken);
  });
  afterEach(closeEditors);

  it('has all the rest, takes new entries, and the file stays as it was', async () => {
    const { store } = await openStore({ globalStorageUri });
    deepEqual(idsOf(store), ['a', 'b']);
    await store.put(aDocument('c'));
    await store.delete('a');
    await store.refresh();
    deepEqual(idsOf(store), ['b', 'c']);
    equal(await readText(segment), broken);
  });

  it('names file, line and reason to the user and in the log, and opens the file there', async () => {
    const { reporter } = await openStore({ globalStorageUri });
    const [error, ...more] = reporter.reported;
    deepEqual(more, []);
    ok(error instanceof UserError, 'it is for the user');
    match(
      error.message,
      /^A line of your practice log .*practice.other-0000\.jsonl:3: it isn’t JSON\. Everything else is there/,
    );
    equal(reporter.log.lines.length, 1);
    match(reporter.log.lines[0] ?? '', /^warn Practice: set aside .*other-0000\.jsonl:3: it isn’t JSON/);
    equal(error.actions[0]?.title, 'Open File');
    await error.actions[0]?.run();
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), segment.toString());
    equal(editor?.selection.active.line, 2);
  });

  it('names it once, in whichever workspace; only a new one is named', async () => {
    const globalState = new MemoryMemento();
    const first = await openStore({ globalStorageUri, globalState });
    await first.store.refresh();
    equal(first.reporter.reported.length, 1);
    // Another workspace: storage and state of its own.
    const second = await openStore({ globalStorageUri, globalState });
    deepEqual(second.reporter.reported, []);
    deepEqual(second.reporter.log.lines, []);

    await writeText(segment, `${broken}worse\nand worse\n`);
    await second.store.refresh();
    const [error] = second.reporter.reported;
    ok(error instanceof UserError, 'it is for the user');
    match(error.message, /^2 lines of your practice log .* the first: .*:5: it isn’t JSON/);
  });
});

describe('a practice log that can’t be written', () => {
  let obstacle: vscode.Uri;
  let globalStorageUri: vscode.Uri;
  beforeEach(() => {
    globalStorageUri = freshFolder();
    obstacle = vscode.Uri.joinPath(globalStorageUri, 'practice');
  });

  it('refuses an entry with where and why, and takes it when what was in the way is gone', async () => {
    const { store } = await openStore({ globalStorageUri });
    await writeText(obstacle, 'in the way');
    for (const work of [store.put(aDocument('a')), store.delete('a')]) {
      match(
        (await rejects(work, UserError)).message,
        /^Your practice log couldn’t be written to .*practice: .+\.$/,
      );
    }
    deepEqual(idsOf(store), []);
    await vscode.workspace.fs.delete(obstacle);
    await store.put(aDocument('a'));
    deepEqual(idsOf((await openStore({ globalStorageUri })).store), ['a']);
  });

  it('doesn’t open as if it were empty, and opens when what was in the way is gone', async () => {
    await writeText(obstacle, 'in the way');
    const opening = await rejects(openStore({ globalStorageUri }), UserError);
    match(opening.message, /^Your practice log in .*practice can’t be read: .+/);
    deepEqual(
      opening.actions.map(({ title }) => title),
      ['Try Again'],
    );
    await vscode.workspace.fs.delete(obstacle);
    const { store } = await openStore({ globalStorageUri });
    deepEqual(idsOf(store), []);
    await writeText(obstacle, 'in the way');
    equal((await rejects(store.refresh(), UserError)).message, opening.message);
  });

  it('says in an open document’s editor why that isn’t saved, and keeps what was saved before', async () => {
    const { store } = await openStore({ globalStorageUri });
    await store.put(aDocument('a', 'before'));
    const files = held(documentFiles(store, {}));
    await vscode.workspace.fs.delete(obstacle, { recursive: true });
    await writeText(obstacle, 'in the way');
    const uri = vscode.Uri.parse('belay-practice:/a/The a.md');
    const error = await rejects(files.writeFile(uri, new TextEncoder().encode('after')), Error);
    match(error.message, /^Your practice log couldn’t be written to /);
    equal(store.find('document', 'a')?.text, 'before');
  });

  it('says what to do where a newer version has written', async () => {
    const header = practiceSegments.printHeader({ writer: 'w', workspace: { folders: [] } });
    const newer = `${header.replace('"version":1', '"version":2')}\n`;
    await writeText(vscode.Uri.joinPath(obstacle, 'w-0000.jsonl'), newer);
    const { store, reporter } = await openStore({ globalStorageUri });
    deepEqual([store.readOnly, reporter.reported], [true, []]);
    const error = await rejects(store.put(aDocument('a')), UserError);
    match(
      error.message,
      /^A newer version of Belay has written to .*practice, .* Update Belay to change it\.$/,
    );
    deepEqual(idsOf(store), []);
  });
});
