import * as vscode from 'vscode';
import { listFiles } from '../platform/files';
import { type Intent, intents } from '../vocabulary';
import { intentTexts } from './intents';
import { readOpening } from './label';
import { escapeSnippet } from './snippet';
import { prefixOf } from './templateFile';
import { teamFolder } from './templateLibrary';

/** What a new template begins with where nothing is selected. */
const sample = {
  label: 'question',
  decorations: ['non-blocking'],
  text: `What led you to \${1:\${TM_SELECTED_TEXT:this approach}}?\n\nI was expecting \${2:something else}.`,
} as const;

/**
 * "Save Selection as a Template": asks what it is called, what it is for and for whom, writes the file and opens
 * it. Without a selection the file holds a sample to be written over. `taken` are the prefixes of
 * the templates that there are: a new one mustn't take the place of another by its name. Gives the file, or nothing if it was given up.
 */
export async function saveTemplate(
  ownFolder: vscode.Uri,
  taken: ReadonlySet<string>,
): Promise<vscode.Uri | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).trim() ?? '';
  const title = vscode.l10n.t('Save as a Coaching Comment Template');
  const name = await vscode.window.showInputBox({
    title: `${title} (1/3)`,
    prompt: vscode.l10n.t('What does a reviewer do with it? For example: Ask about the retry limit'),
    ignoreFocusOut: true,
    validateInput: text =>
      text.trim() === '' || text.trim().length > 60 || /[\r\n]/.test(text)
        ? vscode.l10n.t('A name of 1 to 60 characters')
        : undefined,
  });
  if (name === undefined) {
    return undefined;
  }
  const intent = await vscode.window.showQuickPick(
    intents.map(one => ({
      label: intentTexts[one].title,
      detail: intentTexts[one].summary,
      intent: one,
    })),
    { title: `${title} (2/3)`, placeHolder: vscode.l10n.t('What is it for?'), ignoreFocusOut: true },
  );
  const folder = intent && (await chooseFolder(`${title} (3/3)`, ownFolder));
  if (!intent || !folder) {
    return undefined;
  }
  const file = vscode.Uri.joinPath(folder, await freeName(folder, name, taken));
  await vscode.workspace.fs.createDirectory(folder);
  const text = fileText(name.trim(), intent.intent, selected);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(file);
  return file;
}

async function chooseFolder(title: string, ownFolder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const team = teamFolder();
  if (!team) {
    return ownFolder;
  }
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('$(person) For me, in all workspaces'),
        description: ownFolder.fsPath,
        folder: ownFolder,
      },
      {
        label: vscode.l10n.t('$(organization) For my team, in this workspace'),
        description: vscode.workspace.asRelativePath(team),
        folder: team,
      },
    ],
    { title, ignoreFocusOut: true },
  );
  return picked?.folder;
}

/** A file name of the words of `name` that the folder doesn't have yet, and whose prefix no template has. */
async function freeName(folder: vscode.Uri, name: string, prefixes: ReadonlySet<string>): Promise<string> {
  const files = new Set(await listFiles(folder));
  // Short enough for a prefix, with room for the number.
  const words = (name.toLowerCase().match(/[a-z0-9]+/g) ?? ['template']).slice(0, 6).join('-').slice(0, 50);
  let free = `${words}.md`;
  for (let number = 2; files.has(free) || prefixes.has(prefixOf(free)); number += 1) {
    free = `${words}-${number}.md`;
  }
  return free;
}

/** A template's text mustn't begin with a label, and some comments begin with two. */
function withoutLabels(text: string): string {
  const opening = readOpening(text);
  return opening ? withoutLabels(opening.text) : text;
}

function fileText(name: string, intent: Intent, selected: string): string {
  const opened = selected === '' ? sample : (readOpening(selected) ?? { decorations: [], text: selected });
  const label = 'label' in opened ? opened.label : intent === 'praise' ? 'praise' : 'note';
  const text = opened === sample ? sample.text : escapeSnippet(withoutLabels(opened.text));
  const decorations = label === 'praise' ? [] : opened.decorations;
  return [
    '---',
    `name: ${JSON.stringify(name)}`,
    `label: ${label}`,
    `decorations: [${decorations.join(', ')}]`,
    `intent: ${intent}`,
    `when: ${JSON.stringify(vscode.l10n.t('When to use it, in a sentence.'))}`,
    `learns: ${JSON.stringify(vscode.l10n.t('What the author of the code learns from it.'))}`,
    '---',
    text,
    '',
  ].join('\n');
}
