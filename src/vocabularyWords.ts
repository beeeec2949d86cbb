import * as vscode from 'vscode';
import type { Dimension, Kind, Skill } from './vocabulary';

/** Kinds, skills and dimensions in the user's language. */
export interface VocabularyWords {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly skills: Readonly<Record<Skill, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
}

export function vocabularyWords(): VocabularyWords {
  return {
    kinds: {
      pairing: vscode.l10n.t('Pairing'),
      review: vscode.l10n.t('Review'),
      '1:1': vscode.l10n.t('1:1'),
      feedback: vscode.l10n.t('Feedback'),
      delegation: vscode.l10n.t('Delegation'),
      unblocking: vscode.l10n.t('Unblocking'),
      facilitation: vscode.l10n.t('Facilitation'),
      recognition: vscode.l10n.t('Recognition'),
      interviewing: vscode.l10n.t('Interviewing'),
      other: vscode.l10n.t('Other'),
    },
    skills: {
      'leadership-communication': vscode.l10n.t('Leadership & communication'),
      'people-development': vscode.l10n.t('People development'),
      execution: vscode.l10n.t('Execution'),
      'technical-credibility': vscode.l10n.t('Technical credibility'),
    },
    dimensions: {
      leadership: vscode.l10n.t('Leadership'),
      'conflict-resolution': vscode.l10n.t('Conflict resolution'),
      execution: vscode.l10n.t('Execution'),
      coaching: vscode.l10n.t('Coaching'),
      'strategic-thinking': vscode.l10n.t('Strategic thinking'),
    },
  };
}
