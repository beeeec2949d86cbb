import * as vscode from 'vscode';
import { listFolders, openTextFolder } from './files';
import { siblingStorages, workspaceId } from './siblings';
import type { TextFolder } from './textFolder';

/** Where a window keeps a log. */
export interface LogLocation {
  /** Written by this window. */
  readonly uri: vscode.Uri;
  readonly folder: TextFolder;
  /** Finds the logs of other windows on the same workspace, which are only read. */
  readonly others: () => Promise<readonly TextFolder[]>;
  readonly otherUris: () => Promise<readonly vscode.Uri[]>;
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
  const uri = storageUri ? vscode.Uri.joinPath(storageUri, name) : withoutFolderUri(globalStorageUri, name);
  const otherUris = async () => (storageUri ? siblingLogs(storageUri, name) : []);
  return {
    uri,
    folder: openTextFolder(uri),
    otherUris,
    others: async () => (await otherUris()).map(openTextFolder),
    withoutWorkspace: !storageUri,
  };
}

/** The folder of the log called `name` that all workspaces share: each window is a writer with files of its own in it. */
export function globalLog({ globalStorageUri }: vscode.ExtensionContext, name: string): LogLocation {
  const uri = vscode.Uri.joinPath(globalStorageUri, name);
  return {
    uri,
    folder: openTextFolder(uri),
    otherUris: async () => [],
    others: async () => [],
    withoutWorkspace: true,
  };
}

/** Whether this window or another one on the same workspace has ever written into the log called `name`. */
export async function hasLog(context: vscode.ExtensionContext, name: string): Promise<boolean> {
  const { folder, others } = locateLog(context, name);
  if ((await folder.list()).length > 0) {
    return true;
  }
  for (const other of await others()) {
    if ((await other.list()).length > 0) {
      return true;
    }
  }
  return false;
}

/** `<root>/<id>[-n]/<extension>`: the logs under the same id with other numbers. */
async function siblingLogs(storageUri: vscode.Uri, name: string): Promise<vscode.Uri[]> {
  const [own = '', extension = ''] = storageUri.path.split('/').slice(-2);
  const root = vscode.Uri.joinPath(storageUri, '..', '..');
  return siblingStorages(own, await listFolders(root)).map(storage =>
    vscode.Uri.joinPath(root, storage, extension, name),
  );
}

/**
 * The logs called `name` of all other workspaces, and that of windows without a folder: for each the folders
 * that its windows wrote to. Those of this workspace aren't among them.
 */
export async function logsElsewhere(
  { storageUri, globalStorageUri }: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
  name: string,
): Promise<TextFolder[][]> {
  const extension = globalStorageUri.path.split('/').at(-1) ?? '';
  // Without a folder there is no storage to start from; VS Code keeps that of workspaces beside its global one.
  const root = storageUri
    ? vscode.Uri.joinPath(storageUri, '..', '..')
    : vscode.Uri.joinPath(globalStorageUri, '..', '..', 'workspaceStorage');
  const own = storageUri && workspaceId(storageUri.path.split('/').at(-2) ?? '');
  const byWorkspace = new Map<string, TextFolder[]>();
  for (const storage of await listFolders(root)) {
    const id = workspaceId(storage);
    if (id !== own) {
      const folder = openTextFolder(vscode.Uri.joinPath(root, storage, extension, name));
      byWorkspace.set(id, [...(byWorkspace.get(id) ?? []), folder]);
    }
  }
  const withoutFolder = openTextFolder(withoutFolderUri(globalStorageUri, name));
  return [...byWorkspace.values(), ...(storageUri ? [[withoutFolder]] : [])];
}

function withoutFolderUri(globalStorageUri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(globalStorageUri, `${name}-without-folder`);
}
