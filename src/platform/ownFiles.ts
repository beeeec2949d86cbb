import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from './disposables';
import { type FileProblem, messageOf } from './errors';
import { toDiagnostic } from './fileDiagnostic';
import { listFiles, readTextIfThere } from './files';
import type { TextFile } from './frontMatter';

/** What users write files for. */
type Kind = 'guide' | 'templates' | 'practice';

/** Where a folder of the workspace has its files of a kind. */
export function ownFolderOf(folder: vscode.WorkspaceFolder, kind: Kind): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, '.belay', kind);
}

/** More files than anybody writes: a folder that was meant for something else mustn't hold everything up. */
const mostFiles = 500;

/** Files that could be read, and what couldn't be. */
export interface OwnTexts {
  /** Those in the workspace, by their paths there. */
  readonly files: readonly TextFile[];
  /** Those outside of it, by their whole paths. */
  readonly elsewhere: readonly TextFile[];
  readonly problems: readonly FileProblem[];
}

/**
 * Markdown files of one kind that users write for Belay, in `.belay/KIND` of each folder of the workspace and in
 * folders of their own; and what is wrong with them, in the Problems panel.
 */
export class OwnFiles implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #diagnostics = this.#store.add(vscode.languages.createDiagnosticCollection('belay-files'));
  #uris = new Map<string, vscode.Uri>();
  #reading: Promise<OwnTexts> | undefined;
  #isDisposed = false;

  /** Fires when a file was written, added or removed, when folders came or went, and when trust was given. */
  readonly onDidChange = this.#changed.event;

  /** `elsewhere` are folders outside the workspace that hold files of this kind as well. */
  constructor(
    private readonly kind: Kind,
    private readonly elsewhere: readonly vscode.Uri[] = [],
  ) {
    const changed = () => this.refresh();
    // The folders as well, which may come or go as a whole.
    const watched: vscode.GlobPattern[] = [`**/{.belay,.belay/${kind},.belay/${kind}/*.md}`];
    watched.push(...elsewhere.map(folder => new vscode.RelativePattern(folder, '*.md')));
    for (const pattern of watched) {
      const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
        this.#store.add(event(changed));
      }
    }
    const inKind = new RegExp(`/\\.belay/${kind}/[^/]+\\.md$`);
    // A watcher may be slow, and a virtual file system may have none: a save in this window is known at once.
    this.#store.add(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (inKind.test(uri.path) || this.#isElsewhere(uri)) {
          changed();
        }
      }),
    );
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(changed));
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(changed));
  }

  /** All files of all folders, as they are since the last change. Reading begins with the first call. */
  read(): Promise<OwnTexts> {
    this.#reading ??= this.#readAll();
    return this.#reading;
  }

  /** Has the files read anew: for a change that is known before a watcher tells of it. */
  refresh(): void {
    this.#reading = undefined;
    this.#changed.fire();
  }

  async #readAll(): Promise<OwnTexts> {
    const uris = new Map<string, vscode.Uri>();
    const files: TextFile[] = [];
    const elsewhere: TextFile[] = [];
    const problems: FileProblem[] = [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const named = (uri: vscode.Uri) => {
      const name = this.#isElsewhere(uri)
        ? uri.fsPath
        : vscode.workspace.asRelativePath(uri, folders.length > 1);
      uris.set(name, uri);
      return name;
    };
    const refuse = (uri: vscode.Uri, reason: string) => problems.push({ file: named(uri), reason });
    const homes = folders.map(folder => ownFolderOf(folder, this.kind));
    for (const home of [...homes, ...this.elsewhere]) {
      let found: vscode.Uri[] = [];
      try {
        found = await markdownFilesIn(home);
      } catch (error) {
        refuse(home, `its files can’t be listed: ${messageOf(error)}`);
      }
      if (found.length > mostFiles) {
        refuse(home, `only the first ${mostFiles} of its ${found.length} files are read`);
      }
      for (const uri of found.slice(0, mostFiles)) {
        try {
          const text = await readTextIfThere(uri);
          // One that went since it was listed isn't missing: the watcher tells of it.
          if (text !== undefined) {
            (this.#isElsewhere(uri) ? elsewhere : files).push({ name: named(uri), text });
          }
        } catch (error) {
          refuse(uri, `it can’t be read: ${messageOf(error)}`);
        }
      }
    }
    this.#uris = uris;
    return { files, elsewhere, problems };
  }

  /** Shows `problems`, and no others, in the Problems panel. */
  show(problems: readonly FileProblem[]): void {
    if (this.#isDisposed) {
      return;
    }
    this.#diagnostics.clear();
    for (const [name, uri] of this.#uris) {
      const here = problems.filter(problem => problem.file === name);
      if (here.length > 0) {
        this.#diagnostics.set(uri, here.map(toDiagnostic));
      }
    }
  }

  #isElsewhere(uri: vscode.Uri): boolean {
    return this.elsewhere.some(
      folder => uri.path.startsWith(`${folder.path}/`) && uri.scheme === folder.scheme,
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#store.dispose();
  }
}

/** The Markdown files in `folder` by name; none where there is no such folder. Any other failure throws. */
async function markdownFilesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const names = (await listFiles(folder)).filter(name => name.endsWith('.md'));
  return names.sort().map(name => vscode.Uri.joinPath(folder, name));
}
