import * as vscode from 'vscode';
import { listEntries, openTextFolder } from '../platform/files';
import type { TextFolder } from '../platform/textFolder';
import { siblingStorages } from './siblings';

/** Where a window keeps its journal. */
export interface JournalLocation {
  /** Written by this window. */
  readonly folder: TextFolder;
  /** Finds the journals of other windows on the same workspace, which are only read. */
  readonly others: () => Promise<readonly TextFolder[]>;
  /** No folder is open: the journal is kept beside those of all workspaces. */
  readonly withoutWorkspace: boolean;
}

const folderName = 'journal';

/**
 * The journal's folders. With a workspace open that is its storage; VS Code gives a second and third window
 * on the same folder storages of their own (`<id>-1`, `<id>-2`), which are read as well so that no moment
 * disappears with a window. With no folder open there is no workspace storage at all.
 */
export function locateJournal(context: vscode.ExtensionContext): JournalLocation {
  const { storageUri, globalStorageUri } = context;
  if (!storageUri) {
    return {
      folder: openTextFolder(vscode.Uri.joinPath(globalStorageUri, `${folderName}-without-folder`)),
      others: async () => [],
      withoutWorkspace: true,
    };
  }
  return {
    folder: openTextFolder(vscode.Uri.joinPath(storageUri, folderName)),
    others: () => siblingJournals(storageUri),
    withoutWorkspace: false,
  };
}

/** `<root>/<id>[-n]/<extension>`: the journals under the same id with other numbers. */
async function siblingJournals(storageUri: vscode.Uri): Promise<TextFolder[]> {
  const [own = '', extension = ''] = storageUri.path.split('/').slice(-2);
  const root = vscode.Uri.joinPath(storageUri, '..', '..');
  return siblingStorages(own, await listFolders(root)).map(name =>
    openTextFolder(vscode.Uri.joinPath(root, name, extension, folderName)),
  );
}

async function listFolders(root: vscode.Uri): Promise<string[]> {
  const entries = await listEntries(root);
  return entries.filter(([, type]) => type === vscode.FileType.Directory).map(([name]) => name);
}
