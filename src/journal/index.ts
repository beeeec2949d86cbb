import type * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { registerEntryFiles } from '../platform/entryFiles';
import type { Reporter } from '../platform/reporting';
import { registerKeeping } from './keeping/keeping';
import { registerPutCommand } from './logging/putCommand';
import { registerLogging } from './logging/registerLogging';
import type { GitPlaceOf } from './logging/selection';
import type { JournalSession } from './session';
import { registerReading } from './views/reading';

/** What the journal needs of other rooms. */
export interface JournalPorts {
  readonly gitPlaceOf: GitPlaceOf;
}

/** The journal: logging moments, and the view that shows them. */
export function registerJournal(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  ports: JournalPorts,
): Disposable {
  const store = new DisposableStore();
  let session: Promise<JournalSession> | undefined;
  const openSession = () => {
    session ??= import('./session')
      .then(module => module.JournalSession.open(context, reporter))
      .then(
        opened => {
          store.add(opened);
          reading.wake();
          keeping.opened(opened);
          return opened;
        },
        error => {
          // A later use tries again.
          session = undefined;
          throw error;
        },
      );
    return session;
  };
  const reading = store.add(registerReading(context, reporter, openSession));

  store.add(registerLogging(openSession, reporter, ports.gitPlaceOf));
  store.add(
    registerEntryFiles('belay-moment', async () => {
      const [opened, { momentFiles }] = await Promise.all([openSession(), import('./text/momentFiles')]);
      return momentFiles(opened);
    }),
  );
  store.add(registerPutCommand(openSession, reporter));
  const keeping = store.add(
    registerKeeping(context, reporter, {
      openSession,
      selected: reading.selected,
    }),
  );
  return store;
}
