import * as v from 'valibot';
import * as vscode from 'vscode';
import { guideBuild } from '../../src/guide/build';
import { Library } from '../../src/guide/library';
import { BuiltInSchema } from '../../src/guide/section';
import { readText } from '../../src/platform/files';
import { OwnFiles } from '../../src/platform/ownFiles';
import { deepEqual, equal, match, ok } from './assert';
import { writeText } from './journals';
import { held, replace } from './perTest';
import { RecordingReporter } from './reporter';
import { pageAt, pagesFolder, pageText, problemsOf, removeAtEnd, writePage } from './teamFolder';

/** The guide with the pages that are there now, and what was logged of them. */
async function readGuide() {
  const reporter = new RecordingReporter();
  const library = held(new Library(guideBuild, held(new OwnFiles('guide')), reporter));
  const guide = await library.guide();
  return { guide, reporter, find: (id: string) => guide.find(section => section.id === id) };
}

const idsOf = (guide: readonly { id: string }[]) => guide.map(({ id }) => id);

/** The ids of Belay's own sections. */
async function builtInIds(): Promise<string[]> {
  return idsOf(v.parse(BuiltInSchema, JSON.parse(guideBuild.guide)).pages.map(({ section }) => section));
}

describe('a team’s pages', () => {
  it('are none in a workspace without them, and nothing is wrong with that', async () => {
    const { guide, reporter } = await readGuide();
    deepEqual(idsOf(guide), await builtInIds());
    deepEqual(reporter.log.lines, []);
  });

  it('stand at the end of the guide where their part is new, in the order of their names', async () => {
    await writePage('2.md', pageText('ours-b'));
    await writePage('10.md', pageText('ours-a'));
    await writePage('3.md', pageText('ours-c'));
    const { guide, find } = await readGuide();
    deepEqual(idsOf(guide), [...(await builtInIds()), 'ours-a', 'ours-b', 'ours-c']);
    deepEqual([find('ours-a')?.origin, find('ours-a')?.markdown], ['team', 'Text of ours-a.']);
    deepEqual(idsOf(guide.filter(({ origin }) => origin !== 'belay')), ['ours-a', 'ours-b', 'ours-c']);
  });

  it('stand at the end of a part that the guide has', async () => {
    await writePage('a.md', pageText('ours', { part: 'The skills' }));
    const { guide, find } = await readGuide();
    const part = guide.filter(section => section.part === 'The skills');
    equal(part.at(-1), find('ours'));
    ok(part.length > 1, 'Belay’s sections are in that part too');
    equal(guide.length, (await builtInIds()).length + 1);
  });

  it('take the place of Belay’s section of the same id, where it stood', async () => {
    await writePage('a.md', pageText('execution', { part: 'The skills', text: 'How we execute.' }));
    const { guide, find, reporter } = await readGuide();
    deepEqual(idsOf(guide), await builtInIds());
    const { title, markdown, origin, practise } = find('execution') ?? {};
    deepEqual([title, markdown, origin, practise], ['Ours', 'How we execute.', 'team', []]);
    deepEqual(reporter.log.lines, []);
  });

  it('are Markdown files: folders and other files beside them are none', async () => {
    await writePage('a.md', pageText('ours'));
    await writePage('b.txt', 'not a page');
    await writePage('folder.md/deeper.md', pageText('deeper'));
    const { guide, reporter } = await readGuide();
    deepEqual(idsOf(guide), [...(await builtInIds()), 'ours']);
    deepEqual(reporter.log.lines, []);
  });

  it('of several folders are all read, each named with its folder', async () => {
    await writePage('a.md', pageText('ours'));
    const other = vscode.Uri.joinPath(pagesFolder(), 'other');
    const theirs = vscode.Uri.joinPath(other, '.belay', 'guide', 'a.md');
    await writeText(theirs, pageText('ours'));
    const [first] = vscode.workspace.workspaceFolders ?? [];
    replace(vscode.workspace, 'workspaceFolders', [first, { uri: other, name: 'other', index: 1 }]);
    const { guide } = await readGuide();
    deepEqual(idsOf(guide), [...(await builtInIds()), 'ours']);
    deepEqual(problemsOf(pageAt('a.md')), []);
    match(problemsOf(theirs).join('\n'), /^2: id: "ours" is already the id of .*\.belay\/guide\/a\.md$/);
  });

  it('of a workspace that isn’t trusted are text and nothing else', async () => {
    const practise = 'practise:\n  - do: insert\n    label: Ask\n    template: cc-question-intent\n';
    const text = pageText('ours').replace('summary:', `${practise}summary:`);
    await writePage('a.md', text);
    equal((await readGuide()).find('ours')?.practise.length, 1);
    replace(vscode.workspace, 'isTrusted', false);
    const { origin, practise: actions, markdown } = (await readGuide()).find('ours') ?? {};
    deepEqual([origin, actions, markdown], ['untrusted', [], 'Text of ours.']);
  });
});

