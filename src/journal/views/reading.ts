import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { LazyTree } from '../../platform/lazyTree';
import { hasLog } from '../../platform/logPlaces';
import { type Reporter, registerCommand } from '../../platform/reporting';
import { ownFolderText } from '../folder/ownFolder';
import type { Moment } from '../moment';
import type { JournalSession } from '../session';
import type { PagesFromElsewhere } from './elsewhere';
import type { ReadingRoom } from './readingRoom';
import type { JournalNode, MomentRow } from './tree';

/** So long after VS Code has started the journal is read for the follow-ups that are due: nobody is in a hurry for them. */
const wakeDelayMs = 3000;

/** What the journal's other parts need of its view. */
export interface Reading extends Disposable {
  /** Shows the journal, which has been opened, where it is to be seen. */
  readonly wake: () => void;
  /** The moments of the selected rows, a group's all. */
  readonly selected: () => Moment[];
}

/** The journal's view, its pages and the commands that show moments. Their code is loaded at first use. */
export function registerReading(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  openSession: () => Promise<JournalSession>,
): Reading {
  const store = new DisposableStore();
  let room: Promise<ReadingRoom> | undefined;
  let failed = false;
  const open = async (): Promise<ReadingRoom> => {
    const [session, module] = await Promise.all([openSession(), import('./readingRoom')]);
    const opened = store.add(new module.ReadingRoom(session, context, view, reporter));
    store.add(opened.view.tree.onDidChangeTreeData(() => tree.refresh()));
    store.add(opened.people.onDidChange(uri => pageChanged.fire(uri)));
    if (failed) {
      tree.refresh();
    }
    return opened;
  };
  const enter = (): Promise<ReadingRoom> => {
    room ??= open().catch(error => {
      // A later use tries again.
      room = undefined;
      failed = true;
      throw error;
    });
    return room;
  };
  const tree = store.add(new LazyTree<JournalNode>(async () => (await enter()).view.tree));
  const view: vscode.TreeView<JournalNode> = store.add(
    vscode.window.createTreeView<JournalNode>('belay.journal', {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
    }),
  );
  // Other windows may have logged meanwhile.
  store.add(
    view.onDidChangeVisibility(async ({ visible }) => {
      if (visible && room) {
        await room.then(({ session }) => session.refresh()).catch(error => reporter.report(error));
      }
    }),
  );

  const pageChanged = store.add(new vscode.EventEmitter<vscode.Uri>());
  store.add(
    vscode.workspace.registerTextDocumentContentProvider('belay-person', {
      onDidChange: pageChanged.event,
      provideTextDocumentContent: async uri => (await enter()).people.provideTextDocumentContent(uri),
    }),
  );
  let pages: Promise<PagesFromElsewhere> | undefined;
  const fromElsewhere = () => {
    pages ??= import('./elsewhere').then(module => new module.PagesFromElsewhere());
    return pages;
  };
  store.add(
    vscode.workspace.registerTextDocumentContentProvider('belay-elsewhere', {
      provideTextDocumentContent: async uri => (await fromElsewhere()).provideTextDocumentContent(uri),
    }),
  );

  const command = (id: string, run: (room: ReadingRoom, argument: unknown) => unknown) =>
    store.add(registerCommand(id, reporter, async argument => run(await enter(), argument)));
  command('belay.showJournal', ({ view: shown }, row) => shown.show(momentsOf([row])[0]));
  command('belay.showFollowUps', ({ view: shown }) => shown.showFollowUps());
  command('belay.journal.groupBy', ({ view: shown }, by) => shown.chooseGrouping(by));
  command('belay.journal.filter', ({ view: shown }) => shown.typeFilter());
  command('belay.journal.clearFilter', ({ view: shown }) => shown.filter(''));
  command('belay.openPerson', ({ people }, node) => people.open(personOf(node)));
  command('belay.restoreMoment', async ({ session }) =>
    (await import('./restoreDeleted')).restoreDeleted(session),
  );
  command('belay.findMoment', async ({ session }) => {
    const [{ FindMoment }, { openMoment }] = await Promise.all([
      import('./findMoment'),
      import('./momentActions'),
    ]);
    FindMoment.show(session, context, reporter, {
      open: openMoment,
      openElsewhere: async (moment, journal) => (await fromElsewhere()).open(moment, journal),
    });
  });

  /** A command about the moments of its arguments (a row, and all that are selected with it) or else those selected. */
  const momentCommand = (
    id: string,
    run: (moments: Moments, room: ReadingRoom, rows: readonly MomentRow[]) => Promise<void>,
  ) =>
    store.add(
      registerCommand(id, reporter, async (node, nodes) => {
        const rows = nodes ?? (node ? [node] : view.selection);
        const [first, ...others] = momentsOf(rows);
        if (first) {
          await run([first, ...others], await enter(), momentRowsOf(rows));
        }
      }),
    );
  /** One that may take its rows away. */
  const changingCommand = (id: string, run: (moments: Moments, session: JournalSession) => Promise<void>) =>
    momentCommand(id, (moments, { view: shown, session }, rows) =>
      shown.keepPlace(rows, () => run(moments, session)),
    );
  const actions = () => import('./momentActions');
  const followUps = () => import('./followUpActions');
  momentCommand('belay.journal.openMoment', async ([moment]) => (await actions()).openMoment(moment));
  momentCommand('belay.journal.goToCode', async ([moment]) =>
    (await import('./goToCode')).goToCode(moment, reporter),
  );
  momentCommand('belay.journal.copyMoment', async moments => (await actions()).copyMoments(moments));
  changingCommand('belay.journal.deleteMoment', async (moments, session) =>
    (await actions()).deleteMoments(session, moments, reporter),
  );
  changingCommand('belay.journal.followUpDone', async (moments, session) =>
    (await followUps()).finishFollowUps(session, moments, reporter),
  );
  changingCommand('belay.journal.reopenFollowUp', async (moments, session) =>
    (await followUps()).reopenFollowUps(session, moments),
  );
  changingCommand('belay.journal.snooze', async (moments, session) =>
    (await followUps()).snoozeFollowUps(session, moments, reporter),
  );
  changingCommand('belay.journal.logFollowUp', async ([moment], session) =>
    (await followUps()).logFollowUp(session, moment, reporter),
  );
  command('belay.journal.deleteFocused', async () =>
    vscode.commands.executeCommand('belay.journal.deleteMoment', undefined, await focusedOf(view)),
  );

  const wake = () => {
    enter().catch(error => reporter.log.warn(`Journal: ${messageOf(error)}`));
  };
  const timer = setTimeout(() => {
    const known = ownFolderText() === '' ? hasLog(context, 'journal') : Promise.resolve(true);
    known.then(
      has => has && wake(),
      error => reporter.log.warn(`Journal: ${messageOf(error)}`),
    );
  }, wakeDelayMs);
  store.add({ dispose: () => clearTimeout(timer) });
  const selected = () =>
    view.selection.flatMap(node => ('moment' in node ? [node.moment] : [...node.group.moments]));
  return { dispose: () => store.dispose(), wake, selected };
}

