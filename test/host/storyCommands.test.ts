import * as vscode from 'vscode';
import { readText } from '../../src/platform/files';
import { equal, match, ok, until } from './assert';
import { freshFolder } from './context';
import { closeEditors } from './editors';
import { atEnd, replace } from './perTest';
import { choosingTemplate, messages } from './questions';

const run = (id: string, ...args: unknown[]) => vscode.commands.executeCommand(id, ...args);

/** Logs a moment in the journal of the extension that runs, for the length of the test. */
async function putMoment(what: string): Promise<string> {
  const id = await run('belay.journal.put', { what, who: ['Zuleika'], kind: 'pairing' });
  atEnd(() => run('belay.journal.deleteMoment', { moment: { id } }));
  return String(id);
}

/** Deletes the story of that title. */
async function deleteStory(title: string): Promise<void> {
  messages('showInformationMessage');
  choosingTemplate(list => {
    const item = list.items.find(({ label }) => label === title);
    if (item) {
      list.press(item);
    }
    return undefined;
  });
  await run('belay.openStory');
}

const active = () => vscode.window.activeTextEditor?.document;

describe('a story in the extension that runs', () => {
  afterEach(closeEditors);

  it('grows from a moment, is marked while it is written, saved, shown and exported', async () => {
    const id = await putMoment('Paired with Zuleika on the exporter');
    await run('belay.makeStory', { moment: { id } });
    atEnd(() => deleteStory('The exporter'));
    await until('the story is open', () => active()?.uri.scheme === 'belay-practice');
    const document = active();
    ok(document, 'a document');
    ok(!document.getText().includes('Zuleika'), document.getText());
    const marks = () => vscode.languages.getDiagnostics(document.uri);
    await until('it is marked', () => marks().length > 0);

    const editor = vscode.window.activeTextEditor;
    const text = [
      '---\ntitle: The exporter\nanswers: [followed-without-a-title]\n---',
      ...[
        '## Situation\nIt was late.',
        '## Task\nI had to.',
        '## Action\nI asked Zuleika.',
        '## Result\nIt took 3 days.',
      ],
      '## Learned\nMuch.\n',
    ].join('\n\n');
    await editor?.edit(edit => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
    await until('the name alone is marked', () => marks().length === 1);
    match(marks()[0]?.message ?? '', /“Zuleika” was there/);
    ok(await document.save(), 'it is saved');

    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('belay-question:/Stories.md'));
    await until('the page has it', () =>
      /\*\*The exporter\*\* \(told in 0:05, 1 thing to look at\)/.test(page.getText()),
    );
    const lenses = await run('vscode.executeCodeLensProvider', document.uri);
    equal((lenses as vscode.CodeLens[])[0]?.command?.title, 'Told in 0:05 of 2:00');

    const file = vscode.Uri.joinPath(freshFolder(), 'story.md');
    replace(vscode.window, 'showSaveDialog', async () => file);
    messages('showInformationMessage');
    await run('belay.exportDocument');
    match(await readText(file), /^# The exporter\n\n## Situation\nIt was late\.\n[\s\S]*Much\.\n$/);
  });

  it('grows from the moment in the active editor', async () => {
    const id = await putMoment('Reviewed the importer');
    await run('belay.journal.openMoment', {
      moment: { id, what: 'Reviewed the importer', when: '2026-03-01' },
    });
    await until('the moment is open', () => active()?.uri.scheme === 'belay-moment');
    await run('belay.makeStory');
    atEnd(() => deleteStory('Reviewed the importer'));
    await until('the story is open', () => active()?.uri.scheme === 'belay-practice');
    match(active()?.getText() ?? '', /title: Reviewed the importer/);
  });

  it('isn’t exported where none is open: it says what to open', async () => {
    const said = messages('showErrorMessage');
    await run('belay.exportDocument');
    await until('it is said', () => said.length > 0);
    match(said[0]?.text ?? '', /^Open a story, a review or another document/);
  });
});
