import * as vscode from 'vscode';
import { formatDay } from '../../../platform/formatDay';
import { vocabularyWords } from '../../../vocabularyWords';
import type { ReportWords } from './reportWords';

/** The words of a report in the user's language. */
export function reportWords(): ReportWords {
  const { t } = vscode.l10n;
  const day = (text: string) => formatDay(text, { dateStyle: 'long' });
  return {
    ...vocabularyWords(),
    title: t('What I did for others'),
    noSkill: t('No skill'),
    noDimension: t('No dimension'),
    learned: t('Learned'),
    followUp: t('Follow-up'),
    roles: [t('a colleague'), t('somebody'), t('someone'), t('one of us')],
    day,
    span: (from, to) => (from === to ? day(from) : t('{0} to {1}', day(from), day(to))),
    moments: count => (count === 1 ? t('1 moment') : t('{0} moments', count)),
    people: count => (count === 1 ? t('1 person') : t('{0} people', count)),
    total: (moments, people) => t('{0} with {1}', moments, people),
    kindCount: (kind, count) => t('{0}: {1}', kind, count),
    followUpsDone: (done, of) => t('Follow-ups: {0} of {1} done', done, of),
    time: minutes =>
      minutes < 60
        ? t('Time noted: {0} min', minutes)
        : t('Time noted: {0} h {1} min', Math.floor(minutes / 60), minutes % 60),
    withPeople: count => (count === 0 ? '' : count === 1 ? t('with 1 person') : t('with {0} people', count)),
    followUpResult: (text, isDone) => {
      const state = isDone ? t('done') : t('open');
      return text === '' ? state : t('{0} ({1})', text, state);
    },
  };
}
