import * as vscode from 'vscode';
import { fileOf, isStored } from '../../platform/codePlace';
import type { NotePlace } from './note';

/** How a note names the file at `uri`: within its workspace folder or, outside of all, within its own. */
export function fileFields(uri: vscode.Uri): Pick<NotePlace, 'folder' | 'file'> {
  const file = fileOf(uri);
  const folder = vscode.workspace.getWorkspaceFolder(file);
  const home = folder?.uri ?? vscode.Uri.joinPath(file, '..');
  const name = folder?.name ?? home.path.split('/').at(-1) ?? '';
  const root = home.path.endsWith('/') ? home.path : `${home.path}/`;
  return { folder: { name, uri: home.toString() }, file: file.path.slice(root.length) };
}

/** Where a note's file is on this machine, whether it is there or not: by its folder's URI, else by its name. */
export function uriOf({ folder, file }: Pick<NotePlace, 'folder' | 'file'>): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const home =
    folders.find(({ uri }) => uri.toString() === folder.uri) ??
    folders.find(({ name }) => name === folder.name);
  return vscode.Uri.joinPath(home?.uri ?? vscode.Uri.parse(folder.uri), file);
}

/** The tabs that compare something with `uri` on the side named. */
function comparedWith(uri: vscode.Uri, side: 'original' | 'modified'): vscode.TabInputTextDiff[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs.map(({ input }) => input))
    .filter(input => input instanceof vscode.TabInputTextDiff)
    .filter(input => input[side].toString() === uri.toString());
}

/** Whether `document` is only shown as what something was before: the left side of a comparison. */
export function isOldSide({ uri }: vscode.TextDocument): boolean {
  return comparedWith(uri, 'original').length > 0 && comparedWith(uri, 'modified').length === 0;
}

/** What a comparison whose left side is `uri` has on its right side. */
export function newSideOf(uri: vscode.Uri): vscode.Uri | undefined {
  return comparedWith(uri, 'original')[0]?.modified;
}

/** The file whose notes an editor shows. */
export function fileOfNotes(editor: vscode.TextEditor | undefined): vscode.Uri | undefined {
  return editor && isStored(editor.document) ? fileOf(editor.document.uri) : undefined;
}
