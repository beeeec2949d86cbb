import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import type { ReadOptions } from '../platform/log';
import { registerEntryFiles } from '../platform/registerEntryFiles';
import type { Reporter } from '../platform/reporting';
import type { OpenPractice } from './keeping/forgetPerson';
import { registerKeeping } from './keeping/keeping';
import type { OfferFor } from './logging/logMoment';
import { registerPutCommand } from './logging/putCommand';
import { registerLogging } from './logging/registerLogging';
import type { GitPlaceOf } from './logging/selection';
import type { Moment } from './moment';
import type { JournalSession } from './session';
import type { JournalElsewhere } from './views/allJournals';
import { registerReading } from './views/reading';

/** What the journal needs of other rooms. */
export interface JournalPorts {
  readonly gitPlaceOf: GitPlaceOf;
  /** What to offer once a moment is logged, beside undoing that. */
  readonly offerFor: OfferFor;
  /** Opens what practice keeps of people, for forgetting somebody. */
  readonly openPractice: OpenPractice;
}

/** The journal as other rooms see it. */
export interface JournalRoom extends Disposable {
  /** This workspace's moments, the latest first; opens the journal. */
  moments(): Promise<readonly Moment[]>;
  /** Those that match all words of `query`, the best first, as `Belay: Find Moment…` reads them. */
  find(query: string): Promise<readonly Moment[]>;
  /** Those of all other workspaces. An aborted read gives what was read until then. */
  elsewhere(options?: ReadOptions): Promise<readonly JournalElsewhere[]>;
  /** Calls `listener` after the journal has changed, from when it is open. */
  onDidChange(listener: () => void): Disposable;
  /** Opens a moment in an editor; gives false where there is none of that id. */
  open(id: string): Promise<boolean>;
}

/** The journal: logging moments, and the view that shows them. */
export function registerJournal(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  ports: JournalPorts,
): JournalRoom {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  let session: Promise<JournalSession> | undefined;
  const openSession = () => {
    session ??= import('./session')
      .then(module => module.JournalSession.open(context, reporter))
      .then(
        opened => {
          store.add(opened);
          store.add(opened.onDidChange(() => changed.fire()));
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

  store.add(registerLogging(openSession, reporter, ports));
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
      openPractice: ports.openPractice,
    }),
  );
  return {
    dispose: () => store.dispose(),
    moments: async () => (await openSession()).moments,
    find: async query => (await openSession()).search(query),
    elsewhere: async options => {
      const [own, { allJournals }] = await Promise.all([openSession(), import('./views/allJournals')]);
      return allJournals(context, options, own);
    },
    onDidChange: changed.event,
    open: async id => {
      const moment = (await openSession()).find(id);
      if (moment) {
        await (await import('./views/momentActions')).openMoment(moment);
      }
      return moment !== undefined;
    },
  };
}
