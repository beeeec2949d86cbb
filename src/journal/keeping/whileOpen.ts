import * as vscode from 'vscode';
import type { Reporter } from '../../platform/reporting';
import type { JournalSession } from '../session';
import { AutoSync } from '../sync/autoSync';
import { keepBackups } from './keepBackups';

/** What goes on while the journal is open and nobody waits for: each week's backup, and syncing by itself. */
export function whileOpen(
  session: JournalSession,
  context: vscode.ExtensionContext,
  reporter: Reporter,
): vscode.Disposable {
  return vscode.Disposable.from(keepBackups(session, reporter), new AutoSync(session, context, reporter));
}
