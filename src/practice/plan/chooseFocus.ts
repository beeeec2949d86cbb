import * as vscode from 'vscode';
import { addDays } from '../../platform/days';
import { plainMessage } from '../../platform/plainMessage';
import { stepIds } from '../content/exercise';
import { pick } from './exerciseActions';
import { mostFocused, type Proposal, proposals } from './focus';
import type { Plan } from './plan';
import { reasonText, stateText } from './planWords';
import { rowGroup } from './rowGroup';

interface FocusRow extends vscode.QuickPickItem {
  /** A heading has none. */
  readonly id?: string;
}

/** `Belay: Choose This Week's Focus…`: up to three exercises, those that the plan proposes first, with its reasons. */
export async function chooseFocus(plan: Plan): Promise<void> {
  const { monday, picked, items } = plan.week;
  const lastWeek = plan.focusOf(addDays(monday, -7))?.exercises ?? [];
  const proposed = proposals(plan.states, lastWeek);
  const now = items.map(item => ('state' in item ? item.state.exercise.id : item.missing));
  let ticked: readonly string[] = picked ? now : [];
  let placeHolder = vscode.l10n.t('Tick one to three exercises');
  for (;;) {
    const rows = rowsOf(plan, proposed, ticked);
    const chosen = await vscode.window.showQuickPick(rows, {
      title: vscode.l10n.t('This Week’s Focus'),
      placeHolder,
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen) {
      return;
    }
    ticked = chosen.flatMap(({ id }) => id ?? []);
    if (ticked.length <= mostFocused) {
      break;
    }
    placeHolder = vscode.l10n.t('{0} are too many for a week: leave three at most', ticked.length);
  }
  if (picked || ticked.length > 0) {
    await pick(plan, ticked);
  }
}

/** What is ticked, then what is proposed, then all other exercises by step. */
function rowsOf(plan: Plan, proposed: readonly Proposal[], ticked: readonly string[]): FocusRow[] {
  const chosen = ticked.map((id): FocusRow => {
    const state = plan.state(id);
    return {
      id,
      picked: true,
      label: plainMessage(state?.exercise.title ?? id),
      description: state ? stateText(state) : vscode.l10n.t('not in this workspace'),
    };
  });
  const open = proposed.filter(({ state }) => !ticked.includes(state.exercise.id));
  const first = open.slice(0, mostFocused);
  const rest = open.slice(mostFocused);
  return [
    ...rowGroup(vscode.l10n.t('Chosen'), chosen),
    ...rowGroup(vscode.l10n.t('Proposed'), first.map(rowOf)),
    ...stepIds.flatMap(step => {
      const ofStep = rest.filter(({ state }) => state.exercise.step === step);
      return rowGroup(plan.sectionTitle(step) ?? step, ofStep.map(rowOf));
    }),
  ];
}

function rowOf({ state, reason }: Proposal): FocusRow {
  const { id, title, purpose } = state.exercise;
  return {
    id,
    label: plainMessage(title),
    description: plainMessage(reasonText(reason)),
    detail: plainMessage(purpose),
  };
}
