import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { PracticeRoom } from '../room';
import type { SelfRoom } from './selfRoom';

/** The commands of the self-assessment and of the decision, and the page that shows the former. */
export function registerSelf(reporter: Reporter, enter: () => Promise<PracticeRoom>): Disposable {
  const store = new DisposableStore();
  const pageChanged = store.add(new vscode.EventEmitter<vscode.Uri>());
  let room: Promise<SelfRoom> | undefined;
  const open = async () => {
    const [practice, module] = await Promise.all([enter(), import('./selfRoom')]);
    const opened = store.add(new module.SelfRoom(practice));
    store.add(opened.assessment.onDidChange(uri => pageChanged.fire(uri)));
    return opened;
  };
  const enterSelf = () => {
    room ??= open().catch(error => {
      // A later use tries again.
      room = undefined;
      throw error;
    });
    return room;
  };
  store.add(
    vscode.workspace.registerTextDocumentContentProvider('belay-assessment', {
      onDidChange: pageChanged.event,
      provideTextDocumentContent: async () => (await enterSelf()).assessment.provideTextDocumentContent(),
    }),
  );
  store.add(
    registerCommand('belay.assessYourself', reporter, async () => {
      const [{ practice, asking }, module] = await Promise.all([enterSelf(), import('./assessYourself')]);
      await module.assessYourself(practice, asking);
    }),
  );
  store.add(
    registerCommand('belay.showAssessment', reporter, async () => (await enterSelf()).assessment.open()),
  );
  store.add(
    registerCommand('belay.managementForMe', reporter, async () => {
      const [{ practice, asking }, module] = await Promise.all([
        enterSelf(),
        import('./decision/managementForMe'),
      ]);
      await module.managementForMe(practice, asking);
    }),
  );
  return store;
}
