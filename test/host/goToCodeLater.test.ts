import * as vscode from 'vscode';
import { placeOfSelection } from '../../src/journal/logging/selection';
import type { CodePlace } from '../../src/journal/moment';
import { goToCode } from '../../src/journal/views/goToCode';
import { UserError } from '../../src/platform/errors';
import { readText } from '../../src/platform/files';
import { gitPlaceOf } from '../../src/platform/git';
import { fileAtCommit } from '../../src/platform/gitAtCommit';
import { deepEqual, equal, match, ok, rejects, until } from './assert';
import { workspaceFolder } from './context';
import { closeEditors, shown } from './editors';
import { fakeGit } from './fakeGit';
import { aMoment, writeText } from './journals';
import { code, codeFile, insertAbove } from './notes';
import { atEnd, replace } from './perTest';
import { messages, statusTexts } from './questions';
import { RecordingLog, RecordingReporter } from './reporter';

const commit = '0123456789abcdef0123456789abcdef01234567';
const permalink = 'https://example.org/acme/app/blob/0123456/numbers.ts#L4';

const goTo = (place: CodePlace, reporter = new RecordingReporter()) =>
  goToCode(aMoment('a', { place }), reporter);

/** The place that a moment logged with these lines, from 0, selected would have. */
async function placeIn(uri: vscode.Uri, first: number, last = first): Promise<CodePlace> {
  const editor = await vscode.window.showTextDocument(uri);
  editor.selection = new vscode.Selection(first, 0, last, 1);
  const place = await placeOfSelection(editor, async () => undefined)?.whole();
  await closeEditors();
  ok(place?.anchor, 'it has an anchor');
  return place;
}

/** The same as versions before anchors kept it. */
function withoutAnchor({ anchor: _, ...place }: CodePlace): CodePlace {
  return place;
}

/** Writes a file as something other than VS Code would, and waits until VS Code has noticed. */
async function rewrite(uri: vscode.Uri, text: string): Promise<void> {
  await writeText(uri, text);
  await until('VS Code has read it', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.getText() === text;
  });
}

/** What is said, and how: in the status bar and in messages. */
function listen() {
  return { status: statusTexts(), messages: messages('showInformationMessage') };
}

describe('going to a moment’s code after edits', () => {
  afterEach(closeEditors);

  it('finds the lines where they are by now, and has nothing to say', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3, 4);
    await rewrite(uri, `// one\n// two\n${code}`);
    const said = listen();
    await goTo(place);
    deepEqual(shown(), { uri: uri.toString(), text: '    total += number;\n  }' });
    equal(vscode.window.activeTextEditor?.selection.start.line, 5);
    deepEqual(said, { status: [], messages: [] });
  });

  it('looks at what is in the editor, saved or not', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3);
    await vscode.window.showTextDocument(uri);
    await insertAbove(uri, 0, '// unsaved\n');
    await goTo(place);
    equal(vscode.window.activeTextEditor?.selection.start.line, 4);
  });

  it('says that the place is likely where the line was edited', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3);
    await rewrite(uri, `// new\n${code.replace('total += number;', 'total += number ?? 0;')}`);
    const said = listen();
    await goTo(place);
    equal(shown().text, '    total += number ?? 0;');
    deepEqual(said, {
      status: ['The place is likely: the code has been edited since'],
      messages: [],
    });
  });

  it('asks to look where the line was rewritten, with what leads to the old one', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3);
    await rewrite(uri, code.replace('total += number;', 'await log();'));
    fakeGit({ head: commit, commits: { [commit]: { [uri.fsPath]: `// dirty\n${code}` } } });
    const shownMessages = messages('showInformationMessage', 'Show It at Commit 0123456');
    await goTo({ ...place, commit, permalink });
    match(shownMessages[0]?.text ?? '', /^The place is unsure: /);
    deepEqual(shownMessages[0]?.buttons, ['Show It at Commit 0123456', 'Open Link']);
    await until('the old version is shown', () => shown().text === '    total += number;');
    ok(shown().uri !== uri.toString(), 'it is another document');
  });

  it('says that the lines are gone, and what can be done', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 9);
    await rewrite(uri, 'nothing\n\nof it\n');
    const { message, actions } = await rejects(goTo({ ...place, permalink }), UserError);
    match(message, /^The code of this moment isn’t in .*numbers\.ts any more/);
    deepEqual(
      actions.map(({ title }) => title),
      ['Open the File', 'Open Link'],
    );
    equal(shown().uri, undefined);
    await actions[0]?.run();
    equal(shown().uri, uri.toString());
  });

  it('says that it went by the lines’ numbers where nothing else is known', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3);
    const { status } = listen();
    await goTo(withoutAnchor(place));
    equal(shown().text, '    total += number;');
    deepEqual(status, ['Found by line number: the code may have changed since']);
    await goTo(place);
    deepEqual(status, []);
  });
});

