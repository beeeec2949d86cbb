import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import type { Reporter } from '../../platform/reporting';
import type { JournalSession } from '../session';
import { confirmedRemote } from './confirmPush';
import type { GitRepository } from './gitRepository';
import { openRepository } from './openRepository';
import { isPassing, QuietMoments, type QuietResult, type QuietTimes } from './quietMoment';
import { SyncFailed } from './sync';
import { committedPaths, type FolderSync, syncFolder } from './syncJournal';
import { syncFailure } from './syncWords';
import { turnsOf } from './turns';

const setting = 'belay.journal.autoSync';

const minute = 60_000;

/** Windows that open together, as they do after a restart, sync one after the other. */
const usualTimes = (): QuietTimes => ({
  openedMs: minute * (1 + Math.random()),
  quietMs: 2 * minute,
  pauseMs: 10 * minute,
});

const clock = {
  now: Date.now,
  after(ms: number, work: () => void): Disposable {
    const timer = setTimeout(work, ms);
    return { dispose: () => clearTimeout(timer) };
  },
};

/** Syncs the journal by itself where the user has turned that on: in silence, without ever asking anything. */
export class AutoSync implements Disposable {
  readonly #store = new DisposableStore();
  /** What was told in this window: nothing is told twice. */
  readonly #told = new Set<string>();
  #on: { readonly moments: QuietMoments; readonly source: vscode.CancellationTokenSource } | undefined;

  constructor(
    private readonly session: JournalSession,
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly times = usualTimes,
  ) {
    this.#follow();
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(setting)) {
          this.#follow();
        }
      }),
    );
    this.#store.add(session.onDidChange(() => this.#on?.moments.changed()));
  }

  /** Begins or ends as the setting says. */
  #follow(): void {
    const isOn = vscode.workspace.getConfiguration().get(setting) === true;
    if (!isOn) {
      this.#end();
    } else if (!this.#on) {
      const turns = turnsOf(this.session);
      const source = new vscode.CancellationTokenSource();
      const moments = new QuietMoments(
        clock,
        {
          isBusy: () => turns.isBusy,
          lastEnd: () => turns.lastEnd,
          hasChanges: () => this.#hasChanges(),
          sync: () => this.#sync(source.token),
          failed: error => this.reporter.log.warn(`Sync: ${messageOf(error)}`),
        },
        this.times(),
      );
      this.#on = { moments, source };
    }
  }

  #end(): void {
    this.#on?.moments.dispose();
    this.#on?.source.cancel();
    this.#on = undefined;
  }

  /** The repository of the journal's folder; `undefined` where there is none, or no Git. */
  async #repository(): Promise<GitRepository | undefined> {
    const { ownFolder } = this.session.location;
    const found = ownFolder && (await openRepository(ownFolder, true));
    return found === 'off' ? undefined : found;
  }

  async #hasChanges(): Promise<boolean> {
    const folder = this.session.location.ownFolder;
    const repository = await this.#repository();
    if (!folder || !repository) {
      return false;
    }
    const { changed, staged } = await repository.state();
    const committed = new Set(await committedPaths(folder));
    return [...changed, ...staged].some(({ uri }) => committed.has(uri.fsPath));
  }

  async #sync(token: vscode.CancellationToken): Promise<QuietResult> {
    const folder = this.session.location.ownFolder;
    const repository = await this.#repository();
    if (!folder || !repository) {
      return 'done';
    }
    let isConfirmed = true;
    const options = {
      repository,
      folder,
      token,
      chooseRemote: async (...known: Parameters<FolderSync['chooseRemote']>) => {
        const remote = confirmedRemote(...known, this.context.globalState);
        isConfirmed = remote !== undefined;
        return remote;
      },
    };
    try {
      await turnsOf(this.session).run(async () =>
        vscode.window.withProgress(
          { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Syncing the journal…') },
          () => syncFolder(this.session, options),
        ),
      );
    } catch (error) {
      return this.#failed(error, repository);
    }
    if (!isConfirmed && this.#isNews('not confirmed')) {
      void this.#askForHand();
    }
    return 'done';
  }

  #failed(error: unknown, repository: GitRepository): QuietResult {
    const obstacle = error instanceof SyncFailed ? error.obstacle : undefined;
    const isToTell = !(obstacle && isPassing(obstacle)) && this.#isNews(obstacle?.kind ?? messageOf(error));
    const failure = error instanceof SyncFailed ? syncFailure(error, repository.path) : error;
    if (isToTell) {
      void this.reporter.report(failure);
    } else {
      this.reporter.log.warn(`Sync: ${messageOf(failure)}`);
    }
    return obstacle && isPassing(obstacle) ? 'again' : 'stuck';
  }

  /** Whether that wasn't told in this window yet. */
  #isNews(what: string): boolean {
    const isNews = !this.#told.has(what);
    this.#told.add(what);
    return isNews;
  }

  async #askForHand(): Promise<void> {
    const sync = vscode.l10n.t('Sync Journal');
    const text = vscode.l10n.t(
      'Belay syncs the journal by itself once you have synced it by hand: then it asks where to, and whether that is private.',
    );
    if ((await vscode.window.showInformationMessage(text, sync)) === sync) {
      await vscode.commands.executeCommand('belay.syncJournal');
    }
  }

  dispose(): void {
    this.#end();
    this.#store.dispose();
  }
}
