import * as vscode from 'vscode';
import { completionPlaces } from '../../src/coaching';
import { builtInTemplates } from '../../src/coaching/build';
import { completionsAt } from '../../src/coaching/completion';
import { previewOf } from '../../src/coaching/snippetBody';
import { linesOf, type Template } from '../../src/coaching/template';
import { deepEqual, equal, match, ok } from './assert';
import { openCoaching } from './coaching';
import { aTemplate, closeEditors, showText, usualOpening } from './editors';

/** What is offered in `text` at its mark `|`, in a box of that language. */
async function offered(
  text: string,
  language = 'scminput',
  templates: readonly Template[] = [aTemplate('Text.')],
) {
  const { document } = await showText(language, text.replace('|', ''));
  const position = document.positionAt(text.indexOf('|'));
  return { document, items: completionsAt(document, position, templates, usualOpening) };
}

describe('the list of templates behind a slash', () => {
  afterEach(closeEditors);

  for (const [text, replaced] of [
    ['/|', '/'],
    ['/que|', '/que'],
    ['/question-in|', '/question-in'],
    ['A draft. /|', '/'],
    ['A draft.\n/qu|\nMore.', '/qu'],
    ['\t/|', '/'],
    ['/qu|estion', '/qu'],
  ] as const) {
    it(`is offered in ${JSON.stringify(text)}, in place of what was typed`, async () => {
      const { document, items } = await offered(text);
      equal(items.length, 1);
      const range = items[0]?.range;
      ok(range instanceof vscode.Range, 'a range');
      equal(document.getText(range), replaced);
    });
  }

  for (const text of [
    '|',
    'a/|',
    'a/b|',
    'src/a/b|',
    'http://|',
    '//|',
    '/a/|',
    '/a b|',
    '/|/',
    '"/|',
    '(/|',
    '/é|',
  ]) {
    const expected = text === '/|/' ? 1 : 0;
    it(`is ${expected ? 'offered' : 'not offered'} in ${JSON.stringify(text)}`, async () => {
      const { items } = await offered(text);
      equal(items.length, expected);
    });
  }

  it('has what is written, the name, and the order of the templates', async () => {
    const templates = ['b', 'a', 'c'].map(word =>
      aTemplate('Text.', { prefix: `cc-${word}-words`, name: `Name ${word}` }),
    );
    const { items } = await offered('/|', 'scminput', templates);
    deepEqual(
      [...items]
        .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
        .map(({ label, filterText }) => [label, filterText]),
      ['b', 'a', 'c'].map(word => [
        { label: `/${word}-words`, description: `Name ${word}` },
        `/cc-${word}-words Name ${word}`,
      ]),
    );
  });

  it('has text without tab stops for the message box, which knows none', async () => {
    const { items } = await offered('/|', 'scminput', builtInTemplates());
    equal(items.length, builtInTemplates().length);
    for (const [index, { insertText }] of items.entries()) {
      const template = builtInTemplates()[index];
      equal(insertText, template && previewOf(linesOf(template, usualOpening)));
      ok(!/\$\{|\$\d|\\/.test(String(insertText)), String(insertText));
    }
  });

  it('has tab stops for other boxes and messages', async () => {
    const template = aTemplate(`Is it \${1:\${TM_SELECTED_TEXT:this}}?`);
    const { items } = await offered('/|', 'git-commit', [template]);
    const text = items[0]?.insertText;
    ok(text instanceof vscode.SnippetString, 'a snippet');
    equal(text.value, `question: Is it \${1:this}?`);
  });

  it('counts what was accepted of it', async () => {
    const { items } = await offered('/|');
    deepEqual(items[0]?.command, {
      command: 'belay.coaching.used',
      title: '',
      arguments: ['cc-question-test'],
    });
  });

  it('shows a template as plain text, so that one of a team brings neither links nor pictures', async () => {
    const hostile =
      '[a](https://a.example) ![b](https://b.example/b.png) https://c.example <img src=d> $(zap)';
    const example = { correcting: hostile, coaching: hostile };
    const template = aTemplate(hostile.replace('$', '\\$'), {
      ...{ name: hostile, when: hostile, learns: hostile, example, origin: 'team' },
    });
    const { items } = await offered('/|', 'git-commit', [template]);
    const { documentation } = items[0] ?? {};
    equal(typeof documentation, 'string');
    equal(
      documentation,
      [`question: ${hostile}`, '―――', hostile, hostile, `✗ ${hostile}`, `✓ ${hostile}`].join('\n\n'),
    );
  });

  it('leaves out of that what a template doesn’t say', async () => {
    const { items } = await offered('/|', 'git-commit', [aTemplate('Text.', { when: '', learns: '' })]);
    equal(items[0]?.documentation, 'question: Text.\n\n―――');
  });
});

describe('the places where a slash offers templates', () => {
  afterEach(closeEditors);

  it('are comment boxes and messages, and no files', async () => {
    for (const [language, score] of [
      ['scminput', true],
      ['git-commit', true],
      ['markdown', false],
      ['plaintext', false],
      ['typescript', false],
    ] as const) {
      const { document } = await showText(language, '');
      equal(vscode.languages.match(completionPlaces, document) > 0, score, language);
      await closeEditors();
    }
    const box = { uri: vscode.Uri.parse('comment://x/box'), languageId: 'markdown' };
    ok(vscode.languages.match(completionPlaces, box as vscode.TextDocument) > 0, 'a comment box');
  });

  for (const [language, count] of [
    ['git-commit', builtInTemplates().length],
    ['markdown', 0],
  ] as const) {
    it(`are where VS Code asks Belay: ${count} in ${language}`, async () => {
      const { document } = await showText(language, 'A draft. /');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 10),
        '/',
      );
      const ours = list.items.filter(({ command }) => command?.command === 'belay.coaching.used');
      equal(ours.length, count);
    });
  }

  it('count a use by the command that the list runs', async () => {
    const { room, context } = openCoaching();
    await room.used('cc-question-edge');
    await room.used('cc-question-edge');
    match(
      JSON.stringify(context.globalState.get('coaching.usage')),
      /^\{"cc-question-edge":\{"count":(?:2|1\.9+\d*),"last":\d+\}\}$/,
    );
  });
});
