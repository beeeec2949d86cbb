import * as vscode from 'vscode';
import type { Template } from '../../src/coaching/template';
import { parseTemplate } from '../../src/coaching/templateFile';
import { listFiles, readText } from '../../src/platform/files';
import { deepEqual, equal, ok } from './assert';
import { openCoaching } from './coaching';
import { closeEditors, showText } from './editors';
import { writeText } from './journals';
import { replace } from './perTest';
import { choosing } from './questions';
import { removeAtEnd, templateAt } from './teamFolder';

/** How the three questions are answered; `undefined` closes one. */
interface Answers {
  readonly name?: string | undefined;
  readonly intent?: string | undefined;
  readonly folder?: 'own' | 'team' | undefined;
}

/** Saves what is selected and gives the file's name and text, or nothing where none was written. */
async function save(answers: Answers = {}, opened = openCoaching()) {
  removeAtEnd();
  const { name, intent, folder } = { name: 'Ask again', intent: 'Ask', folder: 'own' as const, ...answers };
  const prompts: vscode.InputBoxOptions[] = [];
  replace(vscode.window, 'showInputBox', async (options: vscode.InputBoxOptions) => {
    prompts.push(options);
    return name;
  });
  const asked = choosing(items =>
    items.find(
      ({ label }) =>
        label === intent ||
        (folder !== undefined && label.includes(folder === 'own' ? 'For me' : 'For my team')),
    ),
  );
  const before = new Set(await files(opened.room.library.ownFolder));
  const done = await opened.room.saveTemplate();
  const [file, ...more] = (await files(opened.room.library.ownFolder)).filter(path => !before.has(path));
  deepEqual([done, more], [file !== undefined, []]);
  const text = file === undefined ? undefined : await readText(vscode.Uri.parse(file));
  return { ...opened, prompts, asked, file, name: file?.split('/').at(-1), text };
}

/** The addresses of all templates, the team's and one's own. */
async function files(ownFolder: vscode.Uri): Promise<string[]> {
  const folders = [ownFolder, vscode.Uri.joinPath(templateAt('x.md'), '..')];
  const lists = await Promise.all(
    folders.map(async folder =>
      (await listFiles(folder)).map(name => vscode.Uri.joinPath(folder, name).toString()),
    ),
  );
  return lists.flat();
}

function read(text: string | undefined): Template {
  const parsed = parseTemplate({ name: 't.md', text: text ?? '' }, 'own');
  ok('template' in parsed, JSON.stringify(parsed));
  return parsed.template;
}

/** Selects all of `content` and saves it. */
async function saveSelected(content: string, answers: Answers = {}) {
  const editor = await showText('markdown', content);
  editor.selection = new vscode.Selection(0, 0, editor.document.lineCount, 0);
  return save(answers);
}

describe('saving a selection as a template', () => {
  afterEach(closeEditors);

  it('writes a file that can be used at once, and opens it', async () => {
    const { name, text, room, file } = await saveSelected('Could we $talk} about \\this?\n\n1. One.\n');
    equal(name, 'ask-again.md');
    const { body, ...template } = read(text);
    equal(body, 'Could we \\$talk\\} about \\\\this?\n\n1. One.');
    deepEqual(template, {
      name: 'Ask again',
      prefix: 'cc-t',
      label: 'note',
      intent: 'ask',
      decorations: [],
      when: 'When to use it, in a sentence.',
      learns: 'What the author of the code learns from it.',
      origin: 'own',
    });
    equal(vscode.window.activeTextEditor?.document.uri.toString(), file);
    const saved = (await room.library.templates()).find(({ prefix }) => prefix === 'cc-ask-again');
    deepEqual([saved?.origin, saved?.body], ['own', body]);
  });

  it('is there at once although the list was looked at before', async () => {
    const opened = openCoaching();
    const before = (await opened.room.library.templates()).length;
    await save({}, opened);
    equal((await opened.room.library.templates()).length, before + 1);
  });

  for (const [selected, label, decorations, body] of [
    ['issue (blocking): It fails.', 'issue', ['blocking'], 'It fails.'],
    ['**question (non-blocking, if-minor):** Why?', 'question', ['non-blocking', 'if-minor'], 'Why?'],
    ['praise (non-blocking): Good.', 'praise', [], 'Good.'],
    ['question: What of $x?', 'question', [], 'What of \\$x?'],
    ['Question: What?', 'note', [], 'Question: What?'],
    ['note: question: Why?', 'note', [], 'Why?'],
  ] as const) {
    it(`takes its label for the front matter: ${selected}`, async () => {
      const template = read((await saveSelected(selected)).text);
      deepEqual([template.label, template.decorations, template.body], [label, decorations, body]);
    });
  }

  it('is praise where that is what it is for, and never decorated', async () => {
    const template = read((await saveSelected('Well done.', { intent: 'Praise something specific' })).text);
    deepEqual([template.label, template.intent, template.decorations], ['praise', 'praise', []]);
  });

  it('begins with a sample where nothing is selected, also without an editor', async () => {
    const { text } = await save();
    const { label, decorations, body } = read(text);
    deepEqual([label, decorations], ['question', ['non-blocking']]);
    ok(body.includes(`\${1:\${TM_SELECTED_TEXT:this approach}}`), body);
  });

  for (const [name, file] of [
    ['  Ask: "why"? #1  ', 'ask-why-1.md'],
    ['Один', 'template.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['One two three four five six seven', 'one-two-three-four-five-six.md'],
    ['a'.repeat(60), `${'a'.repeat(50)}.md`],
  ] as const) {
    it(`calls the file ${file} for the name ${name}`, async () => {
      const saved = await save({ name });
      equal(saved.name, file);
      equal(read(saved.text).name, name.trim());
    });
  }

  it('takes no name twice', async () => {
    const opened = openCoaching();
    equal((await save({}, opened)).name, 'ask-again.md');
    equal((await save({}, opened)).name, 'ask-again-2.md');
    equal((await save({}, opened)).name, 'ask-again-3.md');
    deepEqual(
      (await opened.room.library.templates())
        .slice(0, 3)
        .map(({ prefix }) => prefix)
        .sort(),
      ['cc-ask-again', 'cc-ask-again-2', 'cc-ask-again-3'],
    );
  });

  it('writes for the team into the workspace, beside what is there', async () => {
    removeAtEnd();
    await writeText(templateAt('ask-again.md'), 'another');
    const { file } = await save({ folder: 'team' });
    equal(file, templateAt('ask-again-2.md').toString());
    equal(await readText(templateAt('ask-again.md')), 'another');
  });

  it('takes names of 1 to 60 characters on one line', async () => {
    const { prompts } = await save();
    for (const [name, isRefused] of [
      ['', true],
      ['  ', true],
      ['a', false],
      ['a'.repeat(60), false],
      [` ${'a'.repeat(60)} `, false],
      ['a'.repeat(61), true],
      ['a\nb', true],
    ] as const) {
      equal((await prompts[0]?.validateInput?.(name)) !== undefined, isRefused, JSON.stringify(name));
    }
  });

  for (const [what, answers, questions] of [
    ['name', { name: undefined }, 0],
    ['purpose', { intent: undefined, folder: undefined }, 1],
    ['folder', { folder: undefined }, 2],
  ] as const) {
    it(`writes nothing where the question for the ${what} is closed`, async () => {
      const { file, asked } = await saveSelected('Some text.', answers);
      deepEqual([file, asked.length], [undefined, questions]);
    });
  }
});
