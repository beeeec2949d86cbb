import * as vscode from 'vscode';
import { formatDay } from '../../platform/formatDay';
import { vocabularyWords } from '../../vocabularyWords';
import type { AssessmentWords } from './assessmentPage';
import type { Disagreement } from './disagree';

/** The words of `Belay: Show My Assessment` in the user's language. */
export function assessmentWords(): AssessmentWords {
  return {
    ...vocabularyWords(),
    day: day => formatDay(day, { dateStyle: 'medium' }),
    title: vscode.l10n.t('My assessment'),
    nothingRated: vscode.l10n.t(
      'You haven’t rated yourself yet. “Belay: Assess Yourself…” asks about one skill or dimension, or about all nine; each can be skipped.',
    ),
    nothingLogged: vscode.l10n.t(
      'Nothing was logged in this workspace in the last 90 days, so there is nothing beside your ratings. “Belay: Log Mentoring Moment…” takes one line.',
    ),
    noJournal: vscode.l10n.t(
      'The journal couldn’t be read, so its moments are missing here. “Belay: Show Journal” says why.',
    ),
    skillsHeading: vscode.l10n.t('Skills'),
    dimensionsHeading: vscode.l10n.t('Dimensions'),
    level: levelText,
    notRated: vscode.l10n.t('Not rated yet.'),
    why: text => vscode.l10n.t('Why: {0}', text),
    ahead: vscode.l10n.t('dated ahead, by another clock'),
    evidence: evidenceText,
    disagreement: disagreementText,
    columns: { when: vscode.l10n.t('When'), level: vscode.l10n.t('Level'), why: vscode.l10n.t('Why') },
    levelsHeading: vscode.l10n.t('The levels'),
    evidenceHeading: vscode.l10n.t('Which moments stand beside a rating'),
    evidenceMeans: vscode.l10n.t(
      'Those of this workspace from the last 90 days that name the skill or dimension, and those without one that are of these kinds:',
    ),
    kindsOf: (subject, kinds) => vscode.l10n.t('{0}: {1}', subject, kinds.join(', ')),
  };
}

/** A level with its number: `3 · As a habit`. */
export function levelText(level: number, name: string): string {
  return `${level} · ${name}`;
}

function evidenceText(moments: number, listed: number): string {
  if (moments === 0) {
    return vscode.l10n.t('No moment of the last 90 days shows it.');
  }
  if (moments === 1) {
    return vscode.l10n.t('One moment of the last 90 days may show it:');
  }
  return listed < moments
    ? vscode.l10n.t('{0} moments of the last 90 days may show it. The latest:', moments)
    : vscode.l10n.t('{0} moments of the last 90 days may show it:', moments);
}

function disagreementText(which: Disagreement, level: number, moments: number): string {
  if (which === 'muchEvidence') {
    return vscode.l10n.t(
      'You rate this {0}; {1} moments of the last 90 days may show it. Perhaps you do it more, or more by yourself, than you give yourself credit for.',
      level,
      moments,
    );
  }
  return moments === 0
    ? vscode.l10n.t(
        'You rate this {0}; no moment of the last 90 days shows it. Perhaps it isn’t logged, or there was no occasion.',
        level,
      )
    : vscode.l10n.t(
        'You rate this {0}; one moment of the last 90 days may show it. Perhaps more isn’t logged, or there was little occasion.',
        level,
      );
}
