import * as vscode from 'vscode';
import { formatDay } from '../../platform/formatDay';
import { vocabularyWords } from '../../vocabularyWords';
import type { AssessmentWords } from './assessmentPage';
import type { Disagreement } from './disagree';

/** The words of `Belay: Show My Assessment` in the user's language. */
export function assessmentWords(): AssessmentWords {
  const { t } = vscode.l10n;
  return {
    ...vocabularyWords(),
    day: day => formatDay(day, { dateStyle: 'medium' }),
    title: t('My assessment'),
    nothingRated: t(
      'You haven’t rated yourself yet. “Belay: Assess Yourself…” asks about one skill or dimension, or about all nine; each can be skipped.',
    ),
    nothingLogged: t(
      'Nothing was logged in this workspace in the last 90 days, so there is nothing beside your ratings. “Belay: Log Mentoring Moment…” takes one line.',
    ),
    noJournal: t(
      'The journal couldn’t be read, so its moments are missing here. “Belay: Show Journal” says why.',
    ),
    skillsHeading: t('Skills'),
    dimensionsHeading: t('Dimensions'),
    level: levelText,
    notRated: t('Not rated yet.'),
    why: text => t('Why: {0}', text),
    ahead: t('dated ahead, by another clock'),
    evidence: evidenceText,
    disagreement: disagreementText,
    columns: { when: t('When'), level: t('Level'), why: t('Why') },
    levelsHeading: t('The levels'),
    evidenceHeading: t('Which moments stand beside a rating'),
    evidenceMeans: t(
      'Those of this workspace from the last 90 days that name the skill or dimension, and those without one that are of these kinds:',
    ),
    kindsOf: (subject, kinds) => t('{0}: {1}', subject, kinds.join(', ')),
  };
}

/** A level with its number: `3 · As a habit`. */
export function levelText(level: number, name: string): string {
  return `${level} · ${name}`;
}

function evidenceText(moments: number, listed: number): string {
  const { t } = vscode.l10n;
  if (moments === 0) {
    return t('No moment of the last 90 days shows it.');
  }
  if (moments === 1) {
    return t('One moment of the last 90 days may show it:');
  }
  return listed < moments
    ? t('{0} moments of the last 90 days may show it. The latest:', moments)
    : t('{0} moments of the last 90 days may show it:', moments);
}

function disagreementText(which: Disagreement, level: number, moments: number): string {
  const { t } = vscode.l10n;
  if (which === 'muchEvidence') {
    return t(
      'You rate this {0}; {1} moments of the last 90 days may show it. Perhaps you do it more, or more by yourself, than you give yourself credit for.',
      level,
      moments,
    );
  }
  return moments === 0
    ? t(
        'You rate this {0}; no moment of the last 90 days shows it. Perhaps it isn’t logged, or there was no occasion.',
        level,
      )
    : t(
        'You rate this {0}; one moment of the last 90 days may show it. Perhaps more isn’t logged, or there was little occasion.',
        level,
      );
}
