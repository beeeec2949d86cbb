import * as vscode from 'vscode';
import { type Period, parsePeriod, periodsOf } from '../../../period';
import { addDays, dayOf } from '../../../platform/days';
import { formatDay } from '../../../platform/formatDay';
import { askChoice, runSteps, type Step, type StepFrame, showStep } from '../../../platform/steps';
import type { PracticeMoment } from '../../moment';
import { dayOfNumber, monthsBefore, numberOfDay } from '../dayNumbers';
import { type Scope, scopes } from '../protocol';
import { type NameForm, nameForms } from './nameHider';
import { type Grouping, groupings } from './report';

export const formats = ['markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** What a report is to be; the answers to its steps. */
export interface ReportWish {
  period: Period | undefined;
  scope: Scope;
  grouping: Grouping;
  names: NameForm;
  format: Format;
}

/** Asks step by step for what isn't said yet, filling `wish`. False when it was closed. */
export function askForReport(
  wish: ReportWish,
  moments: readonly PracticeMoment[],
  today: string,
): Promise<boolean> {
  return runSteps(vscode.l10n.t('Write a Growth Report'), [
    frame => askPeriod(frame, wish, moments, today),
    choice(scopes, scopeWords, wish, 'scope', vscode.l10n.t('Whose journal?')),
    choice(groupings, groupingWords, wish, 'grouping', vscode.l10n.t('How are the moments grouped?')),
    choice(nameForms, nameWords, wish, 'names', vscode.l10n.t('How are people called?')),
    choice(
      formats,
      formatWords,
      wish,
      'format',
      vscode.l10n.t('In which form? It is shown before it is written.'),
    ),
  ]);
}

interface Words {
  readonly label: string;
  readonly detail?: string;
}

/** A step that sets one of the wish's fields. */
function choice<K extends 'scope' | 'grouping' | 'names' | 'format'>(
  values: readonly ReportWish[K][],
  words: () => Readonly<Record<ReportWish[K], Words>>,
  wish: ReportWish,
  key: K,
  placeholder: string,
): Step {
  return frame =>
    askChoice<ReportWish[K]>(frame, {
      placeholder,
      choices: values.map(value => ({ value, ...words()[value] })),
      value: wish[key],
      chosen: value => {
        if (value !== undefined) {
          wish[key] = value;
        }
      },
    });
}

function scopeWords(): Readonly<Record<Scope, Words>> {
  return {
    here: { label: vscode.l10n.t('This workspace') },
    everywhere: {
      label: vscode.l10n.t('All workspaces'),
      detail: vscode.l10n.t('Their journals are only read'),
    },
  };
}

function groupingWords(): Readonly<Record<Grouping, Words>> {
  return {
    skill: {
      label: vscode.l10n.t('By skill'),
      detail: vscode.l10n.t('Leadership & communication, people development, …'),
    },
    dimension: {
      label: vscode.l10n.t('By dimension'),
      detail: vscode.l10n.t('Leadership, conflict resolution, …'),
    },
  };
}

function nameWords(): Readonly<Record<NameForm, Words>> {
  return {
    full: { label: vscode.l10n.t('By name'), detail: vscode.l10n.t('Ana Ruiz') },
    initials: {
      label: vscode.l10n.t('By initials'),
      detail: vscode.l10n.t('A. R., also where texts name her'),
    },
    none: {
      label: vscode.l10n.t('Not at all'),
      detail: vscode.l10n.t('“a colleague” takes the place of every name that is known'),
    },
  };
}

function formatWords(): Readonly<Record<Format, Words>> {
  return {
    markdown: { label: vscode.l10n.t('Markdown'), detail: vscode.l10n.t('to edit and to paste') },
    html: { label: vscode.l10n.t('HTML'), detail: vscode.l10n.t('one page to print') },
  };
}

interface PeriodItem extends vscode.QuickPickItem {
  readonly period: Period;
}

/** Asks for the period: one of a list, or any that is typed. */
function askPeriod(
  frame: StepFrame,
  wish: ReportWish,
  moments: readonly PracticeMoment[],
  today: string,
): ReturnType<Step> {
  const pick = vscode.window.createQuickPick<PeriodItem>();
  const items = periodItems(moments, today);
  pick.placeholder = vscode.l10n.t('Which period? Type another one: 2026-01 to 2026-03');
  pick.matchOnDescription = true;
  pick.items = items;
  const before = items.find(
    ({ period }) => period.from === wish.period?.from && period.to === wish.period.to,
  );
  if (before) {
    pick.activeItems = [before];
  }
  pick.onDidChangeValue(value => {
    const period = parsePeriod(value);
    const typed = period && { label: spanOf(period), period, alwaysShow: true };
    pick.items = typed ? [typed, ...items] : items;
    if (typed) {
      pick.activeItems = [typed];
    }
  });
  return showStep(pick, frame, [], () => {
    const [item] = pick.activeItems;
    if (item) {
      wish.period = item.period;
    }
    return item !== undefined;
  });
}

/** Periods that end today, all of the journal, and its years and months. */
function periodItems(moments: readonly PracticeMoment[], today: string): PeriodItem[] {
  const since = (months: number) => dayOfNumber(monthsBefore(numberOfDay(today), months) + 1);
  const days = moments.map(dayOf);
  const first = days.reduce((least, day) => (day < least ? day : least), today);
  const last = days.reduce((most, day) => (day > most ? day : most), today);
  const named: [string, Period][] = [
    [vscode.l10n.t('Last 3 months'), { from: since(3), to: today }],
    [vscode.l10n.t('Last 6 months'), { from: since(6), to: today }],
    [vscode.l10n.t('Last year'), { from: since(12), to: today }],
    [vscode.l10n.t('Last 4 weeks'), { from: addDays(today, -27), to: today }],
    [vscode.l10n.t('All time'), { from: first, to: last }],
  ];
  return [
    ...named.map(([label, period]) => ({ label, description: spanOf(period), period })),
    ...periodsOf(moments).flatMap(({ text, count }) => {
      const period = parsePeriod(text);
      return period ? [{ label: text, description: String(count), period }] : [];
    }),
  ];
}

function spanOf({ from, to }: Period): string {
  const day = (text: string) => formatDay(text, { dateStyle: 'medium' });
  return vscode.l10n.t('{0} to {1}', day(from), day(to));
}
