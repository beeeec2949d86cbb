import * as vscode from 'vscode';

/** A flat folder of text files: what the journal and the draft need of a disk, so that tests can give them less. */
export interface TextFolder {
  /** For people: where this is. */
  readonly path: string;
  /** File names in it; none where the folder isn't there yet. Any other failure throws. */
  list(): Promise<string[]>;
  /** A file's text, or `undefined` where there is no such file. Any other failure throws. */
  read(name: string): Promise<string | undefined>;
  /** Replaces a file whole: after a crash either the old or the new text is there, never a part. */
  replace(name: string, text: string): Promise<void>;
  /** Moves a file aside within the folder, replacing nothing. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that isn't there is fine. */
  remove(name: string): Promise<void>;
}

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

/** `folder` as a `TextFolder`; it is created at the first write. */
export function openTextFolder(folder: vscode.Uri): TextFolder {
  const fs = vscode.workspace.fs;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    path: folder.scheme === 'file' ? folder.fsPath : folder.toString(true),
    async list() {
      const entries = (await unlessMissing(fs.readDirectory(folder))) ?? [];
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    },
    async read(name) {
      const bytes = await unlessMissing(fs.readFile(at(name)));
      return bytes && new TextDecoder().decode(bytes);
    },
    async replace(name, text) {
      await fs.createDirectory(folder);
      const beside = at(`${name}.tmp`);
      await fs.writeFile(beside, new TextEncoder().encode(text));
      await fs.rename(beside, at(name), { overwrite: true });
    },
    async rename(from, to) {
      await fs.rename(at(from), at(to), { overwrite: false });
    },
    async remove(name) {
      await unlessMissing(fs.delete(at(name)));
    },
  };
}

/** The text of one file. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
