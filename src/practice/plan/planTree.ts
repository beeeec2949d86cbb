import * as vscode from 'vscode';
import type { ShownEvidence } from './evidence';
import { type FocusHint, type FocusItem, type FocusReason, hintsOf, type WeekFocus } from './focus';
import type { Plan } from './plan';
import {
  evidenceItem,
  exerciseItem,
  hintItem,
  intentionItem,
  missingItem,
  stepItem,
  weekItem,
} from './planItems';
import { type ExerciseState, type StepState, stepStates } from './progress';

/** A row of the view "Practice". `week` tells rows of this week's focus from those of the steps. */
export type PlanNode =
  | { readonly focus: WeekFocus }
  | { readonly intention: string }
  | { readonly missing: string }
  | { readonly step: StepState }
  | { readonly state: ExerciseState; readonly week?: true; readonly reason?: FocusReason }
  | { readonly hint: FocusHint; readonly of: string }
  | { readonly shown: ShownEvidence; readonly week?: true };

/** The rows of the view "Practice": this week's focus, then the five steps with their exercises and what shows them. */
export class PlanTree implements vscode.TreeDataProvider<PlanNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #following: vscode.Disposable;

  constructor(private readonly plan: Plan) {
    this.#following = plan.onDidChange(() => this.#changed.fire());
  }

  /** What stands above the rows as long as nothing was done. */
  get message(): string {
    const isBegun =
      this.plan.picked.length > 0 ||
      this.plan.states.some(({ evidence, done }) => evidence.length > 0 || done !== undefined);
    return isBegun
      ? ''
      : vscode.l10n.t(
          'Choose one exercise, make its first move today, and log the moment: it becomes evidence here.',
        );
  }

  async getChildren(node?: PlanNode): Promise<PlanNode[]> {
    if (!node) {
      return [{ focus: this.plan.week }, ...stepStates(this.plan.states).map(step => ({ step }))];
    }
    if ('focus' in node) {
      const { intention, items } = node.focus;
      return [...(intention === undefined ? [] : [{ intention }]), ...items.map(weekNode)];
    }
    if ('step' in node) {
      return node.step.exercises.map(state => ({ state }));
    }
    if ('state' in node) {
      const { state, week, reason } = node;
      const shown = await this.plan.evidence.find(state.evidence);
      return [
        ...(week ? hintsOf(state, reason).map(hint => ({ hint, of: state.exercise.id })) : []),
        ...shown.map(one => ({ shown: one, ...(week ? { week } : {}) })),
      ];
    }
    return [];
  }

  getTreeItem(node: PlanNode): vscode.TreeItem {
    const item = this.#itemOf(node);
    item.id = idOf(node);
    return item;
  }

  #itemOf(node: PlanNode): vscode.TreeItem {
    if ('focus' in node) {
      return weekItem(node.focus);
    }
    if ('intention' in node) {
      return intentionItem(node.intention);
    }
    if ('missing' in node) {
      return missingItem(node.missing);
    }
    if ('step' in node) {
      return stepItem(node.step, this.plan.stepTitle(node.step));
    }
    if ('hint' in node) {
      return hintItem(node.hint);
    }
    if ('shown' in node) {
      return evidenceItem(node.shown);
    }
    const isPicked = this.plan.picked.includes(node.state.exercise.id);
    return exerciseItem(node.state, { isPicked, isWeek: node.week === true, reason: node.reason });
  }

  dispose(): void {
    this.#following.dispose();
    this.#changed.dispose();
  }
}

function weekNode(item: FocusItem): PlanNode {
  return 'state' in item ? { ...item, week: true } : item;
}

/** One exercise stands in the week and in its step, with its evidence in both. */
function idOf(node: PlanNode): string {
  if ('focus' in node) {
    return 'week';
  }
  if ('intention' in node) {
    return 'week intention';
  }
  if ('missing' in node) {
    return `week missing ${node.missing}`;
  }
  if ('step' in node) {
    return `step ${node.step.step}`;
  }
  if ('hint' in node) {
    return `week ${'reason' in node.hint ? 'reason' : 'first'} ${node.of}`;
  }
  const id = 'shown' in node ? node.shown.evidence.id : `exercise ${node.state.exercise.id}`;
  return node.week ? `week ${id}` : id;
}
