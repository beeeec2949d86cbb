import * as vscode from 'vscode';
import { UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { closeEditors } from './editors';
import { fakeGit } from './fakeGit';
import { storagesOfOneFolder, writeText } from './journals';
import { codeFile, freshStorage, insertAbove, NotesWindow, type } from './notes';
import { choosing, messages } from './questions';

const state = (thread: vscode.CommentThread) => [thread.label, thread.contextValue, thread.range?.start.line];

describe('a review note', () => {
  afterEach(closeEditors);

  it('is a thread of its own once it is kept, and still there in the next window', async () => {
    const storageUri = freshStorage();
    const uri = await codeFile();
    const window = await NotesWindow.open({ storageUri });
    const thread = await window.add(uri, 3, 'What if a number is missing?');
    deepEqual(state(thread), ['Review note', 'open', 3]);
    equal(thread.canReply, true);
    deepEqual(
      window.comments(thread).map(({ kept, mode, contextValue }) => [kept, mode, contextValue]),
      [['What if a number is missing?', vscode.CommentMode.Preview, 'note']],
    );
    const next = await NotesWindow.open({ storageUri });
    deepEqual(state(await next.threadOf(uri, 'What if a number is missing?')), ['Review note', 'open', 3]);
    deepEqual(next.reporter.reported, []);
  });

  it('shows its text as Markdown that isn’t trusted', async () => {
    const window = await NotesWindow.open();
    const thread = await window.add(await codeFile(), 0, '[run](command:x) <b>bold</b>');
    const [comment] = window.comments(thread);
    ok(comment, 'there is a comment');
    ok(comment.body.isTrusted !== true, 'not trusted');
    ok(comment.body.supportHtml !== true, 'no HTML');
  });

  it('isn’t kept where nothing is written, and is gone where it is discarded', async () => {
    const window = await NotesWindow.open();
    const thread = await window.begin(await codeFile(), 1);
    await window.room.newNotes.save(type(window.comments(thread)[0], ' \n'));
    equal(thread.contextValue, 'new');
    await window.room.newNotes.discard(window.comments(thread)[0]);
    await rejects(window.room.show(), UserError);
  });

  it('takes answers, is edited, resolved and opened again', async () => {
    const storageUri = freshStorage();
    const uri = await codeFile();
    const window = await NotesWindow.open({ storageUri });
    const { actions } = window.room;
    const thread = await window.add(uri, 1, 'Why zero?');
    await actions.reply({ thread, text: 'It is the neutral element.' });
    const [, reply] = window.comments(thread);
    ok(reply, 'there is an answer');
    actions.edit(reply);
    equal(reply.mode, vscode.CommentMode.Editing);
    await actions.saveEdit(type(reply, 'Zero is neutral.'));
    equal(reply.mode, vscode.CommentMode.Preview);
    await actions.resolve(thread, true);
    equal(thread.state, vscode.CommentThreadState.Resolved);
    const next = await NotesWindow.open({ storageUri });
    const again = await next.threadOf(uri, 'Why zero?');
    deepEqual(
      next.comments(again).map(({ kept }) => kept),
      ['Why zero?', 'Zero is neutral.'],
    );
    equal(again.contextValue, 'resolved');
    await next.room.actions.resolve(again, false);
    equal(again.contextValue, 'open');
  });

  it('is as it was where an edit is cancelled', async () => {
    const window = await NotesWindow.open();
    const thread = await window.add(await codeFile(), 1, 'Why zero?');
    const [comment] = window.comments(thread);
    ok(comment, 'there is a comment');
    window.room.actions.edit(comment);
    await window.room.actions.cancelEdit(type(comment, 'something else'));
    deepEqual([comment.mode, comment.body.value], [vscode.CommentMode.Preview, 'Why zero?']);
  });

  it('is deleted with its answers, and all come back', async () => {
    const uri = await codeFile();
    const window = await NotesWindow.open();
    const thread = await window.add(uri, 3, 'A note');
    await window.room.actions.reply({ thread, text: 'An answer' });
    await window.room.actions.resolve(thread, true);
    const shown = messages('showInformationMessage', 'Undo');
    await window.room.actions.deleteNote(thread);
    await until('it is back', () => window.made.length === 2);
    const back = await window.threadOf(uri, 'A note');
    ok(back !== thread, 'a new thread');
    deepEqual(
      window.comments(back).map(({ kept }) => kept),
      ['A note', 'An answer'],
    );
    equal(back.contextValue, 'resolved');
    deepEqual(shown, [{ text: 'Review note deleted, with its replies.', buttons: ['Undo'] }]);
  });

  it('loses an answer that is deleted, and has it again', async () => {
    const window = await NotesWindow.open();
    const thread = await window.add(await codeFile(), 3, 'A note');
    await window.room.actions.reply({ thread, text: 'An answer' });
    messages('showInformationMessage', 'Undo');
    await window.room.actions.deleteComment(window.comments(thread)[1]);
    await until('the answer is back', () => window.comments(thread).length === 2);
  });

  it('is shown to the other windows on the folder, which write into files of their own', async () => {
    const storage = storagesOfOneFolder();
    await Promise.all(([1, 2] as const).map(number => vscode.workspace.fs.createDirectory(storage(number))));
    const uri = await codeFile();
    const one = await NotesWindow.open({ storageUri: storage(1) });
    await one.add(uri, 3, 'From one');
    const two = await NotesWindow.open({ storageUri: storage(2) });
    const thread = await two.threadOf(uri, 'From one');
    await two.room.actions.resolve(thread, true);
    const third = await NotesWindow.open({ storageUri: storage(1) });
    equal((await third.threadOf(uri, 'From one')).contextValue, 'resolved');
  });
});

describe('a review note whose code is edited', () => {
  afterEach(closeEditors);

  it('moves along, and is kept where it is when the file is saved', async () => {
    const storageUri = freshStorage();
    const uri = await codeFile();
    const window = await NotesWindow.open({ storageUri });
    const thread = await window.add(uri, 3, 'Here');
    await insertAbove(uri, 0, '// one\n// two\n');
    equal(thread.range?.start.line, 5);
    await insertAbove(uri, 6, '    // below\n');
    equal(thread.range?.start.line, 5);
    ok(await (await vscode.workspace.openTextDocument(uri)).save(), 'saved');
    const next = await NotesWindow.open({ storageUri });
    deepEqual(state(await next.threadOf(uri, 'Here')), ['Review note', 'open', 5]);
  });

  it('is found again in a file that changed elsewhere, with how sure that is', async () => {
    const uri = await codeFile();
    const window = await NotesWindow.open();
    const thread = await window.add(uri, 3, 'Here');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    await writeText(uri, `// new\n${text.replace('total += number;', 'total += number ?? 0;')}`);
    await until('it has moved', () => thread.range?.start.line === 4);
    await until('it is doubted', () => thread.contextValue === 'open-doubt');
    equal(thread.label, 'Review note · place is likely');
    await window.room.actions.keepHere(thread);
    deepEqual(state(thread), ['Review note', 'open', 4]);
  });

  it('stays, without code, where nothing of its code is left', async () => {
    const uri = await codeFile();
    const window = await NotesWindow.open();
    const thread = await window.add(uri, 9, 'Here');
    await writeText(uri, 'nothing\n\nof it\n');
    await until('its code is gone', () => thread.label === 'Review note · its code is gone');
    ok((thread.range?.end.line ?? 99) < 4, 'at the nearest place');
  });

  it('follows its file when that is renamed', async () => {
    const storageUri = freshStorage();
    const uri = await codeFile();
    const window = await NotesWindow.open({ storageUri });
    await window.add(uri, 3, 'Here');
    const renamed = vscode.Uri.joinPath(uri, '..', 'renamed.ts');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    ok(await vscode.workspace.applyEdit(edit), 'renamed');
    await vscode.window.showTextDocument(renamed);
    deepEqual(state(await window.threadOf(renamed, 'Here')), ['Review note', 'open', 3]);
  });
});

describe('a review note whose file went elsewhere without VS Code', () => {
  afterEach(closeEditors);

  /** Writes a note, moves its file into a deeper folder and opens it there. */
  async function assertFollows(uri: vscode.Uri, name: string): Promise<void> {
    const window = await NotesWindow.open();
    await window.add(uri, 3, 'Here');
    await closeEditors();
    const moved = vscode.Uri.joinPath(uri, '..', 'deeper', name);
    await vscode.workspace.fs.rename(uri, moved);
    await vscode.window.showTextDocument(moved);
    deepEqual(state(await window.threadOf(moved, 'Here')), ['Review note', 'open', 3]);
  }

  it('is in the file of the same name that has its code', async () => {
    const name = `moved-${crypto.randomUUID()}.ts`;
    const uri = await codeFile(name);
    await assertFollows(uri, name);
  });

  it('is found there too where Git has very many files that are new', async () => {
    const name = `moved-${crypto.randomUUID()}.ts`;
    const uri = await codeFile(name);
    const untracked = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const other = vscode.Uri.joinPath(uri, '..', 'others', `${index}.txt`);
        await writeText(other, 'nothing\nof it\n');
        return other;
      }),
    );
    fakeGit({ head: 'a', commits: {}, untracked });
    await assertFollows(uri, name);
  });

  it('stays with the file that is gone where no other has its code', async () => {
    const name = `gone-${crypto.randomUUID()}.ts`;
    const uri = await codeFile(name);
    const window = await NotesWindow.open();
    await window.add(uri, 3, 'Here');
    await closeEditors();
    const other = vscode.Uri.joinPath(uri, '..', 'deeper', name);
    await writeText(other, 'nothing\nof it\n');
    await vscode.workspace.fs.delete(uri);
    await window.room.renames.look();
    const asked = choosing(([first]) => first);
    await window.room.show();
    equal(asked[0]?.[0]?.label, '$(warning) Here');
    const page = vscode.window.activeTextEditor?.document;
    equal(page?.uri.scheme, 'belay-note');
  });
});

