import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import type { CodePlace, Moment } from '../moment';
import { formatPlace, headlineOf } from '../momentText';
import type { JournalSession } from '../session';
import { takeBack } from '../takeBack';
import { momentsToPaste } from '../text/exportMarkdown';
import { momentUri } from '../text/momentFiles';
import { momentWords } from '../words';

/** Opens a moment to read and edit. */
export async function openMoment(moment: Moment): Promise<void> {
  await vscode.window.showTextDocument(momentUri(moment), { preview: true });
}

/** Opens the file that a moment happened in, its lines selected. */
export async function goToCode(moment: Moment): Promise<void> {
  const { place } = moment;
  if (!place) {
    return;
  }
  const uri = await findFile(place);
  if (!uri) {
    throw new UserError(
      place.commit === undefined
        ? vscode.l10n.t('{0} isn’t in this workspace any more.', formatPlace(place))
        : vscode.l10n.t(
            '{0} isn’t in this workspace any more. It was there in commit {1}.',
            formatPlace(place),
            place.commit.slice(0, 12),
          ),
    );
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const range = document.validateRange(
    new vscode.Range(place.firstLine - 1, 0, place.lastLine - 1, Number.MAX_SAFE_INTEGER),
  );
  await vscode.window.showTextDocument(document, { selection: range });
}

async function findFile(place: CodePlace): Promise<vscode.Uri | undefined> {
  for (const uri of candidates(place.file)) {
    try {
      await vscode.workspace.fs.stat(uri);
      return uri;
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) {
        throw error;
      }
    }
  }
  return undefined;
}

/** Where `file` may be. With several roots a relative path begins with its root's name; a file outside them is a URI. */
function candidates(file: string): vscode.Uri[] {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const named = roots
    .filter(({ name }) => roots.length > 1 && file.startsWith(`${name}/`))
    .map(({ uri, name }) => vscode.Uri.joinPath(uri, file.slice(name.length + 1)));
  const inRoots = [...named, ...roots.map(({ uri }) => vscode.Uri.joinPath(uri, file))];
  // Two letters at least: one is a drive of Windows.
  return /^[a-z][a-z0-9+.-]+:/i.test(file) ? [...inRoots, vscode.Uri.parse(file)] : inRoots;
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
      ? vscode.l10n.t('Moment deleted: {0}', plainMessage(headlineOf(first)))
      : vscode.l10n.t('{0} moments deleted', there.length);
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
      : vscode.l10n.t('{0} moments copied', moments.length),
    5000,
  );
}
