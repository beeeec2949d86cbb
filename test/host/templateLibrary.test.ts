import * as vscode from 'vscode';
import { builtInTemplates } from '../../src/coaching/build';
import type { Template } from '../../src/coaching/template';
import { TemplateLibrary } from '../../src/coaching/templateLibrary';
import { deepEqual, equal, match, ok, until } from './assert';
import { freshFolder } from './context';
import { closeEditors } from './editors';
import { writeText } from './journals';
import { held } from './perTest';
import { RecordingReporter } from './reporter';
import { problemsOf, templateAt, templateText, watchedPagesFolder, writeTemplate } from './teamFolder';

/** A library whose own folder has these files. */
async function openLibrary(own: Readonly<Record<string, string>> = {}) {
  const folder = freshFolder();
  const ownAt = (name: string) => vscode.Uri.joinPath(folder, name);
  for (const [name, text] of Object.entries(own)) {
    await writeText(ownAt(name), text);
  }
  const reporter = new RecordingReporter();
  const library = held(new TemplateLibrary(folder, reporter));
  return { library, reporter, ownAt };
}

const find = (templates: readonly Template[], prefix: string) =>
  templates.find(template => template.prefix === prefix);

/** What the Problems say of a file, once: Belay itself may have looked at it as well. */
const problemsFound = (uri: vscode.Uri) => [...new Set(problemsOf(uri))];

describe('the templates', () => {
  afterEach(closeEditors);

  it('are Belay’s where there are no others, and nothing is wrong with that', async () => {
    const { library, reporter } = await openLibrary();
    deepEqual(await library.templates(), builtInTemplates());
    deepEqual([reporter.reported, reporter.log.lines], [[], []]);
  });

  it('are one’s own, then the team’s, then Belay’s', async () => {
    await writeTemplate('b.md', templateText('Ours'));
    await writeTemplate('a.md', templateText('Ours too'));
    const { library } = await openLibrary({ 'z.md': templateText('Mine') });
    const templates = await library.templates();
    deepEqual(
      templates.slice(0, 3).map(({ name, prefix, origin }) => [name, prefix, origin]),
      [
        ['Mine', 'cc-z', 'own'],
        ['Ours too', 'cc-a', 'team'],
        ['Ours', 'cc-b', 'team'],
      ],
    );
    deepEqual(templates.slice(3), builtInTemplates());
  });

  it('are Markdown files, and no others beside them', async () => {
    await writeTemplate('a.txt', 'no template');
    await writeTemplate('b.md/c.md', templateText('Deeper'));
    const { library, reporter } = await openLibrary();
    equal((await library.templates()).length, builtInTemplates().length);
    deepEqual(reporter.log.lines, []);
  });

  it('take the place of Belay’s with the same prefix: the team’s, and before it one’s own', async () => {
    await writeTemplate('a.md', templateText('Ours', 'prefix: cc-question-edge'));
    const team = await openLibrary();
    const ofTeam = await team.library.templates();
    equal(find(ofTeam, 'cc-question-edge')?.name, 'Ours');
    equal(ofTeam.length, builtInTemplates().length);

    const own = await openLibrary({ 'b.md': templateText('Mine', 'prefix: cc-question-edge') });
    const ofOwn = await own.library.templates();
    equal(find(ofOwn, 'cc-question-edge')?.name, 'Mine');
    equal(ofOwn.length, builtInTemplates().length);
    deepEqual([team.reporter.log.lines, own.reporter.log.lines], [[], []]);
  });

  it('leave out broken files, which the Problems name with line and reason', async () => {
    await writeTemplate('broken.md', '---\nname: Broken\nlabel: why\n---\nText.\n');
    await writeTemplate('variable.md', templateText('Variable').replace('Text', 'One\n\n$CLIPBOARD'));
    await writeTemplate('good.md', templateText('Good'));
    const { library, reporter, ownAt } = await openLibrary({ 'mine.md': 'no front matter' });
    const templates = await library.templates();
    equal(templates.length, builtInTemplates().length + 1);
    ok(find(templates, 'cc-good'), 'the good one is there');
    const [reason = '', ...more] = problemsFound(templateAt('broken.md'));
    match(reason, /^3: label: it must be one of praise, /);
    deepEqual(more, []);
    match(problemsFound(templateAt('variable.md'))[0] ?? '', /^7: "CLIPBOARD" may not stand in a template/);
    deepEqual(problemsFound(ownAt('mine.md')), [
      '1: it must begin with front matter between two lines of ---',
    ]);
    deepEqual(problemsFound(templateAt('good.md')), []);
    match(reporter.log.lines.join('\n'), /^warn Templates with problems:\n/);
    match(reporter.log.lines.join('\n'), /\.belay\/templates\/broken\.md:3: label: /);
  });

  it('name the second of two with one prefix in the Problems', async () => {
    await writeTemplate('a.md', templateText('A', 'prefix: cc-same'));
    await writeTemplate('b.md', templateText('B', 'prefix: cc-same'));
    const { library } = await openLibrary();
    equal(find(await library.templates(), 'cc-same')?.name, 'A');
    deepEqual(problemsFound(templateAt('a.md')), []);
    match(
      problemsFound(templateAt('b.md'))[0] ?? '',
      /^4: prefix: "cc-same" is already the prefix of .*a\.md$/,
    );
  });

  it('have no problems any more when the library has gone', async () => {
    const { library, ownAt } = await openLibrary({ 'broken.md': '' });
    await library.templates();
    equal(problemsFound(ownAt('broken.md')).length, 1);
    library.dispose();
    deepEqual(problemsFound(ownAt('broken.md')), []);
  });

  it('are read once for many looks', async () => {
    const { library } = await openLibrary();
    equal(await library.templates(), await library.templates());
  });
});

