import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import type { ShownEvidence } from './evidence';
import { type FocusHint, type FocusReason, hintsOf, type WeekFocus } from './focus';
import { reasonText, stateText, stepName, stepText, whereText } from './planWords';
import type { ExerciseState, StepState } from './progress';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** The row of the week, without its id like all of these. */
export function weekItem({ picked, items }: WeekFocus): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('This week'), items.length === 0 ? None : Expanded);
  item.description =
    items.length === 0 ? vscode.l10n.t('everything is done') : picked ? '' : vscode.l10n.t('proposed');
  item.tooltip = picked
    ? vscode.l10n.t('What you want to practise this week')
    : vscode.l10n.t(
        'What the plan proposes to practise this week, with its reasons. “Choose This Week’s Focus…” picks others.',
      );
  item.contextValue = 'week';
  item.accessibilityInformation = { label: joined(vscode.l10n.t('This week'), item.description) };
  return item;
}

export function intentionItem(intention: string): vscode.TreeItem {
  const item = new vscode.TreeItem(intention);
  item.description = vscode.l10n.t('intention');
  item.tooltip = vscode.l10n.t('{0}\nYour intention, from the weekly review', intention);
  item.iconPath = new vscode.ThemeIcon('compass');
  item.contextValue = 'intention';
  item.accessibilityInformation = { label: vscode.l10n.t('Intention: {0}', intention) };
  return item;
}

/** An exercise that was picked and isn't in this workspace. */
export function missingItem(id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(id);
  item.description = vscode.l10n.t('not in this workspace');
  item.tooltip = vscode.l10n.t('You picked this exercise; it was removed, or it is another workspace’s.');
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.contextValue = 'exercise InFocus Missing';
  item.accessibilityInformation = { label: joined(id, item.description) };
  return item;
}

/** A step's row; `title` is the guide's. */
export function stepItem(state: StepState, title: string): vscode.TreeItem {
  const label = stepName(state.step);
  const item = new vscode.TreeItem(label, state.exercises.length === 0 ? None : Collapsed);
  item.description = stepText(state);
  item.tooltip = `${title}\n${item.description}`;
  item.contextValue = 'step';
  item.accessibilityInformation = { label: joined(label, item.description) };
  return item;
}

/** A row below an exercise of the week that says why it is proposed or how to begin. */
export function hintItem(hint: FocusHint): vscode.TreeItem {
  const isReason = 'reason' in hint;
  const label = isReason ? reasonText(hint.reason) : hint.first;
  const item = new vscode.TreeItem(label);
  const said = isReason ? vscode.l10n.t('Proposed: {0}', label) : vscode.l10n.t('First move: {0}', label);
  item.tooltip = said;
  item.iconPath = new vscode.ThemeIcon(isReason ? 'lightbulb' : 'arrow-right');
  item.contextValue = 'hint';
  item.accessibilityInformation = { label: said };
  return item;
}

/** Where an exercise's row stands, and what is said of it there. */
export interface ExercisePlace {
  /** The user has picked it for this week. */
  readonly isPicked: boolean;
  /** It is a row of the week. */
  readonly isWeek: boolean;
  /** Why it is proposed. */
  readonly reason: FocusReason | undefined;
}

/** An exercise's row. */
export function exerciseItem(state: ExerciseState, place: ExercisePlace): vscode.TreeItem {
  const { exercise, evidence, done, byWord } = state;
  const hasHints = place.isWeek && hintsOf(state, place.reason).length > 0;
  const item = new vscode.TreeItem(
    exercise.title,
    hasHints ? Expanded : evidence.length > 0 ? Collapsed : None,
  );
  const reason = place.reason && reasonText(place.reason);
  const thisWeek = place.isPicked && !place.isWeek ? vscode.l10n.t('this week') : '';
  // A reason has a row of its own, since there is no room for it beside a title.
  item.description = [stateText(state), thisWeek].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon(
    done !== undefined ? 'pass-filled' : evidence.length > 0 ? 'color-mode' : 'circle-large-outline',
  );
  // Plain text, which shows a team's words as they are.
  item.tooltip = [
    exercise.title,
    ...(reason === undefined ? [] : [vscode.l10n.t('Proposed: {0}', reason)]),
    exercise.purpose,
    vscode.l10n.t('First move: {0}', exercise.first),
  ].join('\n\n');
  item.contextValue = [
    'exercise',
    place.isPicked ? 'InFocus' : 'NotInFocus',
    done === undefined ? 'Open' : byWord ? 'DoneByWord' : 'Done',
  ].join(' ');
  item.command = {
    command: 'belay.practice.openExercise',
    title: vscode.l10n.t('Open Exercise'),
    arguments: [{ state }],
  };
  const isBegun = evidence.length > 0 || done !== undefined;
  item.accessibilityInformation = {
    label: joined(
      exercise.title,
      isBegun ? '' : vscode.l10n.t('not begun'),
      item.description,
      reason === undefined ? '' : vscode.l10n.t('proposed: {0}', reason),
    ),
  };
  return item;
}

/** The row of a moment that shows an exercise. */
export function evidenceItem(shown: ShownEvidence): vscode.TreeItem {
  const { moment, where } = shown;
  const item = new vscode.TreeItem(moment.what);
  const whereabouts = whereText(where);
  item.description = [formatShortDay(moment.when.slice(0, 10)), moment.who.join(', '), whereabouts]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = [moment.what, item.description].join('\n');
  item.iconPath = new vscode.ThemeIcon(where.at === 'here' ? 'note' : 'history');
  item.contextValue = 'evidence';
  item.command = {
    command: 'belay.practice.openEvidence',
    title: vscode.l10n.t('Open Moment'),
    arguments: [{ shown }],
  };
  item.accessibilityInformation = {
    label: joined(vscode.l10n.t('Evidence: {0}', moment.what), item.description),
  };
  return item;
}

function joined(...parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(', ');
}