describe('going to the code of a moment that only knows its commit', () => {
  afterEach(closeEditors);

  it('finds the lines by what they read in that commit', async () => {
    const uri = await codeFile();
    const place = withoutAnchor(await placeIn(uri, 3));
    fakeGit({ head: commit, commits: { [commit]: { [uri.fsPath]: code } } });
    await rewrite(uri, `// one\n// two\n${code}`);
    const said = listen();
    await goTo({ ...place, commit });
    equal(vscode.window.activeTextEditor?.selection.start.line, 5);
    equal(shown().text, '    total += number;');
    deepEqual(said, { status: [], messages: [] });
  });

  it('shows them there where they are gone', async () => {
    const uri = await codeFile();
    const place = withoutAnchor(await placeIn(uri, 3));
    fakeGit({ head: commit, commits: { [commit]: { [uri.fsPath]: code } } });
    await rewrite(uri, 'nothing\n\nof it\n');
    const { actions } = await rejects(goTo({ ...place, commit }), UserError);
    deepEqual(
      actions.map(({ title }) => title),
      ['Open the File', 'Show It at Commit 0123456'],
    );
    await actions[1]?.run();
    equal(shown().text, '    total += number;');
  });

  it('goes by the numbers where the commit is nowhere any more', async () => {
    const uri = await codeFile();
    const place = withoutAnchor(await placeIn(uri, 3));
    fakeGit({ head: commit, commits: {} });
    const { status } = listen();
    const reporter = new RecordingReporter();
    await goTo({ ...place, commit }, reporter);
    deepEqual(status, ['Found by line number: the code may have changed since']);
    const gone = `${uri.fsPath} in commit ${commit}: ${uri.fsPath} isn’t in ${commit}`;
    deepEqual(reporter.log.lines, [`info Git: no ${gone}`]);
  });

  it('works with VS Code’s own Git', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'src', 'report.py');
    const git = await gitPlaceOf(uri, new RecordingLog());
    if (!git) {
      // No Git extension in the browser’s host, or no Git on the machine.
      return;
    }
    const place = { file: 'src/report.py', firstLine: 1, lastLine: 2, commit: git.commit };
    const before = await readText(uri);
    atEnd(() => rewrite(uri, before));
    await rewrite(uri, `import sys\n\n${before}`);
    await goTo(place);
    equal(vscode.window.activeTextEditor?.selection.start.line, 2);
    match(shown().text ?? '', /^def slowest\(/);
    const old = await fileAtCommit(uri, git.commit, new RecordingLog());
    ok(old, 'Git has it');
    const document = await vscode.workspace.openTextDocument(old.uri);
    equal(document.getText(), before);
    equal(await fileAtCommit(uri, commit, new RecordingLog()), undefined);
  });
});

