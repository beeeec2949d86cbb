import * as vscode from 'vscode';
import { saveGuide } from '../../src/guide/exportCommand';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { freshFolder, workspaceFolder } from './context';
import { closeEditors } from './editors';
import { actions } from './guides';
import { writeText } from './journals';
import { replace } from './perTest';
import { choosing, messages } from './questions';
import { RecordingReporter } from './reporter';

const guide = [
  aSection('one', { markdown: 'See [the other](guide:two).\n\n![A way](figure:arrow)' }),
  aSection('two', { practise: [actions.exercise] }),
];
const figures = { arrow: '<svg class="arrow"></svg>' };

/** Answers the questions of an export with the format of that ending and `file`; gives what was asked of the dialogue. */
function answer(ending: 'md' | 'html' | undefined, file: vscode.Uri | undefined) {
  const formats = choosing(items => items.find(item => 'ending' in item && item.ending === ending));
  const dialogues: vscode.SaveDialogOptions[] = [];
  replace(vscode.window, 'showSaveDialog', async (options: vscode.SaveDialogOptions) => {
    dialogues.push(options);
    return file;
  });
  return { formats, dialogues };
}

describe('exporting the guide', () => {
  let file: vscode.Uri;
  beforeEach(() => {
    file = vscode.Uri.joinPath(freshFolder(), 'guide.out');
  });
  afterEach(closeEditors);

  it('writes it as one Markdown file, and says where', async () => {
    answer('md', file);
    const said = messages('showInformationMessage');
    await saveGuide(guide, figures, new RecordingReporter());
    const text = await readText(file);
    match(text, /^# Belay: a guide to engineering management\n\n## Contents\n/);
    for (const { id, title } of guide) {
      ok(text.includes(`- [${title}](#section-${id})\n`), `${id} is in the contents`);
      ok(text.includes(`<a id="section-${id}"></a>\n\n## ${title}\n`), `${id} is there`);
    }
    ok(
      text.includes('See [the other](#section-two).\n\n> A way\n'),
      'links lead within it, figures are words',
    );
    deepEqual(said, [{ text: `Guide written to ${file.fsPath}`, buttons: ['Open File'] }]);
  });

  it('writes it as one page of HTML with its figures', async () => {
    answer('html', file);
    messages('showInformationMessage');
    await saveGuide(guide, figures, new RecordingReporter());
    const text = await readText(file);
    match(text, /^<!DOCTYPE html>\n<html lang="en">/);
    ok(text.includes('<a href="#section-two">the other</a>'), 'links lead within it');
    ok(text.includes(figures.arrow), 'the figure is in it');
    equal([...text.matchAll(/<section id="section-/g)].length, guide.length);
  });

  it('offers both formats and a name in the workspace', async () => {
    for (const [ending, label] of [
      ['md', 'Markdown'],
      ['html', 'HTML'],
    ] as const) {
      const { formats, dialogues } = answer(ending, undefined);
      await saveGuide(guide, figures, new RecordingReporter());
      deepEqual(
        formats.map(items => items.map(item => item.label)),
        [['Markdown', 'HTML']],
      );
      const [{ filters, defaultUri } = {}, ...more] = dialogues;
      deepEqual([filters, more], [{ [label]: [ending] }, []]);
      const expected = vscode.Uri.joinPath(workspaceFolder(), `belay-guide.${ending}`);
      equal(defaultUri?.toString(), expected.toString());
    }
  });

  it('names no folder where none is open', async () => {
    replace(vscode.workspace, 'workspaceFolders', undefined);
    const { dialogues } = answer('md', undefined);
    await saveGuide(guide, figures, new RecordingReporter());
    ok(dialogues[0] && !('defaultUri' in dialogues[0]), 'the dialogue begins where it likes');
  });

  it('that is left at either question writes nothing', async () => {
    const { dialogues } = answer(undefined, file);
    await saveGuide(guide, figures, new RecordingReporter());
    deepEqual(dialogues, []);
    answer('md', undefined);
    const said = messages('showInformationMessage');
    await saveGuide(guide, figures, new RecordingReporter());
    deepEqual(said, []);
    await rejects(readText(file), vscode.FileSystemError);
  });

  it('opens the file where that is wanted', async () => {
    answer('md', file);
    messages('showInformationMessage', 'Open File');
    await saveGuide(guide, figures, new RecordingReporter());
    await until(
      'it is open',
      () => vscode.window.activeTextEditor?.document.uri.toString() === file.toString(),
    );
  });

  it('replaces a file that was there', async () => {
    await writeText(file, 'x'.repeat(100_000));
    answer('md', file);
    messages('showInformationMessage');
    await saveGuide(guide, figures, new RecordingReporter());
    match(await readText(file), /^# Belay.*\n> - …\n$/s);
  });

  it('that can’t be written says where and why, and asks again where that is wanted', async () => {
    await writeText(file, 'in the way');
    const inside = vscode.Uri.joinPath(file, 'guide.md');
    answer('md', inside);
    const said = messages('showInformationMessage');
    const { message, actions: offered } = await rejects(
      saveGuide(guide, figures, new RecordingReporter()),
      UserError,
    );
    ok(message.startsWith(`The guide couldn’t be written to ${inside.fsPath}: `), message);
    deepEqual(said, []);
    const other = vscode.Uri.joinPath(file, '..', 'other.md');
    answer('md', other);
    deepEqual(
      offered.map(({ title }) => title),
      ['Choose Another File'],
    );
    await offered[0]?.run();
    match(await readText(other), /^# Belay/);
    equal(await readText(file), 'in the way');
  });
});
