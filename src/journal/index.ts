import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { type Reporter, registerCommand } from '../platform/reporting';
import { registerKeeping } from './keeping';
import type { Moment } from './moment';
import type { MomentFiles } from './momentFiles';
import { registerPutCommand } from './putCommand';
import { registerLogging } from './registerLogging';
import type { GitPlaceOf } from './selection';
import type { JournalSession } from './session';
import { type JournalNode, JournalTree } from './tree';

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
    const [session, module] = await Promise.all([openSession(), import('./momentFiles')]);
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
          store.add(opened.onDidChange(() => tree.refresh()));
          tree.refresh();
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
  const tree = store.add(new JournalTree(openSession));

  const view = store.add(
    vscode.window.createTreeView<JournalNode>('belay.journal', { treeDataProvider: tree }),
  );
  // Other windows may have logged meanwhile.
  store.add(
    view.onDidChangeVisibility(async ({ visible }) => {
      if (visible && session) {
        await session.then(opened => opened.refresh()).catch(error => reporter.report(error));
      }
    }),
  );

  /** The moment that a command is about: its argument, or what is selected in the tree. */
  const momentOf = (argument: unknown): Moment | undefined => {
    const node = (argument ?? view.selection[0]) as JournalNode | undefined;
    return node && 'moment' in node ? node.moment : undefined;
  };
  const momentCommand = (id: string, run: (session: JournalSession, moment: Moment) => Promise<void>) =>
    registerCommand(id, reporter, async argument => {
      const moment = momentOf(argument);
      if (moment) {
        await run(await openSession(), moment);
      }
    });

  store.add(registerLogging(openSession, reporter, ports.gitPlaceOf));
  store.add(
    registerCommand('belay.showJournal', reporter, async () => {
      await vscode.commands.executeCommand('belay.journal.focus');
      await (await openSession()).refresh();
      await tree.getChildren();
      if (tree.latest) {
        await view.reveal(tree.latest, { select: true, focus: true });
      }
    }),
  );
  store.add(
    momentCommand('belay.journal.openMoment', async (_session, moment) =>
      (await import('./momentActions')).openMoment(moment),
    ),
  );
  store.add(
    momentCommand('belay.journal.goToCode', async (_session, moment) =>
      (await import('./momentActions')).goToCode(moment),
    ),
  );
  store.add(
    momentCommand('belay.journal.deleteMoment', async (opened, moment) =>
      (await import('./momentActions')).deleteMoment(opened, moment, reporter),
    ),
  );
  store.add(registerMomentFiles(openSession));
  store.add(registerPutCommand(openSession, reporter));
  const keeping = store.add(
    registerKeeping(context, reporter, {
      openSession,
      selected: () => view.selection.flatMap(node => ('moment' in node ? [node.moment] : node.moments)),
    }),
  );
  return store;
}
