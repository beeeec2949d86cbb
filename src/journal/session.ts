import * as vscode from 'vscode';
import { type FileProblem, formatProblem, messageOf, UserError } from '../platform/errors';
import type { Reporter } from '../platform/reporting';
import { DraftKeeper } from './draft';
import { Journal, NewerFormatError } from './journal';
import { type JournalLocation, locateJournal } from './location';
import type { Moment } from './moment';

const reportedKey = 'journal.reportedProblems';

/** This window's journal: what was read last, writing to it, and telling who shows it. */
export class JournalSession implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  private constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly journal: Journal,
    readonly drafts: DraftKeeper,
    readonly location: JournalLocation,
  ) {}

  /** Opens and reads the journal of the workspace. */
  static async open(context: vscode.ExtensionContext, reporter: Reporter): Promise<JournalSession> {
    const location = locateJournal(context);
    const journal = new Journal({
      folder: location.folder,
      others: location.others,
      writer: crypto.randomUUID(),
      workspace: {
        ...(vscode.workspace.name === undefined ? {} : { name: vscode.workspace.name }),
        folders: (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri.toString()),
      },
      now: Date.now,
    });
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
      throw new UserError(
        vscode.l10n.t('Your journal in {0} can’t be read: {1}', location.folder.path, messageOf(error)),
        [
          {
            title: vscode.l10n.t('Try Again'),
            run: () => vscode.commands.executeCommand('belay.showJournal'),
          },
        ],
        { cause: error },
      );
    }
    return session;
  }

  get moments(): readonly Moment[] {
    return this.journal.contents.moments;
  }

  find(id: string): Moment | undefined {
    return this.moments.find(moment => moment.id === id);
  }

  /** Reads the journal again, other windows' moments included. */
  async refresh(): Promise<void> {
    const { problems } = await this.journal.read();
    this.#changed.fire();
    await this.#reportProblems(problems);
  }

  /** Adds or replaces a moment; resolves once it is kept. */
  async put(moment: Moment): Promise<void> {
    await this.#write(() => this.journal.put(moment));
  }

  async delete(id: string): Promise<void> {
    await this.#write(() => this.journal.delete(id));
  }

  async #write(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      throw error instanceof NewerFormatError
        ? new UserError(
            vscode.l10n.t(
              'A newer version of Belay has written to this journal, so this one only reads it. Update Belay to change it.',
            ),
            [],
            { cause: error },
          )
        : error;
    }
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Names each broken line once, and never again: it stays where it is, and saying so daily helps nobody. */
  async #reportProblems(problems: readonly FileProblem[]): Promise<void> {
    const reported = new Set(this.context.workspaceState.get<readonly string[]>(reportedKey, []));
    const fresh = problems.filter(problem => !reported.has(formatProblem(problem)));
    const [first] = fresh;
    if (!first) {
      return;
    }
    for (const problem of fresh) {
      this.reporter.log.warn(`Journal: set aside ${formatProblem(problem)}`);
    }
    await this.context.workspaceState.update(reportedKey, [...reported, ...fresh.map(formatProblem)]);
    const text =
      fresh.length === 1
        ? vscode.l10n.t('A line of your journal can’t be read and was set aside. {0}', formatProblem(first))
        : vscode.l10n.t(
            '{0} lines of your journal can’t be read and were set aside, the first: {1}',
            fresh.length,
            formatProblem(first),
          );
    void this.reporter.report(
      new UserError(vscode.l10n.t('{0}. Everything else is there, and the file stays as it is.', text), [
        { title: vscode.l10n.t('Open File'), run: () => openProblem(first.file, first.line) },
      ]),
    );
  }
}

async function openProblem(file: string, line = 1): Promise<void> {
  const uri = /^[a-z][a-z0-9+.-]+:/i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}
