import * as vscode from 'vscode';
import { formatDay } from '../../../platform/formatDay';
import { formatNumber } from '../../../platform/formatNumber';
import { vocabularyWords } from '../../../vocabularyWords';
import type { ReportWords } from './reportWords';

/** The words of a report in the user's language. */
export function reportWords(): ReportWords {
  const day = (text: string) => formatDay(text, { dateStyle: 'long' });
  return {
    ...vocabularyWords(),
    title: vscode.l10n.t('What I did for others'),
    noSkill: vscode.l10n.t('No skill'),
    noDimension: vscode.l10n.t('No dimension'),
    learned: vscode.l10n.t('Learned'),
    followUp: vscode.l10n.t('Follow-up'),
    roles: [
      vscode.l10n.t('a colleague'),
      vscode.l10n.t('somebody'),
      vscode.l10n.t('someone'),
      vscode.l10n.t('one of us'),
    ],
    day,
    span: (from, to) => (from === to ? day(from) : vscode.l10n.t('{0} to {1}', day(from), day(to))),
    moments: count =>
      count === 1 ? vscode.l10n.t('1 moment') : vscode.l10n.t('{0} moments', formatNumber(count)),
    people: count =>
      count === 1 ? vscode.l10n.t('1 person') : vscode.l10n.t('{0} people', formatNumber(count)),
    total: (moments, people) => vscode.l10n.t('{0} with {1}', moments, people),
    kindCount: (kind, count) => vscode.l10n.t('{0}: {1}', kind, count),
    followUpsDone: (done, of) => vscode.l10n.t('Follow-ups: {0} of {1} done', done, of),
    time: minutes =>
      minutes < 60
        ? vscode.l10n.t('Time noted: {0} min', minutes)
        : vscode.l10n.t('Time noted: {0} h {1} min', Math.floor(minutes / 60), minutes % 60),
    withPeople: count =>
      count === 0
        ? ''
        : count === 1
          ? vscode.l10n.t('with 1 person')
          : vscode.l10n.t('with {0} people', formatNumber(count)),
    followUpResult: (text, isDone) => {
      const state = isDone ? vscode.l10n.t('done') : vscode.l10n.t('open');
      return text === '' ? state : vscode.l10n.t('{0} ({1})', text, state);
    },
  };
}
