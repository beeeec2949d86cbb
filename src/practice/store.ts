import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { Log, type LogChange, type Rewritten } from '../platform/log';
import { type KnownLog, newerFormat, readingLog, writingLog } from '../platform/logErrors';
import { globalLog, type LogLocation } from '../platform/logFolders';
import { logOptions } from '../platform/logOptions';
import { reportLogProblems } from '../platform/logProblems';
import type { Reporter } from '../platform/reporting';
import { type Deleted, EntryUnion } from '../platform/union';
import { type EntryOf, type EntryType, type PracticeEntry, practiceSegments } from './entry';

const reportedKey = 'practice.reportedProblems';

/**
 * What the practice room keeps: one log for all workspaces, since a person has one plan, in files that each
 * window writes for itself.
 */
export class PracticeStore implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #known: KnownLog;

  private constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly log: Log<PracticeEntry, EntryUnion<PracticeEntry>>,
    readonly location: LogLocation,
  ) {
    this.#known = { name: vscode.l10n.t('Your practice log'), location, command: 'belay.showPractice' };
  }

  /** Opens and reads it. */
  static async open(context: vscode.ExtensionContext, reporter: Reporter): Promise<PracticeStore> {
    const location = globalLog(context, 'practice');
    const kind = { codec: practiceSegments, newUnion: () => new EntryUnion<PracticeEntry>() };
    const store = new PracticeStore(context, reporter, new Log(kind, logOptions(location)), location);
    try {
      await store.refresh();
    } catch (error) {
      store.dispose();
      throw error;
    }
    return store;
  }

  /** A newer version of Belay has written here. */
  get readOnly(): boolean {
    return this.log.readOnly;
  }

  /** Fails where a newer version of Belay has written here. */
  assertWritable(): void {
    if (this.readOnly) {
      throw newerFormat(this.#known);
    }
  }

  /** All entries that aren't deleted, in no order of their own. */
  entries(): PracticeEntry[] {
    return this.log.union.entries();
  }

  /** Entries that were deleted and can be brought back, the one deleted last first. */
  deleted(): Deleted<PracticeEntry>[] {
    return this.log.union.deleted();
  }

  /** All entries of a type, in no order of their own. */
  all<T extends EntryType>(type: T): EntryOf<T>[] {
    return this.log.union.entries().filter((entry): entry is EntryOf<T> => entry.type === type);
  }

  find<T extends EntryType>(type: T, id: string): EntryOf<T> | undefined {
    const entry = this.log.union.get(id);
    return entry?.type === type ? (entry as EntryOf<T>) : undefined;
  }

  /** Reads again, what other windows have written included. */
  async refresh(): Promise<void> {
    await readingLog(this.#known, () => this.log.read());
    this.#changed.fire();
    await this.#reportProblems();
  }

  /** Puts entries, all or none; resolves once they are kept. */
  put(...entries: readonly PracticeEntry[]): Promise<void> {
    return this.change(entries.map(entry => ({ put: entry })));
  }

  /** Deletes entries, all or none. */
  delete(...ids: readonly string[]): Promise<void> {
    return this.change(ids.map(id => ({ delete: id })));
  }

  async change(changes: readonly LogChange<PracticeEntry>[]): Promise<void> {
    await writingLog(this.#known, () => this.log.write(changes));
    this.#changed.fire();
  }

  /** Rewrites every segment, other windows' too: see `Log.rewrite`. */
  async rewrite(transform: (text: string, file: string) => string): Promise<Rewritten> {
    try {
      return await writingLog(this.#known, () => this.log.rewrite(transform));
    } finally {
      this.#changed.fire();
    }
  }

  async #reportProblems(): Promise<void> {
    await reportLogProblems(
      this.log.problems,
      // The log is for all workspaces: so is what was said of it.
      { memory: this.context.globalState, key: reportedKey },
      {
        name: 'Practice',
        one: problem =>
          vscode.l10n.t('A line of your practice log can’t be read and was set aside. {0}', problem),
        many: (count, first) =>
          vscode.l10n.t(
            '{0} lines of your practice log can’t be read and were set aside, the first: {1}',
            count,
            first,
          ),
      },
      this.reporter,
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
