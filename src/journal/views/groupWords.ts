import * as vscode from 'vscode';
import type { FollowUpStage, GroupBy } from './grouping';

/** What groupings are called: in a list of them, and beside the view's name. */
export function groupingWords(): Readonly<
  Record<GroupBy, { readonly name: string; readonly description: string }>
> {
  const { t } = vscode.l10n;
  return {
    day: { name: t('Day'), description: t('by day') },
    person: { name: t('Person'), description: t('by person') },
    kind: { name: t('Kind'), description: t('by kind') },
    skill: { name: t('Skill'), description: t('by skill') },
    followUp: { name: t('Follow-up'), description: t('follow-ups') },
  };
}

/** How soon a follow-up is due. */
export function stageWords(): Readonly<Record<FollowUpStage, string>> {
  const { t } = vscode.l10n;
  return {
    overdue: t('Overdue'),
    today: t('Due today'),
    week: t('Due within a week'),
    later: t('Due later'),
    someday: t('No day set'),
    done: t('Done lately'),
  };
}

export function followUpsDueText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 follow-up due') : vscode.l10n.t('{0} follow-ups due', count);
}