describe('what is wrong with a team’s page', () => {
  const broken: [what: string, text: string, problems: string[]][] = [
    ['has no front matter', '# Ours\n', ['1: it must begin with front matter between two lines of ---']],
    [
      'has a key that there isn’t',
      pageText('ours').replace('summary:', 'sumary: A\nsummary:'),
      ['5: sumary: unknown key'],
    ],
    ['has an id that can’t be one', pageText('Our Page'), ['2: id: lower-case words joined by hyphens']],
    ['lacks a title', pageText('ours').replace('title: Ours\n', ''), ['1: title: it is missing']],
    ['is no YAML', pageText('ours').replace('Ours', '"Ours'), ['5: Missing closing "quote']],
    [
      'is too long',
      pageText('ours', { text: 'x'.repeat(100_001) }),
      ['1: it is longer than 100000 characters; make several of it'],
    ],
  ];
  for (const [what, text, problems] of broken) {
    it(`is in the Problems with its line, and the rest of the guide is there: ${what}`, async () => {
      await writePage('a.md', text);
      await writePage('b.md', pageText('good'));
      const { guide, reporter } = await readGuide();
      deepEqual(idsOf(guide), [...(await builtInIds()), 'good']);
      deepEqual(problemsOf(pageAt('a.md')), problems);
      deepEqual(problemsOf(pageAt('b.md')), []);
      const [line = '', ...more] = reporter.log.lines;
      match(line, /^warn Pages of the team with problems:\n\.belay\/guide\/a\.md:\d+: /);
      deepEqual(more, []);
      deepEqual(reporter.reported, []);
    });
  }

  it('is an error of Belay’s in the whole line', async () => {
    await writePage('a.md', '# Ours\n');
    await readGuide();
    const [{ severity, source, range } = {}, ...more] = vscode.languages.getDiagnostics(pageAt('a.md'));
    deepEqual(more, []);
    deepEqual([severity, source], [vscode.DiagnosticSeverity.Error, 'Belay']);
    ok(range?.isSingleLine && range.end.character > 5, 'the whole line');
  });

  it('is a link, figure or template that there isn’t, each on its line; the page is there', async () => {
    const text = 'See [that](guide:nowhere#x) and\n[this](guide:execution).\n\n![A](figure:none)';
    const practise = 'practise:\n  - do: insert\n    label: Ask\n    template: cc-none\n';
    await writePage('a.md', pageText('ours', { text }).replace('summary:', `${practise}summary:`));
    const { find } = await readGuide();
    equal(find('ours')?.markdown, text);
    deepEqual(problemsOf(pageAt('a.md')), [
      '8: there is no template "cc-none" to insert',
      '11: there is no section "nowhere" to link to',
      '14: there is no figure "none" to show',
    ]);
  });

  it('is an id that another page has: the first one stays', async () => {
    await writePage('a.md', pageText('ours', { text: 'First.' }));
    await writePage('b.md', pageText('ours', { text: 'Second.' }));
    const { find } = await readGuide();
    equal(find('ours')?.markdown, 'First.');
    deepEqual(problemsOf(pageAt('a.md')), []);
    deepEqual(problemsOf(pageAt('b.md')), ['2: id: "ours" is already the id of .belay/guide/a.md']);
  });

  it('may be that it can’t be read; others can', async () => {
    await writePage('a.md', pageText('secret'));
    await writePage('b.md', pageText('good'));
    const { fs } = vscode.workspace;
    replace(vscode.workspace, 'fs', {
      ...fs,
      readDirectory: fs.readDirectory,
      readFile: (uri: vscode.Uri) =>
        uri.path.endsWith('a.md')
          ? Promise.reject(vscode.FileSystemError.NoPermissions('not yours'))
          : fs.readFile(uri),
    });
    const { guide } = await readGuide();
    deepEqual(idsOf(guide), [...(await builtInIds()), 'good']);
    const [problem = '', ...more] = problemsOf(pageAt('a.md'));
    match(problem, /^1: it can’t be read: .*not yours/);
    deepEqual(more, []);
  });

  it('may be that their folder is none; Belay’s guide is there', async () => {
    removeAtEnd();
    await writeText(pagesFolder(), 'in the way');
    const { guide } = await readGuide();
    deepEqual(idsOf(guide), await builtInIds());
    match(problemsOf(pagesFolder()).join('\n'), /^1: its files can’t be listed: /);
  });

  it('may be their number: the first 500 are read', async () => {
    await writePage('only.md', pageText('only'));
    const { fs } = vscode.workspace;
    const names = Array.from({ length: 501 }, (_none, index) => `${String(index).padStart(3, '0')}.md`);
    replace(vscode.workspace, 'fs', {
      ...fs,
      readDirectory: async () => names.map(name => [name, vscode.FileType.File]),
      readFile: async (uri: vscode.Uri) =>
        /\/(\d+)\.md$/.test(uri.path)
          ? new TextEncoder().encode(pageText(`page-${/(\d+)\.md$/.exec(uri.path)?.[1]}`))
          : fs.readFile(uri),
    });
    const { guide, find } = await readGuide();
    equal(guide.length, (await builtInIds()).length + 500);
    ok(find('page-499'), 'the last of them');
    deepEqual(problemsOf(pagesFolder()), ['1: only the first 500 of its 501 files are read']);
  });

  it('goes from the Problems with the pages', async () => {
    await writePage('a.md', '# Ours\n');
    const pages = new OwnFiles('guide');
    await held(new Library(guideBuild, pages, new RecordingReporter())).guide();
    equal(problemsOf(pageAt('a.md')).length, 1);
    pages.dispose();
    deepEqual(problemsOf(pageAt('a.md')), []);
  });

  it('isn’t shown when the pages were closed while they were read', async () => {
    await writePage('a.md', '# Ours\n');
    const pages = new OwnFiles('guide');
    const reading = held(new Library(guideBuild, pages, new RecordingReporter())).guide();
    pages.dispose();
    await reading;
    deepEqual(problemsOf(pageAt('a.md')), []);
  });

  it('is all that is done to the page: nothing is written in the workspace', async () => {
    await writePage('a.md', '# Ours\n');
    await readGuide();
    deepEqual(await vscode.workspace.fs.readDirectory(pagesFolder()), [['a.md', vscode.FileType.File]]);
    equal(await readText(pageAt('a.md')), '# Ours\n');
  });
});
