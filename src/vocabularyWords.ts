import * as vscode from 'vscode';
import type { Dimension, Kind, Skill } from './vocabulary';

/** Kinds, skills and dimensions in the user's language. */
export interface VocabularyWords {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly skills: Readonly<Record<Skill, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
}

export function vocabularyWords(): VocabularyWords {
  const { t } = vscode.l10n;
  return {
    kinds: {
      pairing: t('Pairing'),
      review: t('Review'),
      '1:1': t('1:1'),
      feedback: t('Feedback'),
      delegation: t('Delegation'),
      unblocking: t('Unblocking'),
      facilitation: t('Facilitation'),
      recognition: t('Recognition'),
      interviewing: t('Interviewing'),
      other: t('Other'),
    },
    skills: {
      'leadership-communication': t('Leadership & communication'),
      'people-development': t('People development'),
      execution: t('Execution'),
      'technical-credibility': t('Technical credibility'),
    },
    dimensions: {
      leadership: t('Leadership'),
      'conflict-resolution': t('Conflict resolution'),
      execution: t('Execution'),
      coaching: t('Coaching'),
      'strategic-thinking': t('Strategic thinking'),
    },
  };
}
