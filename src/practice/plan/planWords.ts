import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { formatNumber } from '../../platform/formatNumber';
import { vocabularyWords } from '../../vocabularyWords';
import { type StepId, stepIds } from '../content/exercise';
import type { Whereabouts } from './evidence';
import type { Fit } from './fits';
import type { FocusReason } from './focus';
import type { ExerciseState, StepState } from './progress';

/** A step's number and name, short enough that there is room for its progress beside them. */
export function stepName(step: StepId): string {
  const names: Readonly<Record<StepId, string>> = {
    'start-mentoring': vscode.l10n.t('Mentoring'),
    'volunteer-to-lead': vscode.l10n.t('Leading'),
    'improve-communication': vscode.l10n.t('Communication'),
    'learn-performance-management': vscode.l10n.t('Performance'),
    'talk-with-your-manager': vscode.l10n.t('Your manager'),
  };
  return `${stepIds.indexOf(step) + 1} ${names[step]}`;
}

/** How many, in words. */
export function momentsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 moment') : vscode.l10n.t('{0} moments', formatNumber(count));
}

/** How far an exercise is; '' where nothing was done yet. */
export function stateText({ exercise, evidence, done }: ExerciseState): string {
  if (done !== undefined) {
    return vscode.l10n.t('done {0}', formatShortDay(done.slice(0, 10)));
  }
  return evidence.length === 0 ? '' : countText(evidence.length, exercise.evidence.moments);
}

function countText(have: number, of: number): string {
  return of === 1 ? vscode.l10n.t('1 of 1 moment') : vscode.l10n.t('{0} of {1} moments', have, of);
}

/** How far a step is. */
export function stepText({ exercises, done, moments }: StepState): string {
  if (moments === 0 && done === 0) {
    return exercises.length === 1
      ? vscode.l10n.t('1 exercise')
      : vscode.l10n.t('{0} exercises', exercises.length);
  }
  const howMany = vscode.l10n.t('{0} of {1} done', done, exercises.length);
  return moments === 0 ? howMany : vscode.l10n.t('{0}, {1}', howMany, momentsText(moments));
}

/** Why an exercise is proposed. */
export function reasonText(reason: FocusReason): string {
  switch (reason.why) {
    case 'begun':
      return vscode.l10n.t('begun: {0}', countText(reason.have, reason.of));
    case 'left':
      return vscode.l10n.t('left from last week');
    case 'follows':
      return vscode.l10n.t('comes after “{0}”, which you did', reason.title);
    case 'nothingYet':
      return vscode.l10n.t('nothing yet from step {0}', reason.step);
    case 'quiet':
      return vscode.l10n.t('last from step {0}: {1}', reason.step, formatShortDay(reason.last));
    case 'early':
      return vscode.l10n.t('better after “{0}”', reason.title);
  }
}

/** What a moment and an exercise have in common. */
export function fitText({ kind, skill, dimension, words }: Fit): string {
  const { kinds, skills, dimensions } = vocabularyWords();
  return [
    kind && kinds[kind],
    skill && skills[skill],
    dimension && dimensions[dimension],
    ...words.map(word => `“${word}”`),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What has to be said of where a moment is; '' where it is in this workspace's journal. */
export function whereText(where: Whereabouts): string {
  switch (where.at) {
    case 'deleted':
      return vscode.l10n.t('deleted; kept here as text');
    case 'elsewhere':
      return where.workspace === undefined
        ? vscode.l10n.t('from a window without a folder')
        : vscode.l10n.t('in the journal of {0}', where.workspace);
    case 'here':
    case 'unknown':
      return '';
  }
}
