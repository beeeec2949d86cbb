import * as vscode from 'vscode';
import { listFiles, readBytesIfThere, unlessMissing } from './files';
import { replacingFolder } from './replacing';
import type { TextFolder } from './textFolder';

/** `folder` as a `TextFolder`; it is created at the first write. */
export function openTextFolder(folder: vscode.Uri): TextFolder {
  const fs = vscode.workspace.fs;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  return replacingFolder({
    path: folder.scheme === 'file' ? folder.fsPath : folder.toString(),
    list: () => listFiles(folder),
    read: name => readBytesIfThere(at(name)),
    async write(name, bytes) {
      await fs.createDirectory(folder);
      await fs.writeFile(at(name), bytes);
    },
    async rename(from, to, over) {
      await fs.rename(at(from), at(to), over);
    },
    async remove(name) {
      await unlessMissing(fs.delete(at(name)));
    },
  });
}