describe('a review note that can’t be kept', () => {
  afterEach(closeEditors);

  it('comes back into the box, and is kept once what was in the way is gone', async () => {
    const storageUri = freshStorage();
    const uri = await codeFile();
    const window = await NotesWindow.open({ storageUri });
    const obstacle = vscode.Uri.joinPath(storageUri, 'review-notes');
    await writeText(obstacle, 'in the way');
    const error = await rejects(window.add(uri, 3, 'Words'), UserError);
    match(error.message, /kept as a draft/);
    deepEqual(
      error.actions.map(({ title }) => title),
      ['Try Again', 'Copy Text'],
    );
    await vscode.workspace.fs.delete(obstacle);
    const thread = await window.begin(uri, 3);
    equal(window.comments(thread)[0]?.body.value, 'Words');
    await window.room.newNotes.save(window.comments(thread)[0]);
    equal(thread.contextValue, 'open');
  });

  it('is refused where a newer version has written', async () => {
    const storageUri = freshStorage();
    await writeText(
      vscode.Uri.joinPath(storageUri, 'review-notes', 'n-0000.jsonl'),
      '{"belay":"review-notes","version":2,"writer":"n","workspace":{"folders":[]}}\n',
    );
    const window = await NotesWindow.open({ storageUri });
    match((await rejects(window.add(await codeFile(), 3, 'Words'), UserError)).message, /newer version/);
  });

  it('isn’t begun on what is no file', async () => {
    const window = await NotesWindow.open();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'unsaved' }));
    match((await rejects(window.room.newNotes.add(), UserError)).message, /Save it/);
    await closeEditors();
    await rejects(window.room.newNotes.add(), UserError);
  });
});
