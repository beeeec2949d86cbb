import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposables';
import { DisposableStore } from '../platform/disposables';
import { type FileProblem, messageOf } from '../platform/errors';
import { listFiles, readTextIfThere } from '../platform/files';
import type { SectionFile } from './sectionFile';

/** Where a workspace keeps pages of its own, below each of its folders; and the folders, which may come or go as a whole. */
const watched = '**/{.belay,.belay/guide,.belay/guide/*.md}';

/** More pages than anybody writes: a folder that was meant for something else mustn't hold up the guide. */
const mostPages = 500;

/** Pages, and what couldn't be read. A file's name is its path in the workspace. */
export interface TeamFiles {
  readonly files: readonly SectionFile[];
  readonly problems: readonly FileProblem[];
}

/** The workspace's own pages as they lie on the disk, and what is wrong with them in the Problems panel. */
export class TeamPages implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #diagnostics = this.#store.add(vscode.languages.createDiagnosticCollection('belay-guide'));
  #uris = new Map<string, vscode.Uri>();
  #reading: Promise<TeamFiles> | undefined;
  #isDisposed = false;

  /** Fires when a page was written, added or removed, when folders came or went, and when trust was given. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const changed = () => {
      this.#reading = undefined;
      this.#changed.fire();
    };
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(watched));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#store.add(event(changed));
    }
    // A watcher may be slow, and a virtual file system may have none: a save in this window is known at once.
    this.#store.add(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (/\/\.belay\/guide\/[^/]+\.md$/.test(uri.path)) {
          changed();
        }
      }),
    );
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(changed));
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(changed));
  }

  /** All pages of all folders, as they are since the last change. Reading begins with the first call. */
  read(): Promise<TeamFiles> {
    this.#reading ??= this.#readAll();
    return this.#reading;
  }

  async #readAll(): Promise<TeamFiles> {
    const uris = new Map<string, vscode.Uri>();
    const files: SectionFile[] = [];
    const problems: FileProblem[] = [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const named = (uri: vscode.Uri) => {
      const name = vscode.workspace.asRelativePath(uri, folders.length > 1);
      uris.set(name, uri);
      return name;
    };
    const refuse = (uri: vscode.Uri, reason: string) => problems.push({ file: named(uri), reason });
    for (const folder of folders) {
      const home = vscode.Uri.joinPath(folder.uri, '.belay', 'guide');
      let pages: vscode.Uri[] = [];
      try {
        pages = await markdownFilesIn(home);
      } catch (error) {
        refuse(home, `its pages can’t be listed: ${messageOf(error)}`);
      }
      if (pages.length > mostPages) {
        refuse(home, `only the first ${mostPages} of its ${pages.length} pages are read`);
      }
      for (const uri of pages.slice(0, mostPages)) {
        try {
          const text = await readTextIfThere(uri);
          // One that went since it was listed isn't missing: the watcher tells of it.
          if (text !== undefined) {
            files.push({ name: named(uri), text });
          }
        } catch (error) {
          refuse(uri, `it can’t be read: ${messageOf(error)}`);
        }
      }
    }
    this.#uris = uris;
    return { files, problems };
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

function toDiagnostic({ line, reason }: FileProblem): vscode.Diagnostic {
  const at = (line ?? 1) - 1;
  const range = new vscode.Range(at, 0, at, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(range, reason, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'Belay';
  return diagnostic;
}
