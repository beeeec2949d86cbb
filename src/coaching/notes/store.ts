import * as vscode from 'vscode';
import type { FileProblem } from '../../platform/errors';
import { Log, type LogChange } from '../../platform/log';
import { type KnownLog, readingLog, writingLog } from '../../platform/logErrors';
import { type LogLocation, locateLog } from '../../platform/logFolders';
import { logOptions } from '../../platform/logOptions';
import { reportLogProblems } from '../../platform/logProblems';
import type { Reporter } from '../../platform/reporting';
import { EntryUnion } from '../../platform/union';
import { notesFolder } from './folder';
import { assembleNotes, type NoteEntry, noteSegments, type ReviewNote } from './note';

const reportedKey = 'reviewNotes.reportedProblems';

/** This window's review notes: what was read last, writing to it, and telling who shows it. */
export class NoteStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #notes: readonly ReviewNote[] = [];
  readonly onDidChange = this.#changed.event;
  readonly #known: KnownLog;

  private constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly log: Log<NoteEntry, EntryUnion<NoteEntry>>,
    readonly location: LogLocation,
  ) {
    this.#known = { name: vscode.l10n.t('Your review notes'), location, command: 'belay.showReviewNotes' };
  }

  /** Opens and reads the notes of the workspace. */
  static async open(context: vscode.ExtensionContext, reporter: Reporter): Promise<NoteStore> {
    const location = locateLog(context, notesFolder);
    const kind = { codec: noteSegments, newUnion: () => new EntryUnion<NoteEntry>() };
    const store = new NoteStore(context, reporter, new Log(kind, logOptions(location)), location);
    try {
      await store.refresh();
    } catch (error) {
      store.dispose();
      throw error;
    }
    return store;
  }

  /** The earliest first. */
  get notes(): readonly ReviewNote[] {
    return this.#notes;
  }

  find(id: string): ReviewNote | undefined {
    return this.#notes.find(note => note.id === id);
  }

  /** Reads the notes again, other windows' included. */
  async refresh(): Promise<void> {
    await readingLog(this.#known, () => this.log.read());
    this.#assemble();
    await this.#reportProblems(this.log.problems);
  }

  /** Puts entries, all or none; resolves once they are kept. */
  put(...entries: readonly NoteEntry[]): Promise<void> {
    return this.#write(entries.map(entry => ({ put: entry })));
  }

  /** Deletes entries, all or none. */
  delete(...ids: readonly string[]): Promise<void> {
    return this.#write(ids.map(id => ({ delete: id })));
  }

  async #write(changes: readonly LogChange<NoteEntry>[]): Promise<void> {
    await writingLog(this.#known, () => this.log.write(changes));
    this.#assemble();
  }

  #assemble(): void {
    this.#notes = assembleNotes(this.log.union.entries());
    this.#changed.fire();
  }

  #reportProblems(problems: readonly FileProblem[]): Promise<void> {
    return reportLogProblems(
      problems,
      { memory: this.context.workspaceState, key: reportedKey },
      {
        name: 'Review notes',
        one: problem =>
          vscode.l10n.t('A line of your review notes can’t be read and was set aside. {0}', problem),
        many: (count, first) =>
          vscode.l10n.t(
            '{0} lines of your review notes can’t be read and were set aside, the first: {1}',
            count,
            first,
          ),
      },
      this.reporter,
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
