import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { LivePages } from '../../platform/livePages';
import { pageUri, showPage } from '../../platform/showPage';
import { vocabularyWords } from '../../vocabularyWords';
import type { Exercise } from '../content/exercise';
import { type ExerciseWords, exercisePage } from './exercisePage';
import type { Plan } from './plan';
import { stateText, whereText } from './planWords';

/** The scheme of exercises' pages; the query of an address is the exercise's id. */
export const exerciseScheme = 'belay-exercise';

/** Pages about exercises, which follow the plan. */
export class ExercisePages extends LivePages<Promise<string>> {
  constructor(private readonly plan: Plan) {
    super(uri => textOf(plan, uri.query));
    this.held.add(plan.onDidChange(() => this.refresh()));
  }

  /** Shows an exercise's page. */
  async open({ id, title }: Exercise): Promise<void> {
    await showPage(pageUri(exerciseScheme, title, id), this.plan.parts.reporter);
  }
}

async function textOf(plan: Plan, id: string): Promise<string> {
  const state = plan.state(id);
  if (!state) {
    return `${vscode.l10n.t('This exercise isn’t in the plan any more.')}\n`;
  }
  const { exercise } = state;
  return exercisePage(
    {
      state,
      step: plan.stepTitle(exercise),
      evidence: await plan.evidence.find(state.evidence),
      after: exercise.after.flatMap(earlier => plan.state(earlier)?.exercise.title ?? []),
      section: exercise.guide === undefined ? undefined : plan.sectionTitle(exercise.guide),
    },
    exerciseWords(),
  );
}

function exerciseWords(): ExerciseWords {
  const { kinds } = vocabularyWords();
  return {
    first: vscode.l10n.t('First move'),
    done: vscode.l10n.t('Done when'),
    counts: vscode.l10n.t('What counts as evidence'),
    enough: ({ evidence }) => {
      const named = evidence.kinds.map(kind => kinds[kind]).join(', ');
      return evidence.moments === 1
        ? vscode.l10n.t('1 moment makes it done. Kinds that fit: {0}.', named)
        : vscode.l10n.t('{0} moments make it done. Kinds that fit: {1}.', evidence.moments, named);
    },
    evidence: vscode.l10n.t('Evidence so far'),
    noEvidence: vscode.l10n.t('None yet. Log a moment when you have made the first move.'),
    about: ({ moment, where }) =>
      [formatShortDay(moment.when.slice(0, 10)), moment.who.join(', '), whereText(where)]
        .filter(Boolean)
        .join(' · '),
    how: vscode.l10n.t('How to do it well'),
    after: vscode.l10n.t('Comes after'),
    read: vscode.l10n.t('Read about it'),
    guide: title =>
      vscode.l10n.t(
        '“{0}” in the guide: press “Read in the Guide” in the exercise’s menu in the view Practice.',
        title,
      ),
    sources: vscode.l10n.t('Sources'),
    state: state => stateText(state) || vscode.l10n.t('not begun'),
    untrusted: vscode.l10n.t(
      'An exercise of this workspace, shown as plain text because you don’t trust the workspace.',
    ),
  };
}
