import type * as vscode from 'vscode';
import { builtInTemplates } from '../../src/coaching/build';
import { intentTexts } from '../../src/coaching/intents';
import { labels } from '../../src/coaching/label';
import { labelIcons, type PickerOptions, pickTemplate } from '../../src/coaching/picker';
import type { Template } from '../../src/coaching/template';
import { intents } from '../../src/vocabulary';
import { deepEqual, equal, match, ok } from './assert';
import { openCoaching } from './coaching';
import { aTemplate, closeEditors, showText, usualOpening } from './editors';
import { choosingTemplate } from './questions';
import { templateText, writeTemplate } from './teamFolder';

const separator = -1;

/** The list with its groups: `# group`, then its names. */
function rowsOf(items: readonly vscode.QuickPickItem[]): string[] {
  return items.map(({ kind, label }) =>
    kind === separator ? `# ${label}` : label.replace(/^\$\([a-z-]+\) /, ''),
  );
}

/** The rows of the list of these templates. */
async function rows(templates: readonly Template[], options: Partial<PickerOptions> = {}) {
  const [list] = await shownFor(templates, options);
  return rowsOf(list?.items ?? []);
}

async function shownFor(templates: readonly Template[], options: Partial<PickerOptions> = {}) {
  const shown = choosingTemplate();
  await pickTemplate(templates, {
    usage: {},
    opening: usualOpening,
    title: 'Insert',
    showExample: () => undefined,
    ...options,
  });
  return shown;
}

const named = (name: string, details: Partial<Template> = {}) =>
  aTemplate('Text.', { name, prefix: `cc-${name}`, ...details });

describe('the list of templates', () => {
  it('has Belay’s own in groups by intent, in the order of the intents', async () => {
    const found = await rows([
      named('d', { intent: 'optional' }),
      named('c', { intent: 'risk' }),
      named('b', { intent: 'ask' }),
      named('a', { intent: 'risk' }),
    ]);
    deepEqual(found, ['# Ask', 'b', '# Raise a risk', 'c', 'a', '# Mark as optional', 'd']);
  });

  it('has what was used first, then one’s own, then the team’s, each once', async () => {
    const found = await rows(
      [
        named('a', { origin: 'own', intent: 'risk' }),
        named('b', { origin: 'team', intent: 'risk' }),
        named('c', { intent: 'risk' }),
        named('d', { origin: 'own' }),
        named('e', { origin: 'team' }),
        named('f'),
      ],
      {
        usage: {
          'cc-d': { count: 1, last: Date.now() },
          'cc-c': { count: 3, last: Date.now() },
          'cc-gone': { count: 9, last: Date.now() },
        },
      },
    );
    deepEqual(found, [
      ...['# Used before', 'c', 'd'],
      ...['# Your own', 'a'],
      ...['# Your team’s', 'b', 'e'],
      ...['# Ask', 'f'],
    ]);
  });

  it('has all of the shipped ones, in all groups', async () => {
    const found = await rows(builtInTemplates());
    deepEqual(
      found.filter(row => row.startsWith('# ')),
      intents.map(intent => `# ${intentTexts[intent].title}`),
    );
    equal(found.length, builtInTemplates().length + intents.length);
  });

  it('says of each its purpose, and the same point correcting and coaching on one line', async () => {
    const example = { correcting: 'Wrong!', coaching: 'question: One?\n\nTwo.' };
    const [list] = await shownFor([named('a', { when: 'When it is so.', example })]);
    const [, row] = list?.items ?? [];
    equal(row?.description, 'When it is so.');
    equal(row?.detail, '✗ Wrong!  →  ✓ One? Two.');
  });

  it('says what it reads like where there is no example', async () => {
    const [list] = await shownFor([aTemplate(`One \${1:two}\n\nthree.`, { decorations: ['blocking'] })], {
      opening: { style: 'bold', withDecorations: false },
    });
    equal(list?.items[1]?.detail, '**question:** One two three.');
  });

  it('has an icon of its own for each label', async () => {
    const [list] = await shownFor(labels.map(label => named(label, { label })));
    const icons = list?.items.slice(1).map(({ label }) => /^\$\(([a-z-]+)\) /.exec(label)?.[1]);
    deepEqual(
      icons,
      labels.map(label => labelIcons[label]),
    );
    equal(new Set(icons).size, labels.length);
  });

  it('is searched in purposes and examples too, and says what it is for', async () => {
    const [list] = await shownFor([named('a')]);
    const { title, placeholder, matchOnDescription, matchOnDetail } =
      list as unknown as vscode.QuickPick<never>;
    deepEqual([title, matchOnDescription, matchOnDetail], ['Insert', true, true]);
    match(placeholder ?? '', /^What should the author gain/);
  });

  it('gives the one that was chosen, or none where it was closed', async () => {
    const templates = [named('a'), named('b', { origin: 'team' })];
    const options = { usage: {}, opening: usualOpening, title: '', showExample: () => undefined };
    choosingTemplate(({ items }) => items.find(({ label }) => label.endsWith(' b')));
    equal(await pickTemplate(templates, options), templates[1]);
    choosingTemplate(() => undefined);
    equal(await pickTemplate(templates, options), undefined);
  });

  it('has an example to show of Belay’s own only', async () => {
    const [list] = await shownFor([
      named('a', { origin: 'own' }),
      named('b', { origin: 'team' }),
      named('c', { origin: 'belay' }),
    ]);
    const withButton = list?.items.filter(({ buttons = [] }) => buttons.length > 0) ?? [];
    deepEqual(rowsOf(withButton), ['c']);
    equal(withButton[0]?.buttons?.[0]?.tooltip, 'Show its example in the guide');
  });
});

