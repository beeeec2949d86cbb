import * as vscode from 'vscode';
import { placeOfSelection, selectedLines } from '../../src/journal/logging/selection';
import { captureSmallAnchor } from '../../src/platform/anchors/smallAnchor';
import { linesOf } from '../../src/platform/codePlace';
import type { GitPlace } from '../../src/platform/git';
import { deepEqual, equal, ok } from './assert';
import { freshFolder, workspaceFolder } from './context';
import { closeEditors, cursor, showText } from './editors';
import { writeText } from './journals';
import { insertAbove } from './notes';

const noCommit = async () => undefined;

async function showFile(uri: vscode.Uri, selection: vscode.Selection): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri);
  editor.selection = selection;
  return editor;
}

describe('the lines of a selection', () => {
  const cases: [title: string, selection: [number, number, number, number], lines: [number, number]][] = [
    ['count from 1', [0, 2, 0, 5], [1, 1]],
    ['are first and last, both included', [1, 3, 4, 1], [2, 5]],
    ['are the same for one made backwards', [4, 1, 1, 3], [2, 5]],
    ['leave out a last line of which nothing is selected', [1, 0, 4, 0], [2, 4]],
    ['are the one line of an empty selection at its start', [3, 0, 3, 0], [4, 4]],
  ];
  for (const [title, selection, [firstLine, lastLine]] of cases) {
    it(title, () => {
      deepEqual(selectedLines(new vscode.Selection(...selection)), { firstLine, lastLine });
    });
  }
});

describe('the place of a selection', () => {
  const inWorkspace = () => vscode.Uri.joinPath(workspaceFolder(), 'src', 'retry.ts');
  afterEach(closeEditors);

  it('is none without an editor or with nothing selected', async () => {
    equal(placeOfSelection(undefined, noCommit), undefined);
    equal(placeOfSelection(await showFile(inWorkspace(), cursor(3, 2)), noCommit), undefined);
  });

  it('is the path within the workspace, with its lines', async () => {
    const editor = await showFile(inWorkspace(), new vscode.Selection(0, 0, 4, 0));
    deepEqual(placeOfSelection(editor, noCommit)?.place, { file: 'src/retry.ts', firstLine: 1, lastLine: 4 });
  });

  it('is the whole URI of a file outside the workspace', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '..', `outside ${crypto.randomUUID()}.txt`);
    await writeText(uri, 'one\ntwo\n');
    try {
      const editor = await showFile(uri, new vscode.Selection(1, 0, 1, 3));
      const file = placeOfSelection(editor, noCommit)?.place.file ?? '';
      equal(file, uri.toString());
      equal(vscode.Uri.parse(file, true).path, uri.path);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('keeps the path’s own characters', async () => {
    const uri = vscode.Uri.joinPath(freshFolder(), 'ü #1 100%.txt');
    await writeText(uri, 'text\n');
    const editor = await showFile(uri, new vscode.Selection(0, 0, 0, 4));
    ok(placeOfSelection(editor, noCommit)?.place.file.endsWith('/ü #1 100%.txt'), 'as it is written');
  });

  it('is none in a document that nobody has saved', async () => {
    const editor = await showText('typescript', 'one();\n', new vscode.Selection(0, 0, 0, 3));
    equal(placeOfSelection(editor, noCommit), undefined);
  });

  it('is none in a page that isn’t stored anywhere', async () => {
    const scheme = 'belay-not-stored';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => 'one\n',
    });
    const editor = await showFile(vscode.Uri.from({ scheme, path: '/a' }), new vscode.Selection(0, 0, 0, 3));
    equal(placeOfSelection(editor, noCommit), undefined);
    provider.dispose();
  });

  it('is known before the commit is, which is asked for at once and added when it comes', async () => {
    const editor = await showFile(inWorkspace(), new vscode.Selection(0, 0, 0, 3));
    const asked: string[] = [];
    let tell: (place: GitPlace) => void = () => undefined;
    const pending = placeOfSelection(editor, file => {
      asked.push(file.toString());
      return new Promise(resolve => {
        tell = resolve;
      });
    });
    deepEqual(asked, [inWorkspace().toString()]);
    const place = { file: 'src/retry.ts', firstLine: 1, lastLine: 1 };
    deepEqual(pending?.place, place);
    tell({ commit: '0123abc' });
    const anchor = captureSmallAnchor(linesOf(editor.document), 0, 0);
    deepEqual(await pending?.whole(), { ...place, commit: '0123abc', anchor });
  });

  it('has no commit where none is known', async () => {
    const editor = await showFile(inWorkspace(), new vscode.Selection(0, 0, 0, 3));
    const pending = placeOfSelection(editor, noCommit);
    const { anchor: _, ...place } = (await pending?.whole()) ?? {};
    deepEqual<unknown>(place, pending?.place);
  });
});

describe('the anchor of a selection', () => {
  afterEach(closeEditors);

  const text = Array.from({ length: 9 }, (_, n) => `line ${n}\n`).join('');
  async function selectSecondLine(content = text): Promise<vscode.TextEditor> {
    const uri = vscode.Uri.joinPath(freshFolder(), 'lines.txt');
    await writeText(uri, content);
    return showFile(uri, new vscode.Selection(1, 0, 1, 4));
  }
  const anchorIn = async (editor: vscode.TextEditor) =>
    (await placeOfSelection(editor, noCommit)?.whole())?.anchor;

  it('has the lines as they are in the editor, saved or not', async () => {
    const editor = await selectSecondLine();
    await insertAbove(editor.document.uri, 0, 'unsaved\n');
    editor.selection = new vscode.Selection(1, 0, 2, 2);
    const { start, end, lines, before } = (await anchorIn(editor)) ?? {};
    deepEqual([start, end, lines, before], [1, 2, ['line 0', 'line 1'], ['unsaved']]);
  });

  it('is none where the text was edited before it could be taken', async () => {
    const editor = await selectSecondLine();
    const pending = placeOfSelection(editor, noCommit);
    await insertAbove(editor.document.uri, 0, 'typed meanwhile\n');
    deepEqual(await pending?.whole(), pending?.place);
  });

  it('is none in a text that takes long to look through', async () => {
    equal(await anchorIn(await selectSecondLine(text + 'x'.repeat(1_000_000))), undefined);
  });
});
