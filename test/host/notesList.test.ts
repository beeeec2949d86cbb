import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert';
import { closeEditors } from './editors';
import { writeText } from './journals';
import { codeFile, freshStorage, NotesWindow } from './notes';
import { choosing } from './questions';

describe('the list of review notes', () => {
  afterEach(closeEditors);

  it('has them all, those without code first, and goes to the one chosen', async () => {
    const uri = await codeFile('a.ts');
    const other = await codeFile('b.ts');
    const window = await NotesWindow.open();
    await window.add(uri, 9, 'In a');
    const resolved = await window.add(uri, 0, 'Resolved');
    await window.room.actions.resolve(resolved, true);
    await window.add(other, 3, 'Gone');
    await closeEditors();
    await vscode.workspace.fs.delete(other);
    const asked = choosing(items => items.find(({ label }) => label.includes('In a')));
    await window.room.show();
    deepEqual(
      asked[0]?.map(({ label, detail }) => [label, detail]),
      [
        ['$(warning) Gone', 'its file is gone'],
        ['$(comment) In a', undefined],
        ['$(pass) Resolved', 'resolved'],
      ],
    );
    match(asked[0]?.[1]?.description ?? '', /a\.ts:10$/);
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), uri.toString());
    equal(editor?.selection.active.line, 9);
  });

  it('keeps what isn’t a note yet', async () => {
    const storageUri = freshStorage();
    const uri = await codeFile('a.ts');
    const text = JSON.stringify([{ of: 'note', uri: uri.toString(), start: 3, end: 3, text: 'Half' }]);
    await writeText(vscode.Uri.joinPath(storageUri, 'review-notes', 'drafts.json'), text);
    const window = await NotesWindow.open({ storageUri });
    const asked = choosing(([first]) => first);
    await window.room.show();
    equal(asked[0]?.[0]?.label, '$(edit) Half');
    const thread = window.made.at(-1);
    ok(thread, 'its box is open');
    equal(window.comments(thread)[0]?.body.value, 'Half');
  });
});

describe('the export of review notes', () => {
  afterEach(closeEditors);

  /** Answers each list that is shown: notes, form, where to. */
  const answers = (form: RegExp) =>
    choosing(items =>
      items.every(item => 'note' in item)
        ? items
        : items.find(({ label }) => form.test(label) || /To the Clipboard/.test(label)),
    );

  it('puts those of the file into the clipboard, as Markdown, as GitHub’s JSON, as a patch', async () => {
    const uri = await codeFile('a.ts');
    const window = await NotesWindow.open();
    await window.add(uri, 3, 'What if it is missing?');
    await window.add(await codeFile('other.ts'), 3, 'Elsewhere');
    await vscode.window.showTextDocument(uri);

    answers(/Markdown/);
    equal(await window.room.copy(), true);
    const markdown = await vscode.env.clipboard.readText();
    match(markdown, /### line 4\n\n```ts\n {4}total \+= number;\n```\n\nWhat if it is missing\?\n$/);
    ok(!markdown.includes('Elsewhere'), 'nothing of other files');

    answers(/GitHub/);
    await window.room.copy();
    const review = JSON.parse(await vscode.env.clipboard.readText());
    deepEqual(
      review.comments.map(({ line, side, body }: Record<string, unknown>) => [line, side, body]),
      [[4, 'RIGHT', 'What if it is missing?']],
    );
    equal(review.event, 'COMMENT');

    answers(/Patch/);
    await window.room.copy();
    match(await vscode.env.clipboard.readText(), /\n {5}total \+= number;\n# What if it is missing\?\n/);
  });

  it('puts chosen notes of all files into a new document', async () => {
    const window = await NotesWindow.open();
    await window.add(await codeFile('a.ts'), 3, 'One');
    await window.add(await codeFile('b.ts'), 0, 'Two');
    choosing(items =>
      items.every(item => 'note' in item)
        ? items
        : items.find(({ label }) => /Markdown|New Document/.test(label)),
    );
    equal(await window.room.export(), true);
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.languageId, 'markdown');
    match(document?.getText() ?? '', /^One$/m);
    match(document?.getText() ?? '', /^Two$/m);
  });
});
