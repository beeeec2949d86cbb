import * as vscode from 'vscode';
import { listFiles, listFolders } from './files';
import { siblingStorages } from './siblings';

type Storages = Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>;

/** Where a window with no folder open keeps the log called `name`. */
export function withoutFolderUri(globalStorageUri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(globalStorageUri, `${name}-without-folder`);
}

/** Where this window keeps the log called `name`. */
export function logUri({ storageUri, globalStorageUri }: Storages, name: string): vscode.Uri {
  return storageUri ? vscode.Uri.joinPath(storageUri, name) : withoutFolderUri(globalStorageUri, name);
}

/** Where other windows on the same workspace keep it, `<root>/<id>[-n]/<extension>`: those under the same id with other numbers. */
export async function otherLogUris({ storageUri }: Storages, name: string): Promise<vscode.Uri[]> {
  if (!storageUri) {
    return [];
  }
  const [own = '', extension = ''] = storageUri.path.split('/').slice(-2);
  const root = vscode.Uri.joinPath(storageUri, '..', '..');
  return siblingStorages(own, await listFolders(root)).map(storage =>
    vscode.Uri.joinPath(root, storage, extension, name),
  );
}

/** Whether this window or another one on the same workspace has ever written into the log called `name`. */
export async function hasLog(storages: Storages, name: string): Promise<boolean> {
  const uris = [logUri(storages, name), ...(await otherLogUris(storages, name))];
  for (const uri of uris) {
    if ((await listFiles(uri)).length > 0) {
      return true;
    }
  }
  return false;
}
