import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from './disposables';
import { type FileProblem, messageOf } from './errors';
import { toDiagnostic } from './fileDiagnostic';

/** How entries of a log are files: `<scheme>:/<id>/<name for the tab>.md`. */
export interface EntryFileKind<T extends { readonly id: string }> {
  readonly scheme: string;
  readonly onDidChange: vscode.Event<void>;
  /** A newer version of Belay has written there. */
  readonly readOnly: boolean;
  find(id: string): T | undefined;
  print(entry: T): string;
  /**
   * What `text` says in place of `before`. Without an entry it can't be saved, and the editor keeps it with its
   * `problems` marked; problems beside an entry are only marked.
   */
  parse(
    file: { readonly name: string; readonly text: string },
    before: T,
  ): { readonly entry?: T; readonly problems: readonly FileProblem[] };
  put(entry: T): Promise<void>;
  delete(id: string): Promise<void>;
}

/** The address of an entry's file. Only the id in it counts; the rest is what its tab says. */
export function entryUri(scheme: string, id: string, name: string): vscode.Uri {
  const words = name.match(/[\p{L}\p{N}-]+/gu)?.join(' ') ?? '';
  return vscode.Uri.from({ scheme, path: `/${encodeURIComponent(id)}/${words.slice(0, 60).trim()}.md` });
}

/** The id of the entry whose file has that address. */
export function entryIdOf(uri: vscode.Uri): string {
  return decodeURIComponent(uri.path.split('/')[1] ?? '');
}

/**
 * Why a file isn't saved. VS Code shows an error's name before what it says, which would be "Unknown
 * (FileSystemError)" here, where nothing but the reason helps anybody.
 */
function unsaved(reason: string): vscode.FileSystemError {
  const error = new vscode.FileSystemError(reason);
  error.name = '';
  return error;
}

/** What was last given or taken as the text of an entry, and when that was, in milliseconds since 1970. */
interface Known<T> {
  readonly entry: T;
  readonly text: string;
  readonly mtime: number;
}

/**
 * Entries as Markdown files, so that a real editor saves, undoes, compares and keeps what is unsaved. What can't
 * be read isn't saved: the editor stays unsaved with its mistakes marked, and the entry stays as it was.
 */
export class EntryFiles<T extends { readonly id: string }> implements vscode.FileSystemProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly #diagnostics;
  readonly #known = new Map<string, Known<T>>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(private readonly kind: EntryFileKind<T>) {
    this.#diagnostics = this.#store.add(vscode.languages.createDiagnosticCollection(kind.scheme));
    this.#store.add(kind.onDidChange(() => this.#tellChanges()));
    this.#store.add(vscode.workspace.onDidOpenTextDocument(document => this.#check(document)));
    this.#store.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)));
    this.#store.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === kind.scheme) {
          this.#diagnostics.delete(uri);
        }
      }),
    );
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { text, mtime } = this.#of(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime,
      size: new TextEncoder().encode(text).length,
      ...(this.kind.readOnly ? { permissions: vscode.FilePermission.Readonly } : {}),
    };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.#of(uri).text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { entry: before } = this.#of(uri);
    const text = new TextDecoder().decode(content);
    const { entry, problems } = this.kind.parse({ name: uri.path, text }, before);
    this.#show(uri, problems);
    if (!entry) {
      const [{ line = 1, reason } = { reason: '' }] = problems;
      throw unsaved(vscode.l10n.t('line {0}: {1}', line, reason));
    }
    const known = this.#known.get(before.id);
    // Before the log tells of the change, so that it isn't taken for somebody else's.
    this.#known.set(before.id, { entry, text, mtime: Math.max(Date.now(), (known?.mtime ?? 0) + 1) });
    try {
      await this.kind.put(entry);
    } catch (error) {
      if (known) {
        this.#known.set(before.id, known);
      }
      throw unsaved(messageOf(error));
    }
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.kind.delete(this.#of(uri).entry.id);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** The file as it was last given or saved, as long as its entry is the same; else printed anew. */
  #of(uri: vscode.Uri): Known<T> {
    const entry = this.kind.find(entryIdOf(uri));
    if (!entry) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const known = this.#known.get(entry.id);
    if (known && JSON.stringify(known.entry) === JSON.stringify(entry)) {
      return known;
    }
    const now = {
      entry,
      text: this.kind.print(entry),
      mtime: Math.max(Date.now(), (known?.mtime ?? 0) + 1),
    };
    this.#known.set(entry.id, now);
    return now;
  }

  /** The log has changed: says which of the open files have. */
  #tellChanges(): void {
    const changes = vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === this.kind.scheme)
      .flatMap(({ uri }): vscode.FileChangeEvent[] => {
        const before = this.#known.get(entryIdOf(uri));
        if (!this.kind.find(entryIdOf(uri))) {
          return [{ type: vscode.FileChangeType.Deleted, uri }];
        }
        return this.#of(uri) === before ? [] : [{ type: vscode.FileChangeType.Changed, uri }];
      });
    if (changes.length > 0) {
      this.#changed.fire(changes);
    }
  }

  /** Marks mistakes when a file is opened and while they are typed. */
  #check(document: vscode.TextDocument): void {
    const { uri } = document;
    const before = uri.scheme === this.kind.scheme ? this.kind.find(entryIdOf(uri)) : undefined;
    if (before) {
      this.#show(uri, this.kind.parse({ name: uri.path, text: document.getText() }, before).problems);
    }
  }

  #show(uri: vscode.Uri, problems: readonly FileProblem[]): void {
    this.#diagnostics.set(uri, problems.map(toDiagnostic));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
