import * as vscode from 'vscode';
import { listEntries, openTextFolder } from './files';
import type { LogOptions } from './log';
import { siblingStorages } from './siblings';
import type { TextFolder } from './textFolder';

/** Where a window keeps a log. */
export interface LogLocation {
  /** Written by this window. */
  readonly folder: TextFolder;
  /** Finds the logs of other windows on the same workspace, which are only read. */
  readonly others: () => Promise<readonly TextFolder[]>;
  /** No folder is open: the log is kept beside those of all workspaces. */
  readonly withoutWorkspace: boolean;
}

/**
 * The folders of the log called `name`. With a workspace open that is its storage; VS Code gives a second and
 * third window on the same folder storages of their own (`<id>-1`, `<id>-2`), which are read as well so that no
 * entry disappears with a window. With no folder open there is no workspace storage at all.
 */
export function locateLog(context: vscode.ExtensionContext, name: string): LogLocation {
  const { storageUri, globalStorageUri } = context;
  if (!storageUri) {
    return {
      folder: openTextFolder(vscode.Uri.joinPath(globalStorageUri, `${name}-without-folder`)),
      others: async () => [],
      withoutWorkspace: true,
    };
  }
  return {
    folder: openTextFolder(vscode.Uri.joinPath(storageUri, name)),
    others: () => siblingLogs(storageUri, name),
    withoutWorkspace: false,
  };
}

/** What this window, a new writer, needs to open the log at `location`. */
export function logOptions({ folder, others }: LogLocation): LogOptions {
  return {
    folder,
    others,
    writer: crypto.randomUUID(),
    workspace: {
      ...(vscode.workspace.name === undefined ? {} : { name: vscode.workspace.name }),
      folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
    },
    now: Date.now,
  };
}

/** `<root>/<id>[-n]/<extension>`: the logs under the same id with other numbers. */
async function siblingLogs(storageUri: vscode.Uri, name: string): Promise<TextFolder[]> {
  const [own = '', extension = ''] = storageUri.path.split('/').slice(-2);
  const root = vscode.Uri.joinPath(storageUri, '..', '..');
  return siblingStorages(own, await listFolders(root)).map(storage =>
    openTextFolder(vscode.Uri.joinPath(root, storage, extension, name)),
  );
}

async function listFolders(root: vscode.Uri): Promise<string[]> {
  const entries = await listEntries(root);
  return entries.filter(([, type]) => type === vscode.FileType.Directory).map(([name]) => name);
}
