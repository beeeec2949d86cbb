import * as vscode from 'vscode';
import type { FileProblem } from '../platform/errors';
import type { LogChange, Rewritten } from '../platform/log';
import { type KnownLog, newerFormat, readingLog, writingLog } from '../platform/logErrors';
import { type LogLocation, locateLog } from '../platform/logFolders';
import { logOptions } from '../platform/logOptions';
import { reportLogProblems } from '../platform/logProblems';
import type { Reporter } from '../platform/reporting';
import type { Deleted } from '../platform/union';
import { Journal } from './journal';
import { DraftKeeper } from './logging/draft';
import type { Moment } from './moment';
import { momentSegments } from './segment';

const reportedKey = 'journal.reportedProblems';

/** This window's journal: what was read last, writing to it, and telling who shows it. */
export class JournalSession implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #log: KnownLog;

  private constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly journal: Journal,
    readonly drafts: DraftKeeper,
    readonly location: LogLocation,
  ) {
    this.#log = { name: vscode.l10n.t('Your journal'), location, command: 'belay.showJournal' };
  }

  /** Opens and reads the journal of the workspace. */
  static async open(
    context: vscode.ExtensionContext,
    reporter: Reporter,
    codec = momentSegments,
  ): Promise<JournalSession> {
    const location = locateLog(context, 'journal');
    const beforeUpgrade = async () => {
      const { backUpBeforeFormat } = await import('./keeping/keepBackups');
      await backUpBeforeFormat(session, codec.version, new Date(), reporter);
    };
    const journal = new Journal({ ...logOptions(location), beforeUpgrade }, codec);
    const session = new JournalSession(
      context,
      reporter,
      journal,
      new DraftKeeper(location.folder),
      location,
    );
    try {
      await session.refresh();
    } catch (error) {
      session.dispose();
      throw error;
    }
    return session;
  }

  get moments(): readonly Moment[] {
    return this.journal.contents.moments;
  }

  /** A newer version of Belay has written here. */
  get readOnly(): boolean {
    return this.journal.contents.readOnly;
  }

  /** Fails where a newer version of Belay has written here. */
  assertWritable(): void {
    if (this.readOnly) {
      throw newerFormat(this.#log);
    }
  }

  /** Moments that were deleted and can be brought back, the one deleted last first. */
  get deleted(): readonly Deleted<Moment>[] {
    return this.journal.deleted;
  }

  find(id: string): Moment | undefined {
    return this.journal.find(id);
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
    const { problems } = await readingLog(this.#log, () => this.journal.read());
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
    await writingLog(this.#log, () => this.journal.change(changes));
    this.#changed.fire();
  }

  /** Rewrites every segment, other windows' too: see `Log.rewrite`. */
  async rewrite(transform: (text: string, file: string) => string): Promise<Rewritten> {
    try {
      return await writingLog(this.#log, () => this.journal.rewrite(transform));
    } finally {
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#changed.dispose();
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
