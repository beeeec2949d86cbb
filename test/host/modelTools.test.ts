import * as v from 'valibot';
import * as vscode from 'vscode';
import { findSections } from '../../src/guide/findSections';
import { toolNames } from '../../src/models/tools/names';
import { prepareTool, runTool } from '../../src/models/tools/run';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, match, ok, rejects, sorted, until } from './assert';
import { belay } from './context';
import { aMoment } from './journals';
import { letModelsUseJournal, modelsPorts } from './models';
import { recordCommands, replace } from './perTest';

const ToolsSchema = v.array(
  v.object({
    name: v.string(),
    toolReferenceName: v.string(),
    modelDescription: v.pipe(v.string(), v.minLength(80)),
    icon: v.pipe(v.string(), v.startsWith('$(')),
    when: v.string(),
    inputSchema: v.object({ type: v.literal('object'), properties: v.record(v.string(), v.unknown()) }),
  }),
);
const overJournal = ['belay_search_moments', 'belay_log_moment', 'belay_start_story'] as const;

const contributed = () => v.parse(ToolsSchema, belay().packageJSON.contributes.languageModelTools);
const known = () => sorted(vscode.lm.tools.map(({ name }) => name).filter(name => name.startsWith('belay_')));

/** What a model would get of a tool. */
function resultOf({ content }: vscode.LanguageModelToolResult): unknown {
  const [part] = content;
  ok(part instanceof vscode.LanguageModelTextPart, 'it is text');
  return JSON.parse(part.value);
}

const ask = async (name: (typeof toolNames)[number], input: unknown, moments = [aMoment('one')]) =>
  resultOf(await runTool(name, input, modelsPorts(moments)));

/** The Markdown of what is asked before a tool is run. */
function confirmationOf(name: (typeof toolNames)[number], input: unknown): string {
  const message = prepareTool(name, input)?.confirmationMessages?.message;
  ok(message !== undefined, 'it is confirmed');
  return typeof message === 'string' ? message : message.value;
}

