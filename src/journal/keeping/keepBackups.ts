import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { thisWorkspace } from '../../platform/logFolders';
import { toLocalIso } from '../moment';
import type { JournalSession } from '../session';
import { printExport } from '../text/exchange';
import { formatDay } from '../words';
import { backupFolderOf, findBackups } from './backupFolders';
import { backupFile, isBackupDue, surplusBackups } from './backups';
import { type ImportOptions, importFile } from './importJournal';

/** Writes this week's backup where it is due, and removes those that are too many. */
export async function keepBackup(session: JournalSession, now: Date): Promise<void> {
  if (session.moments.length === 0 || session.readOnly) {
    return;
  }
  const { folder } = backupFolderOf(session.location.uri);
  const exported = toLocalIso(now);
  const today = exported.slice(0, 10);
  const names = await folder.list();
  if (!isBackupDue(names, today)) {
    return;
  }
  await folder.replace(
    backupFile(today),
    printExport(session.moments, { exported, workspace: thisWorkspace() }),
  );
  for (const name of surplusBackups([...names, backupFile(today)])) {
    await folder.remove(name);
  }
}

/** Asks for a backup and imports it: what is missing comes back, and the user decides on the rest. */
export async function restoreBackup(session: JournalSession, options: ImportOptions): Promise<void> {
  const { t } = vscode.l10n;
  const backups = await findBackups(session.location);
  if (backups.length === 0) {
    throw new UserError(
      t('There are no backups yet. Belay makes one each week in which the journal is opened.'),
    );
  }
  const chosen = await vscode.window.showQuickPick(
    backups.map(({ day, uri, folder, name }) => ({
      label: formatDay(day, { dateStyle: 'full' }),
      detail: folder.path,
      file: vscode.Uri.joinPath(uri, name),
    })),
    { title: t('Restore from a Backup'), placeHolder: t('Of which day?') },
  );
  if (chosen) {
    await importFile(session, chosen.file, { ...options, isBackup: true });
  }
}
