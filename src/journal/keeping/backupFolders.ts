import * as vscode from 'vscode';
import type { LogLocation } from '../../platform/logFolders';
import { openTextFolder } from '../../platform/openTextFolder';
import type { TextFolder } from '../../platform/textFolder';
import { type Backup, backupsIn } from './backups';

/** A folder of backups. */
export interface BackupFolder {
  readonly uri: vscode.Uri;
  readonly folder: TextFolder;
}

/** Where backups of the journal in `journal` are. */
export function backupFolderOf(journal: vscode.Uri): BackupFolder {
  const uri = vscode.Uri.joinPath(journal, 'backups');
  return { uri, folder: openTextFolder(uri) };
}

/** A backup of this window's journal or of another window's on the same workspace. */
export interface FoundBackup extends BackupFolder, Backup {}

/** All backups, the latest first. */
export async function findBackups({ uri, otherUris }: LogLocation): Promise<FoundBackup[]> {
  const folders = [uri, ...(await otherUris())].map(backupFolderOf);
  const found = await Promise.all(
    folders.map(async one => backupsIn(await one.folder.list()).map(backup => ({ ...one, ...backup }))),
  );
  return found.flat().sort((a, b) => (a.day < b.day ? 1 : -1));
}
