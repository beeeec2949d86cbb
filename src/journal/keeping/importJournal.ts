import * as vscode from 'vscode';
import { formatProblem, messageOf, UserError } from '../../platform/errors';
import { readText } from '../../platform/files';
import { formatNumber } from '../../platform/formatNumber';
import { withLateProgress } from '../../platform/lateProgress';
import { escapeMarkdown } from '../../platform/markdownText';
import { offerUndo } from '../../platform/offerUndo';
import type { Reporter } from '../../platform/reporting';
import { KeptMomentSchema, type Moment, MomentSchema } from '../moment';
import type { JournalSession } from '../session';
import { isSameMoment, takeBack } from '../takeBack';
import { parseCsv } from '../text/csv';
import { parseExport } from '../text/exchange';
import { countedMoments } from './counted';
import { type ImportWords, importPage, type Placed } from './importPage';
import { type ImportPlan, momentsToPut, planImport } from './importPlan';
import type { PreviewPages } from './previewPage';

/** Asks for a file and imports it. */
export async function importJournal(
  session: JournalSession,
  pages: PreviewPages,
  reporter: Reporter,
): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import into Journal'),
      openLabel: vscode.l10n.t('Import'),
      filters: { [vscode.l10n.t('Exported journal')]: ['json', 'csv'] },
      ...(folder ? { defaultUri: folder.uri } : {}),
    })) ?? [];
  if (file) {
    await importFile(session, file, { pages, reporter });
  }
}

/** What importing a file needs besides. */
export interface ImportOptions {
  readonly pages: PreviewPages;
  readonly reporter: Reporter;
  /** Moments that were deleted are to come back, unless the user says otherwise: the file is a backup. */
  readonly isBackup?: boolean;
}

/** Shows what importing `file` would do, asks how much of it, and does that in one step that can be undone. */
export async function importFile(
  session: JournalSession,
  file: vscode.Uri,
  options: ImportOptions,
): Promise<void> {
  // Other windows may have logged meanwhile.
  const plan = await withLateProgress(vscode.l10n.t('Reading {0}', file.fsPath), async token => {
    await session.refresh();
    const read = await readMoments(file, options.isBackup === true);
    return token.isCancellationRequested ? undefined : planOf(session, read);
  });
  if (!plan) {
    return;
  }
  const shown = new Map(session.moments.map(moment => [moment.id, moment]));
  const close = await options.pages.show(
    vscode.l10n.t('Import into Journal'),
    importPage(plan, importWords(file)),
  );
  const puts = await choosePuts(plan, options.isBackup === true);
  if (plan.refused.length === 0) {
    await close();
  }
  if (puts && puts.length > 0) {
    await write(session, puts, shown, options.reporter);
  }
}

interface ReadMoments {
  readonly moments: readonly Placed[];
  readonly problems: ReturnType<typeof parseCsv>['problems'];
}

async function readMoments(file: vscode.Uri, isBackup: boolean): Promise<ReadMoments> {
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    throw new UserError(vscode.l10n.t('{0} can’t be read: {1}', file.fsPath, messageOf(error)), [], {
      cause: error,
    });
  }
  if (file.path.toLowerCase().endsWith('.csv')) {
    const { moments, problems } = parseCsv(file.fsPath, text);
    return { moments: moments.map(({ moment, row }) => ({ moment, at: row })), problems };
  }
  const form = isBackup ? KeptMomentSchema : MomentSchema;
  const { moments, problems } = parseExport(file.fsPath, text, form);
  return { moments: moments.map(({ moment, line }) => ({ moment, at: line })), problems };
}

function planOf(session: JournalSession, { moments, problems }: ReadMoments): ImportPlan<Placed> {
  const [first, ...more] = problems;
  // Several are told by the page.
  if (moments.length === 0 && more.length === 0) {
    throw new UserError(
      first
        ? vscode.l10n.t('Nothing was imported. {0}', formatProblem(first))
        : vscode.l10n.t('Nothing was imported: the file has no moments.'),
    );
  }
  const deleted = new Set(session.deleted.map(({ entry }) => entry.id));
  return planImport(session.moments, deleted, moments, problems);
}

