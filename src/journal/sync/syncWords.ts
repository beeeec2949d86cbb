import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { countedMoments } from '../keeping/counted';
import { gitMessage, isOffline } from './gitRepository';
import type { SyncFailed, SyncObstacle, SyncOutcome } from './sync';

/** What a sync that ended well came to. */
export function syncOutcome(outcome: SyncOutcome, moments: number): string {
  switch (outcome) {
    case 'synced':
      return vscode.l10n.t('The journal is synced: {0}.', countedMoments(moments));
    case 'committed':
      return vscode.l10n.t('The moments are committed on this machine, and nothing was pushed.');
    case 'no remote':
      return vscode.l10n.t(
        'The moments are committed on this machine. The repository has no remote to push them to: add one in Source Control, then sync again.',
      );
    case 'cancelled':
      return vscode.l10n.t('Cancelled. What was committed or taken until then stays.');
  }
}

/** Why a sync couldn't go on, and what to do. */
export function syncFailure({ obstacle }: SyncFailed, repository: string): UserError {
  const cause = 'cause' in obstacle ? obstacle.cause : undefined;
  return new UserError(textOf(obstacle, repository), actionsOf(obstacle), { cause });
}

function textOf(obstacle: SyncObstacle, repository: string): string {
  switch (obstacle.kind) {
    case 'no branch':
      return vscode.l10n.t(
        'The repository {0} is on no branch (a detached HEAD). Check one out in Source Control, then sync again.',
        repository,
      );
    case 'merge unfinished':
      return vscode.l10n.t(
        'A merge isn’t finished in {0}. Finish or abort it in Source Control, then sync again.',
        repository,
      );
    case 'staged':
      return vscode.l10n.t(
        'Other files are staged in {0}, and Belay commits nothing but moments. Commit or unstage them, then sync again.',
        repository,
      );
    case 'rejected':
      return vscode.l10n.t(
        'Other machines pushed each time just before this one. The moments are committed here; sync again in a while.',
      );
    case 'conflict':
      return vscode.l10n.t(
        'Nothing was changed: what others pushed can’t be merged in {0}. Merge it in Source Control, then sync again. Git says: {1}',
        repository,
        gitMessage(obstacle.cause),
      );
    case 'committing':
      return vscode.l10n.t('Git couldn’t commit in {0}: {1}', repository, gitMessage(obstacle.cause));
    case 'fetching':
    case 'pushing':
      return isOffline(obstacle.cause)
        ? vscode.l10n.t(
            'The remote of {0} can’t be reached. The moments are committed on this machine; sync again once you are online.',
            repository,
          )
        : vscode.l10n.t(
            'The moments are committed on this machine, but Git couldn’t sync {0}: {1}',
            repository,
            gitMessage(obstacle.cause),
          );
  }
}

function actionsOf({ kind }: SyncObstacle) {
  const again = {
    title: vscode.l10n.t('Try Again'),
    run: () => vscode.commands.executeCommand('belay.syncJournal'),
  };
  const show = {
    title: vscode.l10n.t('Open Source Control'),
    run: () => vscode.commands.executeCommand('workbench.view.scm'),
  };
  return kind === 'fetching' || kind === 'pushing' || kind === 'rejected' ? [again] : [show];
}