describe('the list that a command shows', () => {
  afterEach(closeEditors);

  it('opens the guide at a template’s example, and inserts nothing', async () => {
    const editor = await showText('markdown', '');
    const { room, opened } = openCoaching();
    choosingTemplate(list => {
      const item = list.items.find(({ label }) => label.endsWith(' Ask about an edge case'));
      ok(item, 'it is there');
      list.press(item);
      return undefined;
    });
    equal(await room.insert(undefined), false);
    deepEqual(opened, ['comments-ask#Ask about an edge case']);
    equal(editor.document.getText(), '');
  });

  it('has first what was inserted before, the team’s included, also in a later window', async () => {
    await writeTemplate('ours.md', templateText('Ours'));
    await showText('markdown', '');
    const { room, context } = openCoaching();
    await room.insert({ template: 'cc-question-edge' });
    await room.insert({ template: 'cc-ours' });
    await room.insert({ template: 'cc-ours' });
    const shown = choosingTemplate();
    equal(await openCoaching(context).room.insert(undefined), false);
    deepEqual(rowsOf(shown[0]?.items ?? []).slice(0, 4), [
      '# Used before',
      'Ours',
      'Ask about an edge case',
      '# Ask',
    ]);
  });

  it('doesn’t count what wasn’t inserted', async () => {
    const { room } = openCoaching();
    await showText('markdown', '');
    choosingTemplate();
    await room.insert(undefined);
    const shown = choosingTemplate();
    await room.insert(undefined);
    equal(rowsOf(shown[0]?.items ?? [])[0], '# Ask');
  });

  it('starts anew where what was kept of uses is nonsense', async () => {
    const { room, context } = openCoaching();
    await showText('markdown', '');
    for (const nonsense of [5, 'x', { 'cc-ours': 3 }, { 'cc-ours': { count: null, last: 1 } }]) {
      await context.globalState.update('coaching.usage', nonsense);
      const shown = choosingTemplate();
      await room.insert(undefined);
      equal(rowsOf(shown[0]?.items ?? [])[0], '# Ask');
    }
    equal(await room.insert({ template: 'cc-question-edge' }), true);
    const shown = choosingTemplate();
    await room.insert(undefined);
    equal(rowsOf(shown[0]?.items ?? [])[0], '# Used before');
  });
});
