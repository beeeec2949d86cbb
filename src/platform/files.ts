import * as vscode from 'vscode';
import type { TextFolder } from './textFolder';

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** `undefined` where the file system says that there is nothing; other failures stay failures. */
async function unlessMissing<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

/** What is in `folder`; nothing where there is no such folder. Any other failure throws. */
export async function listEntries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  return (await unlessMissing(vscode.workspace.fs.readDirectory(folder))) ?? [];
}

/** The names of the files in `folder`; none where there is no such folder. Any other failure throws. */
export async function listFiles(folder: vscode.Uri): Promise<string[]> {
  const entries = await listEntries(folder);
  return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
}

/** What a file is called while it is being replaced. */
const besideEnding = '.tmp';

/**
 * `folder` as a `TextFolder`; it is created at the first write. VS Code's rename over a file is a delete and
 * a rename: between the two only the new text is there, under its name beside. It is read from there then.
 */
export function openTextFolder(folder: vscode.Uri): TextFolder {
  const fs = vscode.workspace.fs;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const beside = (name: string) => at(`${name}${besideEnding}`);
  const readAt = async (uri: vscode.Uri) => {
    const bytes = await unlessMissing(fs.readFile(uri));
    return bytes && new TextDecoder().decode(bytes);
  };
  return {
    path: folder.scheme === 'file' ? folder.fsPath : folder.toString(),
    async list() {
      const files = await listFiles(folder);
      return [
        ...new Set(
          files.map(name => (name.endsWith(besideEnding) ? name.slice(0, -besideEnding.length) : name)),
        ),
      ];
    },
    async read(name) {
      // Once more at the end: the rename may have happened between the first two looks.
      return (await readAt(at(name))) ?? (await readAt(beside(name))) ?? readAt(at(name));
    },
    async replace(name, text) {
      await fs.createDirectory(folder);
      await fs.writeFile(beside(name), new TextEncoder().encode(text));
      await fs.rename(beside(name), at(name), { overwrite: true });
    },
    async rename(from, to) {
      await fs.rename(at(from), at(to), { overwrite: false });
    },
    async remove(name) {
      await unlessMissing(fs.delete(beside(name)));
      await unlessMissing(fs.delete(at(name)));
    },
  };
}

/** The text of one file; `undefined` where it isn't there. Any other failure throws. */
export async function readTextIfThere(uri: vscode.Uri): Promise<string | undefined> {
  return unlessMissing(readText(uri));
}

/** The text of one file. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
