import * as vscode from 'vscode';
import { dayOf } from '../../platform/days';
import { formatDay, formatShortDay } from '../../platform/formatDay';
import type { Moment } from '../moment';
import { formatPlace, headlineOf, momentToText } from '../momentText';
import { momentWords } from '../words';
import { isOpen } from './followUps';
import type { GroupBy, GroupLabel, MomentGroup } from './grouping';
import { stageWords } from './groupWords';

/** A group's row, without its id. */
export function groupItem({ label, moments }: MomentGroup, open: boolean): vscode.TreeItem {
  const text = groupText(label);
  const item = new vscode.TreeItem(
    text,
    open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  if (label.by !== 'day') {
    item.description = String(moments.length);
  }
  item.contextValue = label.by === 'person' && label.name !== undefined ? 'person' : 'group';
  item.accessibilityInformation = {
    label:
      moments.length === 1
        ? vscode.l10n.t('{0}, 1 moment', text)
        : vscode.l10n.t('{0}, {1} moments', text, moments.length),
  };
  return item;
}

/** What a group is called. */
export function groupText(label: GroupLabel): string {
  const { t } = vscode.l10n;
  switch (label.by) {
    case 'day':
      return formatDay(label.day, { dateStyle: 'full' });
    case 'person':
      return label.name ?? t('Nobody named');
    case 'kind':
      return label.kind ? momentWords().kinds[label.kind] : t('No kind');
    case 'skill':
      return label.skill ? momentWords().skills[label.skill] : t('No skill');
    case 'followUp':
      return stageWords()[label.stage];
  }
}

/** A moment's row in a tree grouped `by`, without its id. It says what the group doesn't say. */
export function momentItem(moment: Moment, by: GroupBy): vscode.TreeItem {
  const words = momentWords();
  const headline = headlineOf(moment);
  const toDo = by === 'followUp' ? moment.followUp?.text?.trim() : undefined;
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
    followUp: [moment.followUp?.due && formatShortDay(moment.followUp.due), who, toDo && headline],
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
  const place = moment.place ? [formatPlace(moment.place)] : [];
  item.accessibilityInformation = {
    label: [label, item.description, ...place].filter(Boolean).join(', '),
  };
  return item;
}

function iconOf(moment: Moment, by: GroupBy): vscode.ThemeIcon {
  if (by === 'followUp') {
    return new vscode.ThemeIcon(isOpen(moment) ? 'bell' : 'check');
  }
  return new vscode.ThemeIcon(moment.place ? 'file-code' : 'person');
}