describe('a team’s template that changes', () => {
  afterEach(closeEditors);

  it('comes, changes, breaks, is mended and goes', async () => {
    await watchedPagesFolder('templates');
    const { library, reporter } = await openLibrary();
    const textIs = (text: string | undefined) => async () =>
      find(await library.templates(), 'cc-a')?.body === text;
    equal(await textIs(undefined)(), true);
    await writeTemplate('a.md', templateText('One'));
    await until('it has come', textIs('Text of One.'));
    await writeTemplate('a.md', templateText('Two'));
    await until('it has changed', textIs('Text of Two.'));
    await writeTemplate('a.md', 'broken');
    await until('it is left out', textIs(undefined));
    equal(problemsFound(templateAt('a.md')).length, 1);
    await writeTemplate('a.md', templateText('Three'));
    await until('it is back', textIs('Text of Three.'));
    await until('it has no problem any more', () => problemsFound(templateAt('a.md')).length === 0);
    await vscode.workspace.fs.delete(templateAt('a.md'));
    await until('it has gone', textIs(undefined));
    deepEqual(reporter.reported, []);
  });

  for (const [whose, at] of [
    ['the team’s', async () => ({ ...(await openLibrary()), uri: templateAt('a.md') })],
    [
      'one’s own',
      async () => {
        const opened = await openLibrary({ 'a.md': templateText('One') });
        return { ...opened, uri: opened.ownAt('a.md') };
      },
    ],
  ] as const) {
    it(`is there as saved in this window at once, before any watcher tells: ${whose}`, async () => {
      await writeTemplate('a.md', templateText('One'));
      const { library, uri } = await at();
      equal(find(await library.templates(), 'cc-a')?.name, 'One');
      const document = await vscode.workspace.openTextDocument(uri);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, document.lineAt(1).range, 'name: Changed');
      await vscode.workspace.applyEdit(edit);
      equal(await document.save(), true);
      equal(find(await library.templates(), 'cc-a')?.name, 'Changed');
    });
  }
});
