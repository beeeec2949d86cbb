import * as vscode from 'vscode';
import type { FollowUpStage, GroupBy } from './grouping';

/** What groupings are called: in a list of them, and beside the view's name. */
export function groupingWords(): Readonly<
  Record<GroupBy, { readonly name: string; readonly description: string }>
> {
  return {
    day: { name: vscode.l10n.t('Day'), description: vscode.l10n.t('by day') },
    person: { name: vscode.l10n.t('Person'), description: vscode.l10n.t('by person') },
    kind: { name: vscode.l10n.t('Kind'), description: vscode.l10n.t('by kind') },
    skill: { name: vscode.l10n.t('Skill'), description: vscode.l10n.t('by skill') },
    followUp: { name: vscode.l10n.t('Follow-up'), description: vscode.l10n.t('follow-ups') },
  };
}

/** How soon a follow-up is due. */
export function stageWords(): Readonly<Record<FollowUpStage, string>> {
  return {
    overdue: vscode.l10n.t('Overdue'),
    today: vscode.l10n.t('Due today'),
    week: vscode.l10n.t('Due within a week'),
    later: vscode.l10n.t('Due later'),
    someday: vscode.l10n.t('No day set'),
    done: vscode.l10n.t('Done lately'),
  };
}

export function followUpsDueText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 follow-up due') : vscode.l10n.t('{0} follow-ups due', count);
}
