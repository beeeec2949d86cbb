import * as vscode from 'vscode';
import type { OpeningStyle, Template } from '../../src/coaching/template';
import { until } from './assert';
import { atEnd } from './perTest';

/** A template with this text, in snippet syntax, whose other details don't matter to the test. */
export function aTemplate(body: string, details: Partial<Template> = {}): Template {
  return {
    name: 'Ask',
    prefix: 'cc-question-test',
    label: 'question',
    intent: 'ask',
    decorations: [],
    when: 'When?',
    learns: 'Why?',
    body,
    origin: 'belay',
    ...details,
  };
}

/** How comments open while no setting says otherwise. */
export const usualOpening: OpeningStyle = { style: 'plain', withDecorations: true };

/** Gives one of Belay's settings for comments a value, for the length of the test. */
export async function setComments(key: 'labelStyle' | 'decorations', value: unknown): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration('belay.comments').update(key, to, vscode.ConfigurationTarget.Global);
  atEnd(() => set(undefined));
  await set(value);
}

/** Shows an untitled document with `content`, the cursor or selection at `selection`. */
export async function showText(
  language: string,
  content: string,
  selection = new vscode.Selection(0, 0, 0, 0),
): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = selection;
  return editor;
}

/** The cursor at a line and column, both from 0. */
export function cursor(line: number, column: number): vscode.Selection {
  return new vscode.Selection(line, column, line, column);
}

/** Closes all editors, without asking whether to save, and waits until their unsaved documents have gone: the next one gets the same name. */
export async function closeEditors(): Promise<void> {
  await until('all editors are closed', async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const noTabs = vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
    return noTabs && vscode.workspace.textDocuments.every(document => !document.isUntitled);
  });
}

/** Resolves once VS Code has loaded a language's comment tokens, which it begins to when it first shows the language. */
export async function commentTokensOf(language: string): Promise<void> {
  const editor = await showText(language, '');
  await until(`${language} has comment tokens`, async () => {
    await editor.insertSnippet(new vscode.SnippetString('$LINE_COMMENT$BLOCK_COMMENT_START'));
    return editor.document.getText() !== '';
  });
  await closeEditors();
}

/** Whether this extension host is shown the extensions that describe languages. */
export function seesLanguages(): boolean {
  return vscode.extensions.getExtension('vscode.css') !== undefined;
}

/** The file that is open in front of the user and what is selected there. */
export function shown(): { uri: string | undefined; text: string | undefined } {
  const editor = vscode.window.activeTextEditor;
  return { uri: editor?.document.uri.toString(), text: editor?.document.getText(editor.selection) };
}
