import * as vscode from 'vscode';
import { formatDay } from '../../platform/formatDay';
import { momentWords } from '../words';
import type { PersonWords } from './personWords';

/** The words of a person's page in the user's language. */
export function personWords(): PersonWords {
  const { t } = vscode.l10n;
  const { kinds, skills } = momentWords();
  return {
    kinds,
    skills,
    day: day => formatDay(day, { dateStyle: 'medium' }),
    nothing: t('There is no moment with them in this journal.'),
    lastTime,
    moments: count => (count === 1 ? t('1 moment') : t('{0} moments', count)),
    kindCount: (kind, count) => t('{0}: {1}', kind, count),
    noKind: t('No kind'),
    agenda: t('For the next 1:1'),
    since: day =>
      day === undefined
        ? t('There was no 1:1 yet: this is everything.')
        : t('What has happened since the 1:1 on {0}.', day),
    followUps: t('Follow up'),
    noFollowUps: t('Nothing is open.'),
    due: dueText,
    recognition: t('Say what went well'),
    noRecognition: t('Nothing is noted. What did they do well?'),
    work: t('Worked on together'),
    noWork: t('Nothing is noted.'),
    more: count => t('… and {0} more, below.', count),
    question: t('A question to open with'),
    questions: [
      t('What has been on your mind since we last talked?'),
      t('What are you proud of, that I may not have seen?'),
      t('Where are you stuck, and what have you tried?'),
      t('What would you like to do more of, and what less?'),
      t('What could I do differently that would help you?'),
      t('What do you want to learn next?'),
    ],
    learned: t('What I learned'),
    followUp: t('Follow-up'),
    followUpDone: t('Followed up'),
    allMoments: t('All moments'),
  };
}

function lastTime(day: string, daysAgo: number): string {
  const { t } = vscode.l10n;
  if (daysAgo < 0) {
    return t('The next is noted for {0}.', day);
  }
  if (daysAgo === 0) {
    return t('Last time: today.');
  }
  return daysAgo === 1 ? t('Last time: yesterday.') : t('Last time: {0}, {1} days ago.', day, daysAgo);
}

function dueText(day: string, days: number): string {
  const { t } = vscode.l10n;
  if (days < 0) {
    return t('was due on {0}', day);
  }
  return days === 0 ? t('due today') : t('due on {0}', day);
}
