import * as vscode from 'vscode';
import { addDays, dayOf } from '../../platform/days';
import { formatDay, formatDayIn, formatShortDay } from '../../platform/formatDay';
import { formatNumber } from '../../platform/formatNumber';
import type { Moment } from '../moment';
import { formatPlace, headlineOf, momentToText } from '../momentText';
import { momentWords } from '../words';
import { isOpen, toDoOf } from './followUps';
import type { GroupBy, GroupLabel, MomentGroup } from './grouping';
import { stageWords } from './groupWords';

/** A group's row, without its id. `today` is the user's day. */
export function groupItem({ label, moments }: MomentGroup, open: boolean, today: string): vscode.TreeItem {
  const text = groupText(label, today);
  const item = new vscode.TreeItem(
    text,
    open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  let aloud = text;
  if (label.by === 'day') {
    const inFull = formatDay(label.day, { dateStyle: 'full' });
    // The row itself has to fit into a narrow side bar.
    item.tooltip = inFull;
    aloud = [nearDay(label.day, today), inFull].filter(Boolean).join(', ');
  } else {
    item.description = formatNumber(moments.length);
  }
  item.contextValue = label.by === 'person' && label.name !== undefined ? 'person' : 'group';
  item.accessibilityInformation = {
    label:
      moments.length === 1
        ? vscode.l10n.t('{0}, 1 moment', aloud)
        : vscode.l10n.t('{0}, {1} moments', aloud, formatNumber(moments.length)),
  };
  return item;
}

/** What a group is called. */
export function groupText(label: GroupLabel, today: string): string {
  switch (label.by) {
    case 'day':
      return dayText(label.day, today);
    case 'person':
      return label.name ?? vscode.l10n.t('Nobody named');
    case 'kind':
      return label.kind ? momentWords().kinds[label.kind] : vscode.l10n.t('No kind');
    case 'skill':
      return label.skill ? momentWords().skills[label.skill] : vscode.l10n.t('No skill');
    case 'followUp':
      return stageWords()[label.stage];
  }
}

function dayText(day: string, today: string): string {
  return (
    nearDay(day, today) ??
    formatDayIn(today.slice(0, 4), day, { weekday: 'long', day: 'numeric', month: 'short' })
  );
}

/** The day as people call it who are near it. */
function nearDay(day: string, today: string): string | undefined {
  if (day === today) {
    return vscode.l10n.t('Today');
  }
  return day === addDays(today, -1) ? vscode.l10n.t('Yesterday') : undefined;
}

/** A moment's row in a tree grouped `by`, without its id. It says what the group doesn't say. */
export function momentItem(moment: Moment, by: GroupBy): vscode.TreeItem {
  const words = momentWords();
  const headline = headlineOf(moment);
  const toDo = by === 'followUp' ? toDoOf(moment) : undefined;
  const label = toDo || headline;
  const item = new vscode.TreeItem(label);
  const day = formatShortDay(dayOf(moment));
  const who = moment.who.join(', ');
  const kind = moment.kind && words.kinds[moment.kind];
  const parts: Readonly<Record<GroupBy, readonly (string | undefined)[]>> = {
    day: [who, kind],
    person: [day, kind],
    kind: [day, who],
    skill: [day, who, kind],
    followUp: [followUpDay(moment), who, toDo && headline],
  };
  item.description = parts[by].filter(Boolean).join(' · ');
  // Plain text, as people's words are shown everywhere: nothing in them becomes a link or an image.
  item.tooltip = momentToText(moment, words).trim();
  item.iconPath = iconOf(moment, by);
  item.contextValue = [
    'moment',
    moment.place ? 'WithPlace' : '',
    moment.followUp ? (isOpen(moment) ? 'ToFollowUp' : 'FollowedUp') : '',
  ].join('');
  item.command = {
    command: 'belay.journal.openMoment',
    title: vscode.l10n.t('Open Moment'),
    arguments: [{ moment }],
  };
  item.accessibilityInformation = {
    label: [
      label,
      item.description,
      moment.place && formatPlace(moment.place),
      by !== 'followUp' && followUpAloud(moment),
    ]
      .filter(Boolean)
      .join(', '),
  };
  return item;
}

/** The day that a follow-up is due on, or else was done on. */
function followUpDay({ followUp }: Moment): string | undefined {
  return followUp?.done === undefined
    ? followUp?.due && formatShortDay(followUp.due)
    : vscode.l10n.t('done {0}', formatShortDay(followUp.done.slice(0, 10)));
}

/** What the icon tells of a follow-up. */
function followUpAloud(moment: Moment): string | undefined {
  if (!isOpen(moment)) {
    return undefined;
  }
  const { due } = moment.followUp;
  return due === undefined
    ? vscode.l10n.t('to follow up')
    : vscode.l10n.t('follow up on {0}', formatShortDay(due));
}

/** What is still to be done is seen in every grouping. */
function iconOf(moment: Moment, by: GroupBy): vscode.ThemeIcon {
  if (isOpen(moment)) {
    return new vscode.ThemeIcon('bell');
  }
  if (by === 'followUp') {
    return new vscode.ThemeIcon('check');
  }
  return new vscode.ThemeIcon(moment.place ? 'file-code' : moment.who.length > 0 ? 'person' : 'note');
}
