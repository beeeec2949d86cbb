import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { UserError } from '../../platform/errors';
import { listFiles } from '../../platform/files';
import { completeStep } from '../../platform/walkthrough';
import { journalFiles } from '../encryption/sealedFolder';
import type { JournalSession } from '../session';
import { confirmPush } from './confirmPush';
import type { GitRepository, GitState } from './gitRepository';
import { openRepository } from './openRepository';
import { SyncFailed, type SyncOutcome, sync } from './sync';
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
      const options = { repository, folder, token, chooseRemote: confirmPush, memory: context.globalState };
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
  /** Which remote to push to, `confirmPush` say; what was confirmed before is in `memory`. */
  readonly chooseRemote: (
    remotes: GitState['remotes'],
    upstream: string | undefined,
    memory: vscode.Memento,
  ) => Promise<string | undefined>;
  readonly memory: vscode.Memento;
}

/** Syncs that folder, and reads the journal again. Throws what `sync` does. */
export async function syncFolder(
  session: JournalSession,
  { repository, folder, token, chooseRemote, memory }: FolderSync,
): Promise<SyncOutcome> {
  const segments = async () => {
    const names = journalFiles(await listFiles(folder));
    return names.map(name => vscode.Uri.joinPath(folder, name).fsPath);
  };
  try {
    return await sync(repository, {
      segments,
      message: `Journal, ${localDay(new Date())}`,
      chooseRemote: (remotes, upstream) => chooseRemote(remotes, upstream, memory),
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
