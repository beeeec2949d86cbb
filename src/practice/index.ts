import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../platform/disposables';
import type { ForgetPlace } from '../platform/forgetting/place';
import { LazyTree } from '../platform/lazyTree';
import { registerEntryFiles } from '../platform/registerEntryFiles';
import { type Reporter, registerCommand } from '../platform/reporting';
import { registerGrowth } from './growth/registerGrowth';
import type { PracticeMoment } from './moment';
import type { PlanNode } from './plan/planTree';
import { registerPlan } from './plan/registerPlan';
import type { PracticePorts } from './ports';
import type { PracticeRoom } from './room';
import { registerSelf } from './self/registerSelf';
import { registerStories } from './stories/registerStories';

export type { PracticePorts } from './ports';

/** To count a moment that was just logged as evidence. */
export interface EvidenceOffer {
  /** A sentence for the message that says it was logged. */
  readonly text: string;
  readonly title: string;
  run(): Promise<void>;
  /** Nobody can take it up any more. */
  ended(): void;
}

/** What other rooms need of practice. */
export interface Practice extends Disposable {
  /** What to offer once `moment` is logged: to count it as evidence, where it fits an exercise. */
  offerFor(moment: PracticeMoment): Promise<EvidenceOffer | undefined>;
  /** What is kept of people, read anew, for forgetting somebody. Fails where it can't be read or changed. */
  forgetPlace(): Promise<ForgetPlace>;
  /** Enters its room, whose library has the interview questions. */
  open(): Promise<Pick<PracticeRoom, 'library'>>;
}

/** The practice plan, what it grows into, and the commands for it. Its code and content are loaded at first use. */
export function registerPractice(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  ports: PracticePorts,
): Practice {
  const store = new DisposableStore();
  let room: Promise<PracticeRoom> | undefined;
  const open = async () => {
    const opened = store.add(await (await import('./room')).PracticeRoom.open(context, reporter, ports));
    const { tree: rows } = opened.plan;
    const show = () => {
      view.message = rows.message;
      tree.refresh();
    };
    store.add(rows.onDidChangeTreeData(show));
    view.message = rows.message;
    planned.wake();
    return opened;
  };
  const enter = () => {
    room ??= open().catch(error => {
      // A later use tries again.
      room = undefined;
      throw error;
    });
    return room;
  };
  const tree = store.add(new LazyTree<PlanNode>(async () => (await enter()).plan.tree));
  const view: vscode.TreeView<PlanNode> = store.add(
    vscode.window.createTreeView<PlanNode>('belay.practice', {
      treeDataProvider: tree,
      showCollapseAll: true,
    }),
  );
  const planned = store.add(registerPlan(context, reporter, enter));
  // Other windows may have written meanwhile.
  store.add(
    view.onDidChangeVisibility(async ({ visible }) => {
      if (visible && room) {
        await room.then(opened => opened.store.refresh()).catch(error => reporter.report(error));
      }
    }),
  );
  store.add(
    registerEntryFiles('belay-practice', async () => {
      const [opened, { documentFiles }, { storyCheck }] = await Promise.all([
        enter(),
        import('./documents'),
        import('./stories/storyCheck'),
      ]);
      return documentFiles(opened.store, { story: storyCheck(opened.library) });
    }),
  );
  store.add(
    registerCommand('belay.showPractice', reporter, () =>
      vscode.commands.executeCommand('belay.practice.focus'),
    ),
  );
  store.add(registerSelf(reporter, enter));
  store.add(registerStories(reporter, enter));
  store.add(registerGrowth(context, reporter, ports));
  return {
    dispose: () => store.dispose(),
    offerFor: async moment =>
      (await import('./plan/offerSoon')).offerSoon(
        moment,
        { enter, isOpen: () => room !== undefined },
        reporter,
      ),
    forgetPlace: async () => (await enter()).forgetPlace(),
    open: enter,
  };
}
