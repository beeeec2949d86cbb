import type * as vscode from 'vscode';
import type { Reporter } from '../../platform/reporting';
import type { KeepingPorts } from './keeping';
import type { PreviewPages } from './previewPage';

/** What commands that keep the journal need. */
export interface KeepingHelp extends KeepingPorts {
  readonly context: vscode.ExtensionContext;
  readonly reporter: Reporter;
  readonly openPages: () => Promise<PreviewPages>;
}

/** What each command does, by its id. */
export const keepingCommands = {
  async exportJournal({ openSession, selected, reporter }) {
    const session = await openSession();
    await (await import('./exportJournal')).exportJournal(session.moments, selected(), reporter);
  },
  async importIntoJournal({ openSession, openPages, reporter }) {
    const session = await openSession();
    await (await import('./importJournal')).importJournal(session, await openPages(), reporter);
  },
  async forgetPerson({ openSession, openPages, openPractice }) {
    const session = await openSession();
    await (await import('./forgetPerson')).forgetPerson(session, await openPages(), openPractice);
  },
  async adoptJournal({ openSession, context }) {
    const session = await openSession();
    await (await import('./adoptJournal')).adoptJournal(session, context);
  },
  async moveJournal({ openSession }) {
    const session = await openSession();
    await (await import('./carryJournal')).carryJournal(session);
  },
  async syncJournal({ openSession, context }) {
    const session = await openSession();
    await (await import('../sync/syncJournal')).syncJournal(session, context);
  },
  async journalEncryption({ openSession, context }) {
    // Where the journal is locked it can't be opened yet.
    await (await import('../encryption/journalEncryption')).journalEncryption(context, openSession);
  },
  async restoreBackup({ openSession, openPages, reporter }) {
    const session = await openSession();
    await (await import('./keepBackups')).restoreBackup(session, { pages: await openPages(), reporter });
  },
} satisfies Readonly<Record<string, (help: KeepingHelp) => Promise<void>>>;
