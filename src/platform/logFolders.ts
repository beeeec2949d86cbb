import * as vscode from 'vscode';
import { listFolders } from './files';
import { logUri, otherLogUris, withoutFolderUri } from './logPlaces';
import { openTextFolder } from './openTextFolder';
import { workspaceId } from './siblings';
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
  const uri = logUri(context, name);
  const otherUris = async () => otherLogUris(context, name);
  return {
    uri,
    folder: openTextFolder(uri),
    otherUris,
    others: async () => (await otherUris()).map(openTextFolder),
    withoutWorkspace: !context.storageUri,
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
