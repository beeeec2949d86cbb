import * as vscode from 'vscode';
import { UserError } from '../../platform/errors';
import { bodyOffset } from '../../platform/frontMatter';
import { escapeMarkdown } from '../../platform/markdownText';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import { excerptOf } from '../excerpt';
import type { CodePlace, Moment } from '../moment';
import { formatPlace, headlineOf, type MomentWords, momentFields } from '../momentText';
import type { JournalSession } from '../session';
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
      ? vscode.l10n.t('Moment deleted: {0}', plainMessage(excerptOf(headlineOf(first), []).text))
      : vscode.l10n.t('{0} moments deleted', there.length);
  offerUndo(text, () => session.change(there.map(moment => ({ put: moment })))).catch(error =>
    reporter.report(error),
  );
}

/** Copies moments as Markdown: what happened as it was written, then the fields as a list. */
export async function copyMoments(moments: readonly Moment[]): Promise<void> {
  const words = momentWords();
  await vscode.env.clipboard.writeText(moments.map(moment => toMarkdown(moment, words)).join('\n\n---\n\n'));
  vscode.window.setStatusBarMessage(
    moments.length === 1
      ? vscode.l10n.t('Moment copied')
      : vscode.l10n.t('{0} moments copied', moments.length),
    5000,
  );
}

function toMarkdown(moment: Moment, words: MomentWords): string {
  const { learned, followUp } = moment;
  const followUpText = followUp && [followUp.due, followUp.text].filter(Boolean).join(': ');
  const fields: readonly (readonly [string, string | undefined])[] = [
    ...momentFields(moment, words),
    [vscode.l10n.t('Learned'), learned],
    [vscode.l10n.t('Follow-up'), followUpText],
  ];
  const list = fields.flatMap(([name, value]) =>
    value ? [`- **${name}:** ${escapeMarkdown(value.replace(/\s+/g, ' '))}`] : [],
  );
  return `${moment.what.trim()}\n\n${list.join('\n')}\n`;
}
