import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { deepEqual, equal, match, ok, rejects, sorted } from './assert';
import { freshFolder, MemoryMemento } from './context';
import { closeEditors } from './editors';
import { aMoment, idsOf, openJournal, segmentWith, writeText } from './journals';

describe('a journal with a line that can’t be read', () => {
  const broken = `${segmentWith('a', 'b')}{"op":"put","ms":2,\n`;
  let storageUri: vscode.Uri;
  let segment: vscode.Uri;
  beforeEach(async () => {
    storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    segment = vscode.Uri.joinPath(storageUri, 'journal', 'other-0000.jsonl');
    await writeText(segment, broken);
  });
  afterEach(closeEditors);

  it('has all its good moments, takes new ones, and the file stays as it was', async () => {
    const { session } = await openJournal({ storageUri });
    deepEqual(sorted(idsOf(session)), ['a', 'b']);
    await session.put(aMoment('c'));
    await session.delete('a');
    await session.refresh();
    deepEqual(sorted(idsOf(session)), ['b', 'c']);
    equal(await readText(segment), broken);
  });

  it('names the line to the user and in the log', async () => {
    const { reporter } = await openJournal({ storageUri });
    const [error, ...more] = reporter.reported;
    deepEqual(more, []);
    ok(error instanceof UserError, 'it is for the user');
    match(error.message, /other-0000\.jsonl:4: it isn’t JSON\. Everything else is there/);
    equal(reporter.log.lines.length, 1);
    match(reporter.log.lines[0] ?? '', /^warn Journal: set aside .*other-0000\.jsonl:4: /);
  });

  it('opens the file at that line when asked', async () => {
    const { reporter } = await openJournal({ storageUri });
    const [error] = reporter.reported;
    ok(error instanceof UserError, 'it is for the user');
    deepEqual(
      error.actions.map(({ title }) => title),
      ['Open File'],
    );
    await error.actions[0]?.run();
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), segment.toString());
    equal(editor?.selection.active.line, 3);
  });

  it('names it once: neither looking again nor the next window does, only a new one is named', async () => {
    const workspaceState = new MemoryMemento();
    const first = await openJournal({ storageUri, workspaceState });
    await first.session.refresh();
    equal(first.reporter.reported.length, 1);
    const second = await openJournal({ storageUri, workspaceState });
    deepEqual(second.reporter.reported, []);
    deepEqual(second.reporter.log.lines, []);

    await writeText(segment, `${broken}worse\nand worse\n`);
    await second.session.refresh();
    const [error] = second.reporter.reported;
    ok(error instanceof UserError, 'it is for the user');
    match(error.message, /^2 lines of your journal .* the first: .*:5: it isn’t JSON/);
  });
});

describe('a journal that can’t be written', () => {
  let obstacle: vscode.Uri;
  let storageUri: vscode.Uri;
  beforeEach(() => {
    storageUri = vscode.Uri.joinPath(freshFolder(), 'id', 'belay.belay');
    obstacle = vscode.Uri.joinPath(storageUri, 'journal');
  });

  it('refuses a moment, and takes it when what was in the way is gone', async () => {
    const { session } = await openJournal({ storageUri });
    await writeText(obstacle, 'in the way');
    for (const work of [session.put(aMoment('a')), session.delete('a')]) {
      match(
        (await rejects(work, UserError)).message,
        /^Your journal couldn’t be written to .*journal: .+\.$/,
      );
    }
    equal(await readText(obstacle), 'in the way');

    await vscode.workspace.fs.delete(obstacle);
    await session.put(aMoment('a'));
    const next = await openJournal({ storageUri });
    deepEqual(idsOf(next.session), ['a']);
  });

  it('doesn’t open as if it were empty, and opens when what was in the way is gone', async () => {
    await writeText(obstacle, 'in the way');
    const opening = await rejects(openJournal({ storageUri }), UserError);
    match(opening.message, /^Your journal in .*journal can’t be read: .+/);
    deepEqual(
      opening.actions.map(({ title }) => title),
      ['Try Again'],
    );
    await vscode.workspace.fs.delete(obstacle);
    const { session } = await openJournal({ storageUri });
    deepEqual(session.moments, []);
    await writeText(obstacle, 'in the way');
    equal((await rejects(session.refresh(), UserError)).message, opening.message);
  });
});
