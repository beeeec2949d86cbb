import * as vscode from 'vscode';
import { dayOf, localDay } from '../../platform/days';
import { formatShortDay } from '../../platform/formatDay';
import { plainLabel } from '../../platform/plainMessage';
import { countedMoments } from '../keeping/counted';
import { headlineOf } from '../momentText';
import type { JournalSession } from '../session';

/** `Belay: Restore a Deleted Moment…`: lets the user choose which to bring back, several at once; the last one to go is ticked. */
export async function restoreDeleted(session: JournalSession): Promise<void> {
  const items = session.deleted.map(({ entry, ms }, index) => ({
    entry,
    label: plainLabel(headlineOf(entry)),
    // Below the label, which may fill its line.
    detail: plainLabel(
      [
        formatShortDay(dayOf(entry)),
        entry.who.join(', '),
        vscode.l10n.t('deleted on {0}', formatShortDay(localDay(new Date(ms)))),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    picked: index === 0,
  }));
  if (items.length === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('No deleted moment can be brought back.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Restore a Deleted Moment'),
    placeHolder: vscode.l10n.t('Tick those to bring back'),
    canPickMany: true,
    matchOnDetail: true,
  });
  // Brought back by somebody else meanwhile, it may have been edited.
  const wanted = (chosen ?? []).filter(({ entry }) => !session.find(entry.id));
  if (wanted.length > 0) {
    await session.change(wanted.map(({ entry }) => ({ put: entry })));
    vscode.window.showInformationMessage(vscode.l10n.t('{0} brought back', countedMoments(wanted.length)));
  }
}
