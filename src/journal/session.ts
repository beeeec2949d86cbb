import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposables';
import type { FileProblem } from '../platform/errors';
import type { LogChange, Rewritten } from '../platform/log';
import { type KnownLog, newerFormat, readingLog, writingLog } from '../platform/logErrors';
import { logOptions } from '../platform/logOptions';
import { reportLogProblems } from '../platform/logProblems';
import type { Reporter } from '../platform/reporting';
import type { SegmentCodec } from '../platform/segment';
import { SerialQueue } from '../platform/serialQueue';
import type { TextFolder } from '../platform/textFolder';
import type { Deleted } from '../platform/union';
import { openSealedFolder } from './encryption/openSealedFolder';
import { type JournalLocation, locateJournal } from './folder/location';
import { journalFolderSetting } from './folder/ownFolder';
import { Journal } from './journal';
import { DraftKeeper } from './logging/draft';
import type { Moment } from './moment';
import { momentSegments } from './segment';

const reportedKey = 'journal.reportedProblems';

/** The journal where it is. */
interface JournalPlace {
  readonly location: JournalLocation;
  readonly journal: Journal;
  readonly log: KnownLog;
}

/** This window's journal: what was read last, writing to it, and telling who shows it. */
export class JournalSession implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly drafts: DraftKeeper;
  readonly #relocating = new SerialQueue();
  #place: JournalPlace;

  private constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly codec: SegmentCodec<Moment>,
    location: JournalLocation,
  ) {
    this.#place = this.#placeAt(location);
    this.drafts = new DraftKeeper(location.local.folder);
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(journalFolderSetting)) {
          this.relocate().catch(error => reporter.report(error));
        }
      }),
    );
  }

  /** Opens and reads the journal of the workspace. */
  static async open(
    context: vscode.ExtensionContext,
    reporter: Reporter,
    codec = momentSegments,
  ): Promise<JournalSession> {
    const session = new JournalSession(context, reporter, codec, await locateJournal(context));
    try {
      await session.refresh();
    } catch (error) {
      session.dispose();
      throw error;
    }
    return session;
  }

  #placeAt(location: JournalLocation): JournalPlace {
    const beforeUpgrade = async () => {
      const { backUpBeforeFormat } = await import('./keeping/keepBackups');
      await backUpBeforeFormat(this, this.codec.version, new Date(), this.reporter);
    };
    return {
      location,
      journal: new Journal({ ...logOptions(location), beforeUpgrade }, this.codec),
      log: { name: vscode.l10n.t('Your journal'), location, command: 'belay.showJournal' },
    };
  }

  /** Reads the journal where the setting says that it is now. Where there is no such folder everything stays as it was. */
  relocate(): Promise<void> {
    return this.#relocating.run(async () => {
      const location = await locateJournal(this.context);
      if (location.uri.toString() !== this.location.uri.toString()) {
        const place = this.#placeAt(location);
        await readingLog(place.log, () => place.journal.read());
        this.#place = place;
      }
      await this.refresh();
    });
  }

  /** Where the journal is. */
  get location(): JournalLocation {
    return this.#place.location;
  }

  /** A folder of the user's own that the journal may go to, encrypted where it already is. */
  folderAt(uri: vscode.Uri): TextFolder {
    return openSealedFolder(this.context, uri);
  }

  get moments(): readonly Moment[] {
    return this.#place.journal.contents.moments;
  }

  /** A newer version of Belay has written here. */
  get readOnly(): boolean {
    return this.#place.journal.contents.readOnly;
  }

  /** Fails where a newer version of Belay has written here. */
  assertWritable(): void {
    if (this.readOnly) {
      throw newerFormat(this.#place.log);
    }
  }

  /** Moments that were deleted and can be brought back, the one deleted last first. */
  get deleted(): readonly Deleted<Moment>[] {
    return this.#place.journal.deleted;
  }

  find(id: string): Moment | undefined {
    return this.#place.journal.find(id);
  }

  /** The moments that match all words of `query`, the best first; all, the latest first, where it has none. */
  async search(query: string): Promise<readonly Moment[]> {
    const { createFinder } = await import('./views/find');
    return createFinder(this.moments)
      .find(query)
      .map(({ moment }) => moment);
  }

  /** Reads the journal again, other windows' moments included. */
  async refresh(): Promise<void> {
    const { log, journal } = this.#place;
    const { problems } = await readingLog(log, () => journal.read());
    this.#changed.fire();
    await this.#reportProblems(problems);
  }

  /** Adds or replaces a moment; resolves once it is kept. */
  put(moment: Moment): Promise<void> {
    return this.change([{ put: moment }]);
  }

  delete(id: string): Promise<void> {
    return this.change([{ delete: id }]);
  }

  /** Makes all of these changes or, where that fails, none; resolves once they are kept. */
  async change(changes: readonly LogChange<Moment>[]): Promise<void> {
    const { log, journal } = this.#place;
    await writingLog(log, () => journal.change(changes));
    this.#changed.fire();
  }

  /** Rewrites every segment, other windows' too: see `Log.rewrite`. */
  async rewrite(transform: (text: string, file: string) => string): Promise<Rewritten> {
    const { log, journal } = this.#place;
    try {
      return await writingLog(log, () => journal.rewrite(transform));
    } finally {
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #reportProblems(problems: readonly FileProblem[]): Promise<void> {
    await reportLogProblems(
      problems,
      { memory: this.context.workspaceState, key: reportedKey },
      {
        name: 'Journal',
        one: problem => vscode.l10n.t('A line of your journal can’t be read and was set aside. {0}', problem),
        many: (count, first) =>
          vscode.l10n.t(
            '{0} lines of your journal can’t be read and were set aside, the first: {1}',
            count,
            first,
          ),
      },
      this.reporter,
    );
  }
}
