import * as vscode from 'vscode';
import { excerptOf } from '../../platform/excerpt';
import { formatNumber } from '../../platform/formatNumber';
import { bodyOffset } from '../../platform/frontMatter';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import type { Moment } from '../moment';
import { headlineOf } from '../momentText';
import type { JournalSession } from '../session';
import { takeBack } from '../takeBack';
import { momentsToPaste } from '../text/exportMarkdown';
import { momentUri } from '../text/momentFiles';
import { momentWords } from '../words';

/** Opens a moment to read and edit, with the cursor at what happened unless the moment is open already. */
export async function openMoment(moment: Moment): Promise<void> {
  const uri = momentUri(moment);
  const isOpen = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.positionAt(bodyOffset(document.getText()));
  await vscode.window.showTextDocument(document, {
    preview: true,
    ...(isOpen ? {} : { selection: new vscode.Range(start, start) }),
  });
}

/** Deletes moments and offers to take that back. */
export async function deleteMoments(
  session: JournalSession,
  moments: readonly Moment[],
  reporter: Reporter,
): Promise<void> {
  // As they are by now: what the row showed may be older.
  const there = moments.flatMap(({ id }) => session.find(id) ?? []);
  const [first] = there;
  if (!first) {
    return;
  }
  await session.change(there.map(({ id }) => ({ delete: id })));
  const text =
    there.length === 1
      ? vscode.l10n.t('Moment deleted: {0}', plainMessage(excerptOf(headlineOf(first), []).text))
      : vscode.l10n.t('{0} moments deleted', formatNumber(there.length));
  const before = new Map(there.map(moment => [moment.id, moment]));
  const undo = () =>
    takeBack(session, [...before.keys()], (id, now) => {
      const put = before.get(id);
      return put && !now ? { put } : undefined;
    });
  offerUndo(text, undo).catch(error => reporter.report(error));
}

/** Copies moments as Markdown, as the journal's export has them. */
export async function copyMoments(moments: readonly Moment[]): Promise<void> {
  await vscode.env.clipboard.writeText(momentsToPaste(moments, momentWords()));
  vscode.window.setStatusBarMessage(
    moments.length === 1
      ? vscode.l10n.t('Moment copied')
      : vscode.l10n.t('{0} moments copied', formatNumber(moments.length)),
    5000,
  );
}