/** At least one. */
type Moments = readonly [Moment, ...Moment[]];

/** The moments' rows among `nodes`; what a key binding or another extension gives may be no row. */
function momentRowsOf(nodes: unknown): MomentRow[] {
  return partsOf(nodes).flatMap(({ moment, group }) => (moment && group ? [{ moment, group }] : []));
}

/** The moments of `nodes`. */
function momentsOf(nodes: unknown): Moment[] {
  const moments = partsOf(nodes).flatMap(({ moment }) => moment ?? []);
  // One that stands in two groups may be selected in both.
  return [...new Map(moments.map(moment => [moment.id, moment])).values()];
}

function partsOf(nodes: unknown): Partial<MomentRow>[] {
  // VS Code passes on whatever a key binding says.
  const all = Array.isArray(nodes) ? (nodes as readonly unknown[]) : [];
  return all.filter((node): node is Partial<MomentRow> => typeof node === 'object' && node !== null);
}

/** Whose page a group's row leads to. */
function personOf(node: unknown): string | undefined {
  const label = (node as Partial<JournalNode> | undefined)?.group?.label;
  return label?.by === 'person' ? label.name : undefined;
}

/**
 * The row that a key was pressed on, and those selected with it. VS Code tells extensions what is selected, not what
 * has the focus, and the arrow keys move only that: so the focused row's selection is turned over, which tells which it is.
 */
async function focusedOf(view: vscode.TreeView<JournalNode>): Promise<readonly JournalNode[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  const [added] = after.filter(node => !before.includes(node));
  if (added) {
    return [added];
  }
  await vscode.commands.executeCommand('list.toggleSelection');
  return after.length < before.length ? before : [];
}
