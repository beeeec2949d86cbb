import * as vscode from 'vscode';
import { momentsWith, people } from '../../people';
import { momentsIn, parsePeriod, periodsOf } from '../../period';
import { UserError } from '../../platform/errors';
import { thisWorkspace } from '../../platform/logOptions';
import { plainLabel } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import { saveText } from '../../platform/saveText';
import { toLocalIso } from '../../platform/time';
import { type Kind, kinds } from '../../vocabulary';
import type { Moment } from '../moment';
import { printCsv } from '../text/csv';
import { printExport } from '../text/exchange';
import { momentsToMarkdown } from '../text/exportMarkdown';
import { momentWords } from '../words';
import { countedMoments } from './counted';

/** Asks what, in which form and where to, and exports the journal. Cancelled anywhere, it does nothing. */
export async function exportJournal(
  moments: readonly Moment[],
  selected: readonly Moment[],
  reporter: Reporter,
): Promise<void> {
  if (moments.length === 0) {
    throw new UserError(vscode.l10n.t('There are no moments to export yet.'), [
      {
        title: vscode.l10n.t('Log a Mentoring Moment'),
        run: () => vscode.commands.executeCommand('belay.logMoment'),
      },
    ]);
  }
  const chosen = await chooseMoments(moments, selected);
  if (chosen) {
    await exportMoments(chosen, reporter);
  }
}

const title = () => vscode.l10n.t('Export Journal');

interface Choice extends vscode.QuickPickItem {
  choose(): readonly Moment[] | Promise<readonly Moment[] | undefined>;
}

async function chooseMoments(
  moments: readonly Moment[],
  selected: readonly Moment[],
): Promise<readonly Moment[] | undefined> {
  const choices: Choice[] = [
    { label: vscode.l10n.t('All Moments'), description: String(moments.length), choose: () => moments },
    ...(selected.length > 0
      ? [
          {
            label: vscode.l10n.t('What Is Selected in the Journal View'),
            description: String(selected.length),
            choose: () => selected,
          },
        ]
      : []),
    { label: vscode.l10n.t('A Period…'), choose: () => choosePeriod(moments) },
    { label: vscode.l10n.t('A Person…'), choose: () => choosePerson(moments) },
    { label: vscode.l10n.t('A Kind…'), choose: () => chooseKind(moments) },
  ];
  const choice = await vscode.window.showQuickPick(choices, {
    title: title(),
    placeHolder: vscode.l10n.t('Which moments?'),
  });
  return choice?.choose();
}

async function choosePeriod(moments: readonly Moment[]): Promise<readonly Moment[] | undefined> {
  const other = { label: vscode.l10n.t('From … to …'), text: undefined };
  const chosen = await vscode.window.showQuickPick<
    vscode.QuickPickItem & { readonly text: string | undefined }
  >(
    [
      other,
      ...periodsOf(moments).map(({ text, count }) => ({ label: text, description: String(count), text })),
    ],
    {
      title: title(),
      placeHolder: vscode.l10n.t('Which period?'),
    },
  );
  const text =
    chosen === other
      ? await vscode.window.showInputBox({
          title: title(),
          prompt: vscode.l10n.t('A year, a month or a day, or two of them: 2026-01 to 2026-03-15'),
          validateInput: value =>
            parsePeriod(value)
              ? undefined
              : vscode.l10n.t('It must be like 2026, 2026-03 or 2026-01-15 to 2026-03'),
        })
      : chosen?.text;
  const period = text === undefined ? undefined : parsePeriod(text);
  return period && momentsIn(moments, period);
}

async function choosePerson(moments: readonly Moment[]): Promise<readonly Moment[] | undefined> {
  const chosen = await vscode.window.showQuickPick(
    people(moments).map(({ name, count }) => ({ label: plainLabel(name), description: String(count), name })),
    { title: title(), placeHolder: vscode.l10n.t('Whom are the moments with?') },
  );
  return chosen && momentsWith(moments, chosen.name);
}

async function chooseKind(moments: readonly Moment[]): Promise<readonly Moment[] | undefined> {
  const words = momentWords().kinds;
  const ofKind = (kind: Kind) => moments.filter(moment => moment.kind === kind);
  const chosen = await vscode.window.showQuickPick(
    kinds
      .filter(kind => ofKind(kind).length > 0)
      .map(kind => ({ label: words[kind], description: String(ofKind(kind).length), value: kind })),
    { title: title(), placeHolder: vscode.l10n.t('Which kind?') },
  );
  return chosen && ofKind(chosen.value);
}

interface Format extends vscode.QuickPickItem {
  readonly ending: string;
  /** For people to read, not only for files. */
  readonly isText?: true;
  print(moments: readonly Moment[]): string;
}

function formats(): Format[] {
  return [
    {
      label: 'JSON',
      description: vscode.l10n.t('loses nothing; Import into Journal reads it back'),
      ending: 'json',
      print: moments =>
        printExport(moments, { exported: toLocalIso(new Date()), workspace: thisWorkspace() }),
    },
    {
      label: 'CSV',
      description: vscode.l10n.t('for a spreadsheet; Import into Journal reads it back'),
      ending: 'csv',
      print: printCsv,
    },
    {
      label: 'Markdown',
      description: vscode.l10n.t('for reading'),
      ending: 'md',
      isText: true,
      print: moments =>
        momentsToMarkdown(moments, { ...momentWords(), title: vscode.l10n.t('Mentoring moments') }),
    },
  ];
}

async function exportMoments(moments: readonly Moment[], reporter: Reporter): Promise<void> {
  if (moments.length === 0) {
    throw new UserError(vscode.l10n.t('There are no moments in what you chose.'));
  }
  const format = await vscode.window.showQuickPick(formats(), {
    title: title(),
    placeHolder: vscode.l10n.t('{0}. In which form?', countedMoments(moments.length)),
  });
  const where = format && (format.isText ? await chooseWhere() : 'file');
  if (!where) {
    return;
  }
  const count = countedMoments(moments.length);
  if (where === 'file') {
    await saveExport(moments, format, reporter);
  } else if (where === 'clipboard') {
    await vscode.env.clipboard.writeText(format.print(moments));
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} copied', count));
  } else {
    const content = format.print(moments);
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ content, language: 'markdown' }),
    );
  }
}

async function chooseWhere(): Promise<'file' | 'clipboard' | 'document' | undefined> {
  const places = [
    { label: vscode.l10n.t('File…'), iconPath: new vscode.ThemeIcon('save'), where: 'file' as const },
    {
      label: vscode.l10n.t('Clipboard'),
      iconPath: new vscode.ThemeIcon('clippy'),
      where: 'clipboard' as const,
    },
    {
      label: vscode.l10n.t('New Document'),
      iconPath: new vscode.ThemeIcon('file'),
      where: 'document' as const,
    },
  ];
  const place = await vscode.window.showQuickPick(places, {
    title: title(),
    placeHolder: vscode.l10n.t('Where to?'),
  });
  return place?.where;
}

function saveExport(moments: readonly Moment[], format: Format, reporter: Reporter): Promise<void> {
  return saveText(
    {
      title: title(),
      name: `belay-journal-${toLocalIso(new Date()).slice(0, 10)}.${format.ending}`,
      format,
      print: () => format.print(moments),
      failed: (file, reason) => vscode.l10n.t('The journal couldn’t be written to {0}: {1}', file, reason),
      written: file => vscode.l10n.t('{0} written to {1}', countedMoments(moments.length), file),
      isPrivate: true,
    },
    reporter,
  );
}
