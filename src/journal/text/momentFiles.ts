import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type FileProblem, messageOf } from '../../platform/errors';
import { toDiagnostic } from '../../platform/fileDiagnostic';
import type { Moment } from '../moment';
import { dayOf } from '../momentText';
import type { JournalSession } from '../session';
import { parseMomentFile, printMomentFile } from './momentFile';

/** Moments are files of this scheme: `belay-moment:/<id>/<day and first words>.md`. */
export const momentScheme = 'belay-moment';

/** The address of a moment's file. Only the id in it counts; the rest is what its tab says. */
export function momentUri(moment: Moment): vscode.Uri {
  const words = moment.what.match(/[\p{L}\p{N}]+/gu)?.slice(0, 5) ?? [];
  const name = [dayOf(moment), ...words].join(' ').slice(0, 60);
  return vscode.Uri.from({ scheme: momentScheme, path: `/${encodeURIComponent(moment.id)}/${name}.md` });
}

function idOf(uri: vscode.Uri): string {
  return decodeURIComponent(uri.path.split('/')[1] ?? '');
}

/** What was last given or taken as the text of a moment, and when that was, in milliseconds since 1970. */
interface Known {
  readonly moment: Moment;
  readonly text: string;
  readonly mtime: number;
}

/**
 * Moments as Markdown files, so that a real editor saves, undoes, compares and keeps what is unsaved. What can't
 * be read isn't saved: the editor stays unsaved with its mistakes marked, and the moment stays as it was.
 */
export class MomentFiles implements vscode.FileSystemProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly #diagnostics = this.#store.add(vscode.languages.createDiagnosticCollection('belay-moments'));
  readonly #known = new Map<string, Known>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(private readonly session: JournalSession) {
    this.#store.add(session.onDidChange(() => this.#tellChanges()));
    this.#store.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)));
    this.#store.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === momentScheme) {
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
      ...(this.session.readOnly ? { permissions: vscode.FilePermission.Readonly } : {}),
    };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.#of(uri).text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { moment: before } = this.#of(uri);
    const text = new TextDecoder().decode(content);
    const parsed = parseMomentFile({ name: uri.path, text }, before);
    this.#show(uri, 'problems' in parsed ? parsed.problems : []);
    if ('problems' in parsed) {
      const [{ line = 1, reason } = { reason: '' }] = parsed.problems;
      throw new vscode.FileSystemError(vscode.l10n.t('line {0}: {1}', line, reason));
    }
    const { moment } = parsed;
    const known = this.#known.get(before.id);
    // Before the journal tells of the change, so that it isn't taken for somebody else's.
    this.#known.set(before.id, { moment, text, mtime: Math.max(Date.now(), (known?.mtime ?? 0) + 1) });
    try {
      await this.session.put(moment);
    } catch (error) {
      if (known) {
        this.#known.set(before.id, known);
      }
      throw new vscode.FileSystemError(messageOf(error));
    }
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await this.session.delete(this.#of(uri).moment.id);
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

  /** The file as it was last given or saved, as long as its moment is the same; else printed anew. */
  #of(uri: vscode.Uri): Known {
    const moment = this.session.find(idOf(uri));
    if (!moment) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const known = this.#known.get(moment.id);
    if (known && JSON.stringify(known.moment) === JSON.stringify(moment)) {
      return known;
    }
    const now = {
      moment,
      text: printMomentFile(moment),
      mtime: Math.max(Date.now(), (known?.mtime ?? 0) + 1),
    };
    this.#known.set(moment.id, now);
    return now;
  }

  /** The journal has changed: says which of the open files have. */
  #tellChanges(): void {
    const changes = vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === momentScheme)
      .flatMap(({ uri }): vscode.FileChangeEvent[] => {
        const before = this.#known.get(idOf(uri));
        if (!this.session.find(idOf(uri))) {
          return [{ type: vscode.FileChangeType.Deleted, uri }];
        }
        return this.#of(uri) === before ? [] : [{ type: vscode.FileChangeType.Changed, uri }];
      });
    if (changes.length > 0) {
      this.#changed.fire(changes);
    }
  }

  /** Marks mistakes while they are typed. */
  #check(document: vscode.TextDocument): void {
    const { uri } = document;
    const before = uri.scheme === momentScheme ? this.session.find(idOf(uri)) : undefined;
    if (before) {
      const parsed = parseMomentFile({ name: uri.path, text: document.getText() }, before);
      this.#show(uri, 'problems' in parsed ? parsed.problems : []);
    }
  }

  #show(uri: vscode.Uri, problems: readonly FileProblem[]): void {
    this.#diagnostics.set(uri, problems.map(toDiagnostic));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
