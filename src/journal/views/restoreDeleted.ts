import * as vscode from 'vscode';
import { plainLabel } from '../../platform/plainMessage';
import { localDay } from '../days';
import { headlineOf } from '../momentText';
import type { JournalSession } from '../session';
import { formatShortDay } from '../words';

/** `Belay: Restore a Deleted Moment…`: lets the user choose which to bring back, several at once. */
export async function restoreDeleted(session: JournalSession): Promise<void> {
  const items = session.deleted.map(({ entry, ms }) => ({
    entry,
    label: plainLabel(headlineOf(entry)),
    description: plainLabel(
      [entry.who.join(', '), formatShortDay(entry.when.slice(0, 10))].filter(Boolean).join(' · '),
    ),
    detail: vscode.l10n.t('deleted on {0}', formatShortDay(localDay(new Date(ms)))),
  }));
  if (items.length === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('No deleted moment can be brought back.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Restore a Deleted Moment'),
    placeHolder: vscode.l10n.t('Tick those to bring back'),
    canPickMany: true,
    matchOnDescription: true,
  });
  // Brought back by somebody else meanwhile, it may have been edited.
  const wanted = (chosen ?? []).filter(({ entry }) => !session.find(entry.id));
  await session.change(wanted.map(({ entry }) => ({ put: entry })));
}
