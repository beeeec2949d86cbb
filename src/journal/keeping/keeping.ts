import type * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { Moment } from '../moment';
import type { JournalSession } from '../session';
import type { OpenPractice } from './forgetPerson';
import type { PreviewPages } from './previewPage';

/** How long after the journal was opened backups and syncing are thought of: nobody waits for them. */
const idleMs = 30_000;

/** What they do is read when one is run. */
const commandIds = [
  'exportJournal',
  'importIntoJournal',
  'forgetPerson',
  'adoptJournal',
  'moveJournal',
  'syncJournal',
  'journalEncryption',
  'restoreBackup',
] as const satisfies readonly (keyof typeof import('./keepingCommands').keepingCommands)[];

/** What keeping the journal needs of the journal. */
export interface KeepingPorts {
  readonly openSession: () => Promise<JournalSession>;
  /** What is selected in the Journal view. */
  readonly selected: () => readonly Moment[];
  readonly openPractice: OpenPractice;
}

/** What is registered, and what follows when the journal is opened. */
export interface Keeping extends Disposable {
  /** Offers a journal that was left behind; each week's backup and syncing by itself begin later. */
  opened(session: JournalSession): void;
}

/** Exporting the journal, importing, forgetting people, backups, and journals that were left behind. */
export function registerKeeping(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  { openSession, selected, openPractice }: KeepingPorts,
): Keeping {
  const store = new DisposableStore();
  let pages: Promise<PreviewPages> | undefined;
  const openPages = () => {
    pages ??= import('./previewPage').then(module => store.add(new module.PreviewPages()));
    return pages;
  };
  const help = { openSession, selected, openPractice, context, reporter, openPages };
  for (const id of commandIds) {
    store.add(
      registerCommand(`belay.${id}`, reporter, async () =>
        (await import('./keepingCommands')).keepingCommands[id](help),
      ),
    );
  }
  return {
    opened(session) {
      import('./adoptJournal')
        .then(module => module.offerLeftBehind(session, context))
        .catch(error => reporter.report(error));
      const later = setTimeout(() => {
        import('./whileOpen')
          .then(module => store.add(module.whileOpen(session, context, reporter)))
          .catch(error => reporter.report(error));
      }, idleMs);
      store.add({ dispose: () => clearTimeout(later) });
    },
    dispose: () => store.dispose(),
  };
}
