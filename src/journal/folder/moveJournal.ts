import * as vscode from 'vscode';
import { askToConfirm } from '../../platform/askToConfirm';
import { messageOf, UserError } from '../../platform/errors';
import { withLateProgress } from '../../platform/lateProgress';
import type { TextFolder } from '../../platform/textFolder';
import { countedMoments } from '../keeping/counted';
import type { JournalSession } from '../session';
import { CopyCancelled, copySegments, removeCopied } from './copySegments';
import { journalFolderSetting } from './ownFolder';

/** Where a journal is to go: into a folder of the user's own, or back into VS Code's storage. */
type Target = { readonly folder: vscode.Uri } | 'storage';

/**
 * Moves the journal into a folder that the user chooses, or back: copied, read back and compared, and only then
 * used from there. The old one stays until the user removes it. Gives whether it was moved.
 */
export async function moveJournal(session: JournalSession): Promise<boolean> {
  session.assertWritable();
  const target = session.location.ownFolder ? await askWhere(session.location.ownFolder) : 'folder';
  const chosen = target === 'folder' ? await askFolder(session) : target;
  if (chosen === undefined) {
    return false;
  }
  const { location } = session;
  const into = chosen === 'storage' ? location.local.folder : session.folderAt(chosen.folder);
  // Where other windows on this workspace keep theirs, the storage has them.
  const others = chosen === 'storage' ? [] : await location.others();
  const from = [location.folder, ...others].filter(folder => folder.path !== into.path);
  if (!(await copy(from, into))) {
    return false;
  }
  const path = chosen === 'storage' ? undefined : pathOf(chosen.folder);
  const isElsewhere = path !== (location.ownFolder && pathOf(location.ownFolder));
  if (isElsewhere) {
    await useFolder(path);
  }
  await session.relocate();
  void sayMoved(session, chosen, into);
  return true;
}

function pathOf(folder: vscode.Uri): string {
  return folder.scheme === 'file' ? folder.fsPath : folder.toString();
}

async function useFolder(path: string | undefined): Promise<void> {
  try {
    await vscode.workspace
      .getConfiguration()
      .update(journalFolderSetting, path, vscode.ConfigurationTarget.Global);
  } catch (error) {
    throw new UserError(
      vscode.l10n.t(
        'The moments are copied, but the setting {0} couldn’t be changed: {1}. The journal stays where it was.',
        journalFolderSetting,
        messageOf(error),
      ),
      [],
      { cause: error },
    );
  }
}

async function askWhere(current: vscode.Uri): Promise<'folder' | Target | undefined> {
  const items = [
    {
      label: vscode.l10n.t('To Another Folder…'),
      target: 'folder' as const,
    },
    {
      label: vscode.l10n.t('Back into VS Code’s Storage'),
      detail: vscode.l10n.t('All moments in the folder come into the journal of this workspace.'),
      target: 'storage' as const,
    },
    {
      label: vscode.l10n.t('Bring This Workspace’s Earlier Moments into the Folder'),
      detail: vscode.l10n.t('What was logged here before the journal was in that folder.'),
      target: { folder: current },
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Move Journal'),
    placeHolder: vscode.l10n.t('Your journal is in {0}', pathOf(current)),
  });
  return chosen?.target;
}

async function askFolder({ location }: JournalSession): Promise<Target | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Move Journal Here'),
      title: vscode.l10n.t('Which folder is the journal to be in?'),
    })) ?? [];
  if (!folder || folder.toString() === location.ownFolder?.toString()) {
    return undefined;
  }
  const workspace = vscode.workspace.getWorkspaceFolder(folder);
  if (workspace && !(await confirmShared(workspace.name))) {
    return undefined;
  }
  return { folder };
}

/** Moments name people: whoever can read the workspace's repository would read them. */
function confirmShared(name: string): Promise<boolean> {
  return askToConfirm(
    vscode.l10n.t('This folder is in the workspace {0}.', name),
    vscode.l10n.t(
      'Moments name people, and whoever can read this workspace’s files or its repository can read them then. A private folder or repository of your own is a better place.',
    ),
    vscode.l10n.t('Move'),
  );
}

/** Gives false where it was cancelled. */
async function copy(from: readonly TextFolder[], into: TextFolder): Promise<boolean> {
  try {
    await withLateProgress(vscode.l10n.t('Copying the journal…'), signal =>
      copySegments(from, into, { signal }),
    );
    return true;
  } catch (error) {
    if (error instanceof CopyCancelled) {
      return false;
    }
    throw new UserError(
      vscode.l10n.t(
        'The journal couldn’t be copied to {0}: {1}. It stays where it was.',
        into.path,
        messageOf(error),
      ),
      [],
      { cause: error },
    );
  }
}

async function sayMoved(session: JournalSession, target: Target, into: TextFolder): Promise<void> {
  const { local } = session.location;
  if (target === 'storage') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The journal is in VS Code’s storage again, with {0}. The folder stays as it is.',
        countedMoments(session.moments.length),
      ),
    );
    return;
  }
  const remove = vscode.l10n.t('Remove the Old Copy…');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The journal is in {0} now, with {1}. What VS Code’s storage had is still there as well.',
      into.path,
      countedMoments(session.moments.length),
    ),
    remove,
  );
  if (chosen !== remove || !(await confirmRemoval(into))) {
    return;
  }
  const old = [local.folder, ...(await local.others())];
  const left = await removeCopied(old, into);
  await session.refresh();
  void vscode.window.showInformationMessage(
    left === 0
      ? vscode.l10n.t('The old copy is removed.')
      : vscode.l10n.t('Removed, but for what another window has written meanwhile: it is read from there.'),
  );
}

function confirmRemoval(into: TextFolder): Promise<boolean> {
  return askToConfirm(
    vscode.l10n.t('Remove this workspace’s journal from VS Code’s storage?'),
    vscode.l10n.t('Only what is in {0} word for word is removed.', into.path),
    vscode.l10n.t('Remove'),
  );
}
