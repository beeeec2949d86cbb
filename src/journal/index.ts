import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import type { Reporter } from '../platform/reporting';
import { registerKeeping } from './keeping/keeping';
import { registerPutCommand } from './logging/putCommand';
import { registerLogging } from './logging/registerLogging';
import type { GitPlaceOf } from './logging/selection';
import type { JournalSession } from './session';
import type { MomentFiles } from './text/momentFiles';
import { registerReading } from './views/reading';

/** What the journal needs of other rooms. */
export interface JournalPorts {
  readonly gitPlaceOf: GitPlaceOf;
}

/** Moments as files to edit; opened with the journal when the first of them is. */
function registerMomentFiles(openSession: () => Promise<JournalSession>): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  let opening: Promise<MomentFiles> | undefined;
  const open = async () => {
    const [session, module] = await Promise.all([openSession(), import('./text/momentFiles')]);
    const files = store.add(new module.MomentFiles(session));
    store.add(files.onDidChangeFile(changes => changed.fire(changes)));
    return files;
  };
  const files = () => {
    opening ??= open().catch(error => {
      // A later use tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async uri => (await files()).stat(uri),
    readFile: async uri => (await files()).readFile(uri),
    writeFile: async (uri, content) => (await files()).writeFile(uri, content),
    delete: async uri => (await files()).delete(uri),
    readDirectory: async uri => (await files()).readDirectory(uri),
    createDirectory: async uri => (await files()).createDirectory(uri),
    rename: async uri => (await files()).rename(uri),
  };
  store.add(vscode.workspace.registerFileSystemProvider('belay-moment', provider, { isCaseSensitive: true }));
  return store;
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
  store.add(registerMomentFiles(openSession));
  store.add(registerPutCommand(openSession, reporter));
  const keeping = store.add(
    registerKeeping(context, reporter, {
      openSession,
      selected: reading.selected,
    }),
  );
  return store;
}
