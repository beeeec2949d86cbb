import * as vscode from 'vscode';
import type { MomentWords } from './momentText';

/** The words for moments in the user's language. */
export function momentWords(): MomentWords {
  const { t } = vscode.l10n;
  return {
    when: t('When'),
    who: t('Who'),
    kind: t('Kind'),
    skill: t('Skill'),
    where: t('Where'),
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
  };
}