/** The moments to put; `undefined` where the user wants none of it. */
async function choosePuts(plan: ImportPlan<Placed>, isBackup: boolean): Promise<Moment[] | undefined> {
  const { fresh, extending, conflicting, deletedHere, refused } = plan;
  const groups = [
    { group: 'fresh', label: vscode.l10n.t('Add what isn’t here'), entries: fresh, picked: true },
    {
      group: 'extending',
      label: vscode.l10n.t('Add to what is here where the file says more'),
      entries: extending.map(({ entry }) => entry),
      picked: true,
    },
    {
      group: 'conflicting',
      label: vscode.l10n.t('Take the file’s version where it differs from what is here'),
      entries: conflicting.map(({ entry }) => entry),
      picked: false,
    },
    {
      group: 'deletedHere',
      label: vscode.l10n.t('Bring back what was deleted here'),
      entries: deletedHere,
      picked: isBackup,
    },
  ].filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) {
    void vscode.window.showInformationMessage(
      refused.length > 0
        ? vscode.l10n.t('Nothing to import: what can be read of the file is here already.')
        : vscode.l10n.t('Nothing to import: everything in the file is here already.'),
    );
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(
    groups.map(({ entries, ...group }) => ({ ...group, description: String(entries.length) })),
    {
      title: vscode.l10n.t('Import into Journal'),
      placeHolder: vscode.l10n.t('What is to be imported? The page behind shows each moment.'),
      canPickMany: true,
      ignoreFocusOut: true,
    },
  );
  const idsOf = (group: string) =>
    new Set(groups.flatMap(one => (one.group === group ? one.entries.map(({ moment }) => moment.id) : [])));
  const takes = (group: string) => chosen?.some(one => one.group === group) === true;
  const puts = momentsToPut(plan, {
    kept: takes('extending') ? new Set() : idsOf('extending'),
    theirs: takes('conflicting') ? idsOf('conflicting') : new Set(),
    restored: takes('deletedHere') ? idsOf('deletedHere') : new Set(),
  });
  return chosen && (takes('fresh') ? puts : puts.filter(({ id }) => !idsOf('fresh').has(id)));
}

/** Puts moments whose like is as the page has `shown` it: what was changed while the user decided stays. */
async function write(
  session: JournalSession,
  wanted: readonly Moment[],
  shown: ReadonlyMap<string, Moment>,
  reporter: Reporter,
): Promise<void> {
  await session.refresh();
  const puts = new Map(
    wanted.filter(({ id }) => isSameMoment(session.find(id), shown.get(id))).map(put => [put.id, put]),
  );
  await session.change([...puts.values()].map(put => ({ put })));
  const undo = () =>
    takeBack(session, [...puts.keys()], (id, now) => {
      const before = shown.get(id);
      const back = before ? { put: before } : { delete: id };
      return isSameMoment(now, puts.get(id)) ? back : undefined;
    });
  const text =
    puts.size < wanted.length
      ? vscode.l10n.t(
          '{0} of {1} moments imported: what was changed meanwhile stays as it is',
          puts.size,
          wanted.length,
        )
      : vscode.l10n.t('{0} imported', countedMoments(puts.size));
  // Nobody waits for the answer: the import is done.
  offerUndo(text, undo).catch(error => reporter.report(error));
}

function importWords(file: vscode.Uri): ImportWords {
  const isCsv = file.path.toLowerCase().endsWith('.csv');
  return {
    title: vscode.l10n.t('What importing would do'),
    intro: vscode.l10n.t(
      'Nothing is changed before you have chosen. The file: {0}',
      escapeMarkdown(file.fsPath),
    ),
    nothing: vscode.l10n.t('Nothing.'),
    fresh: vscode.l10n.t('New'),
    extending: vscode.l10n.t('Here already; the file says more'),
    conflicting: vscode.l10n.t('Here already, and different'),
    deletedHere: vscode.l10n.t('Deleted here'),
    same: vscode.l10n.t('Here already, as the file has them'),
    duplicates: vscode.l10n.t('Left out: their ids stand in the file before'),
    refused: vscode.l10n.t('Can’t be read'),
    place: at => (isCsv ? vscode.l10n.t('row {0}', at) : vscode.l10n.t('line {0}', at)),
    differs: fields => vscode.l10n.t('differs in “{0}”', fields),
    adds: fields => vscode.l10n.t('adds “{0}”', fields),
    andMore: count => vscode.l10n.t('and {0} more', formatNumber(count)),
  };
}
