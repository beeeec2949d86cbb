import * as vscode from 'vscode';
import { placeOfSelection } from '../../src/journal/logging/selection';
import type { CodePlace } from '../../src/journal/moment';
import { goToCode } from '../../src/journal/views/goToCode';
import { UserError } from '../../src/platform/errors';
import { deepEqual, equal, match, rejects } from './assert';
import { freshFolder, workspaceFolder } from './context';
import { closeEditors, shown } from './editors';
import { aMoment, writeText } from './journals';
import { RecordingReporter } from './reporter';

const text = 'one\ntwo\nthree\n';

const goTo = (place: CodePlace) => goToCode(aMoment('a', { place }), new RecordingReporter());

/** Selects the second line of a file and gives the place that a moment there would have. */
async function placeIn(uri: vscode.Uri): Promise<CodePlace> {
  const editor = await vscode.window.showTextDocument(uri);
  editor.selection = new vscode.Selection(1, 0, 1, 3);
  const place = placeOfSelection(editor, async () => undefined)?.place;
  await closeEditors();
  if (!place) {
    throw new Error(`${uri.toString()} has no place`);
  }
  return place;
}

const readOnly = () => {
  throw vscode.FileSystemError.NoPermissions();
};

/** A file system on which every path is a file with `text`. */
const oneFile: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length }),
  readFile: () => new TextEncoder().encode(text),
  readDirectory: readOnly,
  createDirectory: readOnly,
  writeFile: readOnly,
  delete: readOnly,
  rename: readOnly,
};

describe('going to a moment’s code', () => {
  afterEach(closeEditors);

  it('opens the file and selects the lines', async () => {
    await goTo({ file: 'src/report.py', firstLine: 1, lastLine: 2 });
    deepEqual(shown(), {
      uri: vscode.Uri.joinPath(workspaceFolder(), 'src', 'report.py').toString(),
      text: 'def slowest(calls, limit=5):\n    ordered = sorted(calls, key=lambda call: call.seconds)',
    });
  });

  it('leads back to where the moment was logged, whatever the file is called', async () => {
    const uri = vscode.Uri.joinPath(freshFolder(), 'ü #1 100%25.txt');
    await writeText(uri, text);
    await goTo(await placeIn(uri));
    deepEqual(shown(), { uri: uri.toString(), text: 'two' });
  });

  it('leads back to a file outside the workspace', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '..', `outside #${crypto.randomUUID()}.txt`);
    await writeText(uri, text);
    try {
      await goTo(await placeIn(uri));
      deepEqual(shown(), { uri: uri.toString(), text: 'two' });
      await closeEditors();
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  // So are the left side of a Git diff and the files of a virtual workspace.
  it('leads back to a file whose URI names no host', async () => {
    const scheme = 'belay-virtual';
    const files = vscode.workspace.registerFileSystemProvider(scheme, oneFile, { isReadonly: true });
    try {
      const uri = vscode.Uri.from({ scheme, path: '/some/file.txt' });
      const place = await placeIn(uri);
      const end = await goTo(place).then(shown, error => {
        if (error instanceof UserError) {
          return error.message;
        }
        throw error;
      });
      deepEqual<unknown>(end, { uri: uri.toString(), text: 'two' });
    } finally {
      await closeEditors();
      files.dispose();
    }
  });

  it('goes as far as the file still does, where it has become shorter', async () => {
    await goTo({ file: 'src/report.py', firstLine: 3, lastLine: 900 });
    match(shown().text ?? '', /return ordered\[:limit\]\s*$/);
  });

  it('says that a file is gone, and in which commit it was', async () => {
    const place = { file: 'src/gone.ts', firstLine: 3, lastLine: 9 };
    equal(
      (await rejects(goTo(place), UserError)).message,
      'src/gone.ts:3-9 isn’t in this workspace any more.',
    );
    const commit = '0123456789abcdef0123456789abcdef01234567';
    match(
      (await rejects(goTo({ ...place, commit }), UserError)).message,
      /It was there in commit 0123456789ab\.$/,
    );
    equal(shown().uri, undefined);
  });
});
