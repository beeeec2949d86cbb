import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { watchDay } from '../../platform/dayWatch';
import type { Disposable } from '../../platform/disposables';
import { messageOf, UserError } from '../../platform/errors';
import { formatDay } from '../../platform/formatDay';
import { thisWorkspace } from '../../platform/logOptions';
import type { Reporter } from '../../platform/reporting';
import type { TextFolder } from '../../platform/textFolder';
import { toLocalIso } from '../../platform/time';
import type { JournalSession } from '../session';
import { printExport } from '../text/exchange';
import { backupFolderOf, findBackups } from './backupFolders';
import { backupFile, isBackupDue, surplusBackups } from './backups';
import { type ImportOptions, importFile } from './importJournal';

/** Writes each week's backup for as long as the window is open; what fails is reported. */
export function keepBackups(
  session: JournalSession,
  reporter: Reporter,
  clock = () => new Date(),
): Disposable {
  const look = () => {
    keepBackup(session, clock()).catch(error => reporter.report(error));
  };
  look();
  return watchDay(look, clock);
}

/** Writes this week's backup where it is due, and removes those that are too many. */
export async function keepBackup(session: JournalSession, now: Date): Promise<void> {
  if (session.moments.length === 0 || session.readOnly) {
    return;
  }
  const { folder } = backupFolderOf(session.location.local.uri);
  const today = localDay(now);
  if (isBackupDue(await folder.list(), today)) {
    await writeBackup(session, folder, backupFile(today), now);
  }
}

/**
 * Writes a backup before this window is the first to write in the format `format`. Where that fails it is told, and
 * no more: the segments of before stay as they are, and whoever is logging isn't to be kept from it.
 */
export async function backUpBeforeFormat(
  session: JournalSession,
  format: number,
  now: Date,
  reporter: Reporter,
): Promise<void> {
  const { folder } = backupFolderOf(session.location.local.uri);
  try {
    const isThere = (await findBackups(session.location.local)).some(backup => backup.format === format);
    if (session.moments.length > 0 && !isThere) {
      await writeBackup(session, folder, backupFile(localDay(now), format), now);
    }
  } catch (error) {
    void reporter.report(
      new UserError(
        vscode.l10n.t(
          'This version of Belay writes your journal in a new format. A backup of it as it was couldn’t be written to {0}: {1}. What is in the journal stays as it is.',
          folder.path,
          messageOf(error),
        ),
        [],
        { cause: error },
      ),
    );
  }
}

async function writeBackup(
  session: JournalSession,
  folder: TextFolder,
  name: string,
  now: Date,
): Promise<void> {
  const about = { exported: toLocalIso(now), workspace: thisWorkspace() };
  await folder.replace(name, printExport(session.moments, about));
  for (const surplus of surplusBackups(await folder.list())) {
    await folder.remove(surplus);
  }
}

/** Asks for a backup and imports it: what is missing comes back, and the user decides on the rest. */
export async function restoreBackup(session: JournalSession, options: ImportOptions): Promise<void> {
  const backups = await findBackups(session.location.local);
  if (backups.length === 0) {
    throw new UserError(
      vscode.l10n.t('There are no backups yet. Belay makes one each week in which the journal is opened.'),
    );
  }
  const chosen = await vscode.window.showQuickPick(
    backups.map(({ day, format, uri, folder, name }) => {
      const made = formatDay(day, { dateStyle: 'full' });
      return {
        label: format === undefined ? made : vscode.l10n.t('{0}, before format {1}', made, format),
        detail: folder.path,
        file: vscode.Uri.joinPath(uri, name),
      };
    }),
    { title: vscode.l10n.t('Restore from a Backup'), placeHolder: vscode.l10n.t('Of which day?') },
  );
  if (chosen) {
    await importFile(session, chosen.file, { ...options, isBackup: true });
  }
}
