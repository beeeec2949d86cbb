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

/** The commands that log a moment: from nothing, from selected code, from a comment, from a commit. */
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
      const { sourceOfThread } = await import('./logSources');
      const { source, place } = await sourceOfThread(thread, gitPlaceOf);
      return log(place, undefined, source);
    }),
  );
  store.add(
    registerCommand('belay.logMomentFromComment', reporter, async comment => {
      const { sourceOfComment } = await import('./logSources');
      const { source, place } = await sourceOfComment(comment, gitPlaceOf);
      return log(place, undefined, source);
    }),
  );
  store.add(
    registerCommand('belay.logMomentFromCommit', reporter, async () => {
      const file = vscode.window.activeTextEditor?.document.uri;
      const { pickCommit } = await import('./logSources');
      const source = await pickCommit(file);
      return source && log(undefined, undefined, source);
    }),
  );
  return store;
}
