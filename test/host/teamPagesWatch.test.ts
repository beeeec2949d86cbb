import * as vscode from 'vscode';
import { guideBuild } from '../../src/guide/build';
import { Library } from '../../src/guide/library';
import type { Guide } from '../../src/guide/section';
import { OwnFiles } from '../../src/platform/ownFiles';
import { deepEqual, equal, ok } from './assert';
import { closeEditors } from './editors';
import { writeText } from './journals';
import { atEnd, fired, held } from './perTest';
import { RecordingReporter } from './reporter';
import { pageAt, pageText, problemsOf, watchedPagesFolder, writePage } from './teamFolder';

const textOf = (guide: Guide, id: string) => guide.find(section => section.id === id)?.markdown;

/** A guide that somebody looked at, in a workspace whose pages VS Code watches. */
async function watchedGuide() {
  await watchedPagesFolder();
  const reporter = new RecordingReporter();
  const library = held(new Library(guideBuild, held(new OwnFiles('guide')), reporter));
  const before = await library.guide();
  const change = (work: () => unknown, wanted: (guide: Guide) => boolean) =>
    fired('the guide has changed', library.onDidChange, work, wanted);
  return { library, reporter, before, change };
}

describe('a team’s page that changes', () => {
  afterEach(closeEditors);

  it('comes into the guide, changes in it and goes, each told with the guide as it then is', async () => {
    const { library, before, change, reporter } = await watchedGuide();
    const added = await change(
      () => writePage('a.md', pageText('ours')),
      guide => textOf(guide, 'ours') === 'Text of ours.',
    );
    equal(added.length, before.length + 1);
    equal(await library.guide(), added);
    await change(
      () => writePage('a.md', pageText('ours', { text: 'Better.' })),
      guide => textOf(guide, 'ours') === 'Better.',
    );
    const without = await change(
      () => vscode.workspace.fs.delete(pageAt('a.md')),
      guide => textOf(guide, 'ours') === undefined,
    );
    deepEqual(without, before);
    deepEqual(reporter.reported, []);
  });

  it('gives its place back to Belay’s section when it goes', async () => {
    const { before, change } = await watchedGuide();
    const text = textOf(before, 'execution');
    await change(
      () => writePage('a.md', pageText('execution', { text: 'Ours.' })),
      guide => textOf(guide, 'execution') === 'Ours.',
    );
    await change(
      () => vscode.workspace.fs.delete(pageAt('a.md')),
      guide => textOf(guide, 'execution') === text,
    );
  });

  it('is in the Problems as long as it is broken, and out of the guide', async () => {
    const { change } = await watchedGuide();
    await change(
      () => writePage('a.md', pageText('ours')),
      guide => textOf(guide, 'ours') !== undefined,
    );
    await change(
      () => writePage('a.md', 'no front matter'),
      guide => textOf(guide, 'ours') === undefined,
    );
    deepEqual(problemsOf(pageAt('a.md')), ['1: it must begin with front matter between two lines of ---']);
    await change(
      () => writePage('a.md', pageText('ours')),
      guide => textOf(guide, 'ours') !== undefined,
    );
    deepEqual(problemsOf(pageAt('a.md')), []);
  });

  it('takes its problems with it when it goes', async () => {
    const { change } = await watchedGuide();
    await change(
      () => writePage('a.md', pageText('ours', { text: '[x](guide:nowhere)' })),
      guide => textOf(guide, 'ours') !== undefined,
    );
    equal(problemsOf(pageAt('a.md')).length, 1);
    await change(
      () => vscode.workspace.fs.delete(pageAt('a.md')),
      guide => textOf(guide, 'ours') === undefined,
    );
    deepEqual(problemsOf(pageAt('a.md')), []);
  });

  it('mends a link of another page that led nowhere', async () => {
    const { change } = await watchedGuide();
    await change(
      () => writePage('a.md', pageText('ours', { text: '[x](guide:later)' })),
      guide => textOf(guide, 'ours') !== undefined,
    );
    deepEqual(problemsOf(pageAt('a.md')), ['7: there is no section "later" to link to']);
    await change(
      () => writePage('b.md', pageText('later')),
      guide => textOf(guide, 'later') !== undefined,
    );
    deepEqual(problemsOf(pageAt('a.md')), []);
  });

  it('is known as soon as it is saved in this window', async () => {
    const { change } = await watchedGuide();
    await writePage('a.md', pageText('ours'));
    const editor = await vscode.window.showTextDocument(pageAt('a.md'));
    await editor.edit(edit => edit.insert(editor.document.lineAt(6).range.end, ' Saved.'));
    await change(
      () => editor.document.save(),
      guide => textOf(guide, 'ours') === 'Text of ours. Saved.',
    );
  });

  it('goes with its folder, and comes with it', async () => {
    const { change } = await watchedGuide();
    await change(
      () => writePage('a.md', pageText('ours')),
      guide => textOf(guide, 'ours') !== undefined,
    );
    const { fs } = vscode.workspace;
    const home = vscode.Uri.joinPath(pageAt('a.md'), '..', '..');
    const aside = vscode.Uri.joinPath(home, '..', 'aside');
    await change(
      () => fs.rename(home, aside),
      guide => textOf(guide, 'ours') === undefined,
    );
    await change(
      () => fs.rename(aside, home),
      guide => textOf(guide, 'ours') === 'Text of ours.',
    );
    await change(
      () => fs.delete(vscode.Uri.joinPath(home, 'guide'), { recursive: true }),
      guide => textOf(guide, 'ours') === undefined,
    );
  });

  it('tells nobody any more when the library is gone', async () => {
    const { library } = await watchedGuide();
    const other = held(new Library(guideBuild, held(new OwnFiles('guide')), new RecordingReporter()));
    let told = 0;
    library.onDidChange(() => {
      told += 1;
    });
    library.dispose();
    await fired('another library has it', other.onDidChange, () => writePage('a.md', pageText('ours')));
    equal(told, 0);
  });
});

