import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { isThere } from '../../platform/files';
import { type LogLocation, locateLog } from '../../platform/logFolders';
import { openTextFolder } from '../../platform/openTextFolder';
import { openSealedFolder } from '../encryption/openSealedFolder';
import { journalFolderSetting, ownFolderText } from './ownFolder';

/** Where this window keeps the journal. */
export interface JournalLocation extends LogLocation {
  /** Where this machine alone keeps what goes with it: the draft and the backups. */
  readonly local: LogLocation;
  /** The user's own folder, where the journal is in one. */
  readonly ownFolder?: vscode.Uri;
}

/**
 * The journal in the folder that `belay.journal.folder` names or, without one, in VS Code's storage. What the
 * storage has from before is read beside the folder, so that nothing disappears when somebody sets it. Throws a
 * `UserError` where the setting names no folder that is there: a first write would make it, in the wrong place.
 */
export async function locateJournal(context: vscode.ExtensionContext): Promise<JournalLocation> {
  const local = locateLog(context, 'journal');
  const uri = ownFolder();
  if (!uri) {
    return { ...local, local };
  }
  const folder = openSealedFolder(context, uri);
  if ((await isThere(uri)) === false) {
    throw wrongFolder(
      vscode.l10n.t('The journal’s folder {0} isn’t there. Nothing was changed.', folder.path),
    );
  }
  const otherUris = async () => [local.uri, ...(await local.otherUris())];
  return {
    uri,
    folder,
    otherUris,
    others: async () => (await otherUris()).map(openTextFolder),
    withoutWorkspace: false,
    local,
    ownFolder: uri,
  };
}

/** The folder that the setting names; `undefined` where it names none. Throws a `UserError` where it isn't a whole path. */
export function ownFolder(): vscode.Uri | undefined {
  const text = ownFolderText();
  if (text === '') {
    return undefined;
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text)) {
    return vscode.Uri.parse(text);
  }
  if (!/^(?:[/\\]|[a-z]:[/\\])/i.test(text)) {
    throw wrongFolder(
      vscode.l10n.t('The setting {0} has to name a whole path; “{1}” isn’t one.', journalFolderSetting, text),
    );
  }
  return vscode.Uri.file(text);
}

function wrongFolder(message: string): UserError {
  return new UserError(message, [
    {
      title: vscode.l10n.t('Open Setting'),
      run: () => vscode.commands.executeCommand('workbench.action.openSettings', journalFolderSetting),
    },
  ]);
}
