import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { JournalSession } from '../session';
import type { MomentSource, OfferFor } from './logMoment';
import type { GitPlaceOf, PendingPlace } from './selection';

/** What logging needs of other rooms. */
export interface LoggingPorts {
  readonly gitPlaceOf: GitPlaceOf;
  readonly offerFor: OfferFor;
}

/** The commands that log a moment: from nothing, from selected code, from a comment, a commit or a pull request. */
export function registerLogging(
  openSession: () => Promise<JournalSession>,
  reporter: Reporter,
  { gitPlaceOf, offerFor }: LoggingPorts,
): Disposable {
  const store = new DisposableStore();
  const log = async (place: PendingPlace | undefined, argument: unknown, source?: MomentSource) => {
    const { logMoment } = await import('./logMoment');
    return logMoment(await openSession(), place, { reporter, offerFor }, argument, source);
  };
  store.add(
    registerCommand('belay.logMoment', reporter, async argument => {
      // Read before anything takes the focus from the editor.
      const editor = vscode.window.activeTextEditor;
      const { placeOfSelection } = await import('./selection');
      return log(placeOfSelection(editor, gitPlaceOf), argument);
    }),
  );
  store.add(
    registerCommand('belay.logMoment.finish', reporter, async () =>
      (await import('../../platform/steps')).finishSteps(),
    ),
  );
  store.add(
    registerCommand('belay.logMomentFromThread', reporter, async thread => {
      const { sourceOfThread } = await import('./commentSource');
      const { source, place } = await sourceOfThread(thread, gitPlaceOf);
      return log(place, undefined, source);
    }),
  );
  store.add(
    registerCommand('belay.logMomentFromComment', reporter, async comment => {
      const { sourceOfComment } = await import('./commentSource');
      const { source, place } = await sourceOfComment(comment, gitPlaceOf);
      return log(place, undefined, source);
    }),
  );
  store.add(
    registerCommand('belay.logMomentFromCommit', reporter, async (...given) => {
      // Read before anything is awaited: what is in view then may be another thing.
      const inView = { file: vscode.window.activeTextEditor?.document.uri, tab: activeTab() };
      const { commitSource } = await import('./commitSource');
      const source = await commitSource(given, inView, reporter.log);
      return source && log(undefined, undefined, source);
    }),
  );
  store.add(
    registerCommand('belay.logMomentFromPullRequest', reporter, async () => {
      const tab = activeTab();
      const { sourceOfPullRequestInView } = await import('./pullRequestSource');
      return log(undefined, undefined, await sourceOfPullRequestInView(tab, reporter.log));
    }),
  );
  store.add(
    registerCommand('belay.logMomentFromPullRequestRow', reporter, async row => {
      const { sourceOfPullRequest } = await import('./pullRequestSource');
      return log(undefined, undefined, sourceOfPullRequest(row));
    }),
  );
  return store;
}

function activeTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab;
}
