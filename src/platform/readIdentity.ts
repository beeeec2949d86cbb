import * as vscode from 'vscode';
import { readTextIfThere } from './files';
import { identityOf, type RepositoryIdentity } from './repositoryIdentity';

/**
 * The identity of the repository that `folder` is the root of, from its `.git` files: without Git, which takes its
 * time. `undefined` where it is none, or isn't to be read.
 */
async function readIdentity(folder: vscode.Uri): Promise<RepositoryIdentity | undefined> {
  const read = async (path: string) => {
    try {
      return (await readTextIfThere(vscode.Uri.joinPath(folder, '.git', path))) ?? '';
    } catch {
      // A work tree's `.git` is a file, and a file system may refuse: then the folder's name has to do.
      return '';
    }
  };
  return identityOf(await read('config'), await read('logs/HEAD'));
}

/** The identities of those repositories that the workspace's folders are the roots of. */
export async function readIdentities(): Promise<RepositoryIdentity[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => readIdentity(uri)));
  return found.filter(identity => identity !== undefined);
}
