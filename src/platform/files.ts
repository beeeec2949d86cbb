import * as vscode from 'vscode';
import { splitLines } from './lineBreaks';

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** `undefined` where the file system says that there is nothing; other failures stay failures. */
export async function unlessMissing<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Whether there is something at `uri`; `undefined` where nobody can tell. */
export async function isThere(uri: vscode.Uri): Promise<boolean | undefined> {
  try {
    return (await unlessMissing(vscode.workspace.fs.stat(uri))) !== undefined;
  } catch {
    return undefined;
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

/** The names of the folders in `folder`; none where there is no such folder. Any other failure throws. */
export async function listFolders(folder: vscode.Uri): Promise<string[]> {
  const entries = await listEntries(folder);
  return entries.filter(([, type]) => (type & vscode.FileType.Directory) !== 0).map(([name]) => name);
}

/** What is in one file; `undefined` where it isn't there. Any other failure throws. */
export async function readBytesIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  return unlessMissing(vscode.workspace.fs.readFile(uri));
}

/** The text of one file; `undefined` where it isn't there. Any other failure throws. */
export async function readTextIfThere(uri: vscode.Uri): Promise<string | undefined> {
  return unlessMissing(readText(uri));
}

/** The text of one file. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** A longer file, in bytes, isn't looked into: that would hold everything up. */
const longestFile = 1_000_000;

/** The lines of a file to look into; `undefined` where it isn't there, can't be read, a folder say, or is too long for that. */
export async function readLinesToSearch(uri: vscode.Uri): Promise<string[] | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > longestFile ? undefined : splitLines(await readText(uri));
  } catch {
    // What nobody can read has nothing to be found.
    return undefined;
  }
}