describe('tools for language models', () => {
  it('are those of the manifest, and those over the journal have its setting as their condition', () => {
    deepEqual(
      contributed().map(({ name }) => name),
      [...toolNames],
    );
    for (const { name, when } of contributed()) {
      match(when, /!config\.chat\.disableAIFeatures/);
      equal(
        /config\.belay\.models\.journal/.test(when),
        overJournal.some(one => one === name),
        name,
      );
    }
  });

  it('are known to VS Code, and one that is off isn’t run', async () => {
    await until('tools are there', () => known().includes('belay_search_guide'));
    const search = vscode.lm.invokeTool('belay_search_moments', {
      input: { query: 'retry' },
      toolInvocationToken: undefined,
    });
    await rejects(Promise.resolve(search), Error);
    // Whether the list has what a condition hides differs between versions.
    for (const name of toolNames) {
      ok(known().includes(name) || overJournal.some(one => one === name), name);
    }
  });

  it('are run by VS Code, with what a model gave', async () => {
    // A query that says nothing: it goes as far as the tool, and opens no room that other tests have for themselves.
    const search = vscode.lm.invokeTool('belay_search_guide', {
      input: { query: ' ' },
      toolInvocationToken: undefined,
    });
    match((await rejects(Promise.resolve(search), Error)).message, /The input isn’t what this tool takes/);
  });

  it('find sections of the guide, with links, and none of a workspace that isn’t trusted', async () => {
    const { sections } = v.parse(
      v.object({ sections: v.array(v.object({ title: v.string(), link: v.string() })) }),
      await ask('belay_search_guide', { query: 'delegation' }),
    );
    ok(sections.length > 0 && sections.length <= 5, `${sections.length} sections`);
    match(sections[0]?.link ?? '', /:\/\/belay\.belay\/guide\//);
    ok(JSON.stringify(sections).length < 5000, 'the result is small');
    const guide = [{ ...aSection('one'), origin: 'untrusted' as const }];
    deepEqual(findSections(guide, 'Title', 5, 'belay.belay'), []);
  });

  it('tells what the wording check finds in a draft, and proposes templates', async () => {
    const draft = 'You forgot the null check.';
    const { findings, templates } = v.parse(
      v.object({
        findings: v.array(v.object({ words: v.string(), why: v.string(), instead: v.array(v.string()) })),
        templates: v.array(v.object({ template: v.string(), text: v.string() })),
      }),
      await ask('belay_coaching_comment', { draft, intent: 'ask' }),
    );
    match(findings[0]?.words ?? '', /You forgot/);
    equal(templates.length, 3);
    ok(
      templates.every(({ template }) => template.startsWith('cc-')),
      'they are Belay’s',
    );
  });

  for (const [name, input] of [
    ['belay_search_guide', {}],
    ['belay_search_guide', { query: '   ' }],
    ['belay_search_guide', { query: 'x'.repeat(201) }],
    ['belay_coaching_comment', {}],
    ['belay_coaching_comment', { intent: 'scold' }],
    ['belay_search_guide', 'delegation'],
    ['belay_search_guide', null],
  ] as const) {
    it(`refuse what isn’t their input: ${name} ${JSON.stringify(input)}`.slice(0, 100), async () => {
      const { message } = await rejects(ask(name, input), Error);
      match(message, /^The input isn’t what this tool takes\. /);
      equal(prepareTool(name, input), undefined);
    });
  }

  it('are all off where the user has turned AI features off', async () => {
    const get = vscode.workspace.getConfiguration;
    replace(vscode.workspace, 'getConfiguration', (section?: string) =>
      section === 'chat' ? { get: () => true } : get(section),
    );
    for (const name of toolNames) {
      await rejects(ask(name, { query: 'delegation' }), Error);
    }
  });
});

describe('tools over the journal', () => {
  it('are off by default, and say so: nothing is asked, read or run', async () => {
    const asked = recordCommands();
    for (const name of overJournal) {
      equal(prepareTool(name, { query: '', what: 'x', moments: ['one'] }), undefined);
      const { message } = await rejects(ask(name, { query: '', what: 'x', moments: ['one'] }), Error);
      match(message, /notes about people.*belay\.models\.journal/);
    }
    deepEqual(asked, []);
  });

  it('stay off where only the user’s settings for all workspaces have them on', async () => {
    const get = vscode.workspace.getConfiguration;
    replace(vscode.workspace, 'getConfiguration', (section?: string) =>
      section === undefined ? { inspect: () => ({ globalValue: true }) } : get(section),
    );
    await rejects(ask('belay_search_moments', { query: '' }), Error);
  });

  it('find moments once they are on, and tell no code, link or unknown key of them', async () => {
    await letModelsUseJournal();
    const moments = [
      aMoment('one', {
        what: `Paired on retries ${'long '.repeat(200)}`,
        kind: 'pairing',
        place: { file: 'src/secret.ts', firstLine: 1, lastLine: 2, permalink: 'https://host.example/x' },
        secret: 'kept for a later version',
      }),
      aMoment('two', { what: 'A 1:1', who: ['Jo'] }),
    ];
    const result = await ask('belay_search_moments', { query: '@ana' }, moments);
    const text = JSON.stringify(result);
    match(text, /^\{"found":1,"moments":\[\{"id":"one","day":"2026-03-01","what":"Paired on retries/);
    ok(!/secret|host\.example|Jo/.test(text), text);
    ok(text.length < 700, `${text.length} characters`);
  });

  it('give eight moments at most, and say how many there are', async () => {
    await letModelsUseJournal();
    const moments = Array.from({ length: 30 }, (_, index) => aMoment(`m${index}`));
    const { found, moments: told } = v.parse(
      v.object({ found: v.number(), moments: v.array(v.unknown()) }),
      await ask('belay_search_moments', { query: '' }, moments),
    );
    deepEqual([found, told.length], [30, 8]);
  });

  it('ask before a search, and say what goes where', async () => {
    await letModelsUseJournal();
    match(
      confirmationOf('belay_search_moments', { query: 'retry' }),
      /go to the language model[\s\S]*```text\nretry\n```/,
    );
  });

  it('store exactly what the confirmation shows', async () => {
    await letModelsUseJournal();
    const input = {
      what: 'Paired ``` on [retries](command:evil)',
      who: ['Ana'],
      kind: 'pairing',
      place: 'not asked for',
      id: 'x',
    };
    const [, shownJson = ''] =
      /\n(`{4,})text\n/.exec(confirmationOf('belay_log_moment', input)) === null
        ? []
        : (/`{4,}text\n([\s\S]*)\n`{4,}$/.exec(confirmationOf('belay_log_moment', input)) ?? []);
    const asked = recordCommands('belay.journal.put');
    // Nothing was kept here, which the model is told.
    match((await rejects(ask('belay_log_moment', input), Error)).message, /wasn’t kept/);
    deepEqual(asked, [['belay.journal.put', JSON.parse(shownJson)]]);
    deepEqual(Object.keys(JSON.parse(shownJson)), ['what', 'who', 'kind']);
  });

  it('start a story from moments that are there, and return none of its text', async () => {
    await letModelsUseJournal();
    const asked = recordCommands('belay.makeStory');
    const uri = vscode.Uri.parse('belay-practice:/story.md');
    replace(vscode.window, 'activeTextEditor', { document: { uri } });
    const result = await ask('belay_start_story', { moments: ['one'] });
    deepEqual(result, { startedFrom: 1, opened: true });
    const row = { moment: { id: 'one' } };
    deepEqual(asked, [['belay.makeStory', row, [row]]]);
    match((await rejects(ask('belay_start_story', { moments: ['gone'] }), Error)).message, /no moment gone/);
  });

  it('say so where no story was opened', async () => {
    await letModelsUseJournal();
    recordCommands('belay.makeStory');
    replace(vscode.window, 'activeTextEditor', undefined);
    match((await rejects(ask('belay_start_story', { moments: ['one'] }), Error)).message, /wasn’t started/);
  });
});
