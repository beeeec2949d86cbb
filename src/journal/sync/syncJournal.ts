import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { UserError } from '../../platform/errors';
import { listFiles } from '../../platform/files';
import { completeStep } from '../../platform/walkthrough';
import { journalFiles } from '../encryption/sealedFolder';
import type { JournalSession } from '../session';
import { confirmPush } from './confirmPush';
import type { GitRepository } from './gitRepository';
import { openRepository } from './openRepository';
import { SyncFailed, type SyncOptions, type SyncOutcome, sync } from './sync';
import { syncFailure, syncOutcome } from './syncWords';
import { turnsOf } from './turns';

/**
 * Syncs the journal's folder through VS Code's Git extension, says how that went, and reads the journal again. Throws
 * a `UserError` where it can't be synced.
 */
export async function syncJournal(session: JournalSession, context: vscode.ExtensionContext): Promise<void> {
  const folder = session.location.ownFolder;
  if (!folder) {
    throw new UserError(
      vscode.l10n.t(
        'The journal is in VS Code’s storage, which isn’t synced. Move it into a folder of a Git repository first.',
      ),
      [
        {
          title: vscode.l10n.t('Move Journal…'),
          run: () => vscode.commands.executeCommand('belay.moveJournal'),
        },
      ],
    );
  }
  const repository = await repositoryOf(folder);
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Syncing the journal…'),
      cancellable: true,
    },
    async (_progress, token) => {
      const options: FolderSync = {
        repository,
        folder,
        token,
        chooseRemote: (remotes, upstream) => confirmPush(remotes, upstream, context.globalState),
      };
      try {
        return await turnsOf(session).run(() => syncFolder(session, options));
      } catch (error) {
        throw error instanceof SyncFailed ? syncFailure(error, repository.path) : error;
      }
    },
  );
  void vscode.window.showInformationMessage(syncOutcome(outcome, session.moments.length));
  if (outcome === 'synced') {
    await completeStep('carried');
  }
}

/** How the journal's folder is synced. */
export interface FolderSync {
  readonly repository: GitRepository;
  readonly folder: vscode.Uri;
  readonly token: vscode.CancellationToken;
  readonly chooseRemote: SyncOptions['chooseRemote'];
}

/** The paths of all that a sync of the journal in `folder` commits. */
export async function committedPaths(folder: vscode.Uri): Promise<string[]> {
  const names = journalFiles(await listFiles(folder));
  return names.map(name => vscode.Uri.joinPath(folder, name).fsPath);
}

/** Syncs that folder, and reads the journal again. Throws what `sync` does. */
export async function syncFolder(
  session: JournalSession,
  { repository, folder, token, chooseRemote }: FolderSync,
): Promise<SyncOutcome> {
  try {
    return await sync(repository, {
      segments: () => committedPaths(folder),
      message: `Journal, ${localDay(new Date())}`,
      chooseRemote,
      signal: token,
    });
  } finally {
    // Also where the push failed others' moments may have come.
    await session.refresh();
  }
}

async function repositoryOf(folder: vscode.Uri): Promise<GitRepository> {
  const repository = await openRepository(folder);
  if (repository === 'off') {
    throw new UserError(
      vscode.l10n.t(
        'VS Code’s Git extension isn’t there: it is off, the workspace isn’t trusted, or this is a browser without one.',
      ),
    );
  }
  if (!repository) {
    throw new UserError(
      vscode.l10n.t(
        '{0} isn’t in a Git repository. Make one there, with `git init` or in Source Control, then sync again.',
        folder.fsPath,
      ),
    );
  }
  return repository;
}
