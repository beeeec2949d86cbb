import * as vscode from 'vscode';
import { formatDay } from '../../platform/formatDay';
import { formatNumber } from '../../platform/formatNumber';
import { momentWords } from '../words';
import type { PersonWords } from './personWords';

/** The words of a person's page in the user's language. */
export function personWords(): PersonWords {
  const { kinds, skills } = momentWords();
  return {
    kinds,
    skills,
    day: day => formatDay(day, { dateStyle: 'medium' }),
    nothing: vscode.l10n.t('There is no moment with them in this journal.'),
    lastTime,
    moments: count =>
      count === 1 ? vscode.l10n.t('1 moment') : vscode.l10n.t('{0} moments', formatNumber(count)),
    kindCount: (kind, count) => vscode.l10n.t('{0}: {1}', kind, count),
    noKind: vscode.l10n.t('No kind'),
    agenda: vscode.l10n.t('For the next 1:1'),
    since: day =>
      day === undefined
        ? vscode.l10n.t('There was no 1:1 yet: this is everything.')
        : vscode.l10n.t('What has happened since the 1:1 on {0}.', day),
    followUps: vscode.l10n.t('Follow up'),
    noFollowUps: vscode.l10n.t('Nothing is open.'),
    due: dueText,
    recognition: vscode.l10n.t('Say what went well'),
    noRecognition: vscode.l10n.t('Nothing is noted. What did they do well?'),
    work: vscode.l10n.t('Worked on together'),
    noWork: vscode.l10n.t('Nothing is noted.'),
    more: count => vscode.l10n.t('… and {0} more, below.', formatNumber(count)),
    question: vscode.l10n.t('A question to open with'),
    questions: [
      vscode.l10n.t('What has been on your mind since we last talked?'),
      vscode.l10n.t('What are you proud of, that I may not have seen?'),
      vscode.l10n.t('Where are you stuck, and what have you tried?'),
      vscode.l10n.t('What would you like to do more of, and what less?'),
      vscode.l10n.t('What could I do differently that would help you?'),
      vscode.l10n.t('What do you want to learn next?'),
    ],
    learned: vscode.l10n.t('What I learned'),
    followUp: vscode.l10n.t('Follow-up'),
    followUpDone: vscode.l10n.t('Followed up'),
    allMoments: vscode.l10n.t('All moments'),
  };
}

function lastTime(day: string, daysAgo: number): string {
  if (daysAgo < 0) {
    return vscode.l10n.t('The next is noted for {0}.', day);
  }
  if (daysAgo === 0) {
    return vscode.l10n.t('Last time: today.');
  }
  return daysAgo === 1
    ? vscode.l10n.t('Last time: yesterday.')
    : vscode.l10n.t('Last time: {0}, {1} days ago.', day, daysAgo);
}

function dueText(day: string, days: number): string {
  if (days < 0) {
    return vscode.l10n.t('was due on {0}', day);
  }
  return days === 0 ? vscode.l10n.t('due today') : vscode.l10n.t('due on {0}', day);
}