describe('going to a moment’s code whose file was renamed', () => {
  afterEach(closeEditors);

  const renamed = (uri: vscode.Uri, ...names: string[]) => vscode.Uri.joinPath(uri, '..', ...names);

  it('finds it by its code in a file of the same name, and says what it is called now', async () => {
    const name = `moved-${crypto.randomUUID()}.ts`;
    const uri = await codeFile(name);
    const place = await placeIn(uri, 3);
    const moved = renamed(uri, 'deeper', name);
    await vscode.workspace.fs.rename(uri, moved);
    // Open, since the oldest VS Code has no search here.
    await rewrite(moved, `// moved\n${code}`);
    const said = listen();
    await goTo(place);
    deepEqual(shown(), { uri: moved.toString(), text: '    total += number;' });
    equal(vscode.window.activeTextEditor?.selection.start.line, 4);
    match(said.status.join('\n'), new RegExp(`^\\S+/${name} is \\S+/deeper/${name} now$`));
  });

  for (const [what, strip] of [
    ['its code', (place: CodePlace) => place],
    ['its commit alone', withoutAnchor],
  ] as const) {
    it(`finds it by what Git calls a rename, and ${what}`, async () => {
      const uri = await codeFile();
      const place = strip(await placeIn(uri, 3));
      const moved = renamed(uri, 'sums.ts');
      await vscode.workspace.fs.rename(uri, moved);
      await writeText(moved, `// moved\n${code}`);
      fakeGit({
        head: 'f'.repeat(40),
        commits: { [commit]: { [uri.fsPath]: code } },
        renamed: [[uri, moved]],
      });
      await goTo({ ...place, commit });
      deepEqual(shown(), { uri: moved.toString(), text: '    total += number;' });
    });
  }

  it('writes into the log what can’t be asked: Git’s changes since a lost commit, and VS Code’s search', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3);
    await vscode.workspace.fs.delete(uri);
    fakeGit({ head: 'f'.repeat(40), commits: {} });
    replace(vscode.workspace, 'findFiles', () => Promise.reject(new Error('no search here')));
    const reporter = new RecordingReporter();
    await rejects(goTo({ ...place, commit }, reporter), UserError);
    const { lines } = reporter.log;
    const name = uri.path.split('/').at(-1);
    ok(lines.includes(`warn Search for files called ${name}: no search here`), lines.join('\n'));
    ok(
      lines.some(line => line.startsWith(`info Git: no changes since commit ${commit}: `)),
      lines.join('\n'),
    );
  });

  it('says where its lines are gone from the file that it was renamed to', async () => {
    const uri = await codeFile();
    const place = await placeIn(uri, 3);
    const moved = renamed(uri, 'sums.ts');
    await vscode.workspace.fs.delete(uri);
    await writeText(moved, 'nothing\n\nof it\n');
    fakeGit({ head: 'f'.repeat(40), commits: { [commit]: { [uri.fsPath]: code } }, renamed: [[uri, moved]] });
    const { message, actions } = await rejects(goTo({ ...place, commit }), UserError);
    match(message, /isn’t in \S+sums\.ts any more/);
    deepEqual(
      actions.map(({ title }) => title),
      ['Open the File', 'Show It at Commit 0123456'],
    );
  });

  it('shows it as it was where its file is gone, and is never led to other code', async () => {
    const name = `gone-${crypto.randomUUID()}.ts`;
    const uri = await codeFile(name);
    const place = await placeIn(uri, 3);
    await vscode.workspace.fs.delete(uri);
    await writeText(renamed(uri, 'deeper', name), 'nothing\n\nof it\n');
    fakeGit({ head: commit, commits: { [commit]: { [uri.fsPath]: code } } });
    const { message, actions } = await rejects(goTo({ ...place, commit }), UserError);
    match(message, /isn’t in this workspace any more\. It was there in commit 0123456789ab\.$/);
    deepEqual(
      actions.map(({ title }) => title),
      ['Show It at Commit 0123456'],
    );
    await actions[0]?.run();
    equal(shown().text, '    total += number;');
  });
});
