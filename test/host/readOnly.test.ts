import * as vscode from 'vscode';
import { insertTemplate } from '../../src/coaching/insert';
import { UserError } from '../../src/platform/errors';
import { equal, match, rejects } from './assert';
import { aTemplate, closeEditors, usualOpening } from './editors';
import { RecordingLog } from './reporter';

const scheme = 'belay-read-only';
const text = 'one\ntwo\n';
const template = aTemplate(`What led you to \${1:this}?`);

describe('a coaching comment in an editor that can’t be changed', () => {
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => text,
    });
  });
  after(() => provider.dispose());
  afterEach(closeEditors);

  async function show(name: string): Promise<vscode.TextEditor> {
    const uri = vscode.Uri.from({ scheme, path: `/${name}` });
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }

  for (const name of ['code.ts', 'prose.md']) {
    it(`changes nothing: ${name}`, async () => {
      const editor = await show(name);
      await insertTemplate(editor, template, usualOpening, new RecordingLog()).catch(() => undefined);
      equal(editor.document.getText(), text);
    });

    it(`goes to the clipboard, and the error says so: ${name}`, async () => {
      await vscode.env.clipboard.writeText('before');
      const editor = await show(name);
      const error = await rejects(
        insertTemplate(editor, template, usualOpening, new RecordingLog()),
        UserError,
      );
      match(error.message, /on the clipboard/);
      equal(await vscode.env.clipboard.readText(), 'question: What led you to this?');
    });
  }
});