/** Files in memory that nothing watches, as those of a virtual workspace may be. */
function unwatchedFiles(scheme: string): vscode.Disposable {
  const files = new Map<string, Uint8Array>();
  const refuse = () => {
    throw new Error('Not needed here');
  };
  return vscode.workspace.registerFileSystemProvider(scheme, {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: uri => {
      const file = files.get(uri.path);
      if (!file) {
        throw vscode.FileSystemError.FileNotFound(uri);
      }
      return { type: vscode.FileType.File, ctime: 0, mtime: file.length, size: file.length };
    },
    readFile: uri => files.get(uri.path) ?? new Uint8Array(),
    writeFile: (uri, content) => {
      files.set(uri.path, content);
    },
    readDirectory: refuse,
    createDirectory: () => undefined,
    delete: refuse,
    rename: refuse,
  });
}

describe('a page that is saved where nothing watches', () => {
  const scheme = 'belay-unwatched';
  let files: vscode.Disposable;
  before(() => {
    files = unwatchedFiles(scheme);
  });
  after(() => files.dispose());
  afterEach(closeEditors);

  /** Whether saving the file at `path` tells that a page has changed. */
  async function isTold(path: string): Promise<boolean> {
    const pages = held(new OwnFiles('guide'));
    const uri = vscode.Uri.from({ scheme, path });
    await writeText(uri, 'text');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'more '));
    let told = false;
    const listening = pages.onDidChange(() => {
      told = true;
    });
    atEnd(() => listening.dispose());
    await fired('it is saved', vscode.workspace.onDidSaveTextDocument, () => editor.document.save());
    return told;
  }

  it('is told of', async () => {
    ok(await isTold('/folder/.belay/guide/a.md'), 'it is a page');
  });

  for (const path of [
    '/folder/guide/a.md',
    '/folder/.belay/a.md',
    '/folder/.belay/guide/a.txt',
    '/folder/.belay/guide/deeper/a.md',
  ]) {
    it(`isn’t where it is no page: ${path}`, async () => {
      equal(await isTold(path), false);
    });
  }
});
