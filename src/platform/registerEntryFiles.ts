import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from './disposables';

/** Registers the files of `scheme`; what they are made of (see `EntryFiles`, which isn't loaded before) is opened with the first of them. */
export function registerEntryFiles(
  scheme: string,
  open: () => Promise<vscode.FileSystemProvider & Disposable>,
): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  let opening: Promise<vscode.FileSystemProvider> | undefined;
  const opened = async () => {
    const files = store.add(await open());
    store.add(files.onDidChangeFile(changes => changed.fire(changes)));
    return files;
  };
  const files = () => {
    opening ??= opened().catch(error => {
      // A later use tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  store.add(
    vscode.workspace.registerFileSystemProvider(
      scheme,
      {
        onDidChangeFile: changed.event,
        watch: () => new vscode.Disposable(() => undefined),
        stat: async uri => (await files()).stat(uri),
        readFile: async uri => (await files()).readFile(uri),
        writeFile: async (uri, content, options) => (await files()).writeFile(uri, content, options),
        delete: async (uri, options) => (await files()).delete(uri, options),
        readDirectory: async uri => (await files()).readDirectory(uri),
        createDirectory: async uri => (await files()).createDirectory(uri),
        rename: async (from, to, options) => (await files()).rename(from, to, options),
      },
      { isCaseSensitive: true },
    ),
  );
  return store;
}
