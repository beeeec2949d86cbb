import * as vscode from 'vscode';
import { type StepId, stepIds } from '../content/exercise';
import type { PracticeLibrary } from '../library';
import type { PracticeStore } from '../store';
import { type ExerciseState, exerciseStates } from './progress';

/** A row of the view "Practice". */
export type PlanNode = { readonly step: StepId } | { readonly state: ExerciseState };

/** The rows of the view "Practice": the five steps with their exercises and what shows them. */
export class PlanTree implements vscode.TreeDataProvider<PlanNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly library: PracticeLibrary,
    private readonly store: PracticeStore,
  ) {}

  refresh(): void {
    this.#changed.fire();
  }

  getChildren(node?: PlanNode): PlanNode[] {
    if (!node) {
      return stepIds.map(step => ({ step }));
    }
    return 'step' in node ? this.#states(node.step).map(state => ({ state })) : [];
  }

  getTreeItem(node: PlanNode): vscode.TreeItem {
    if ('step' in node) {
      const item = new vscode.TreeItem(
        this.library.content.sections[node.step] ?? node.step,
        vscode.TreeItemCollapsibleState.Collapsed,
      );
      item.id = node.step;
      return item;
    }
    const { exercise, done } = node.state;
    const item = new vscode.TreeItem(exercise.title);
    item.id = exercise.id;
    item.iconPath = new vscode.ThemeIcon(done === undefined ? 'circle-large-outline' : 'pass-filled');
    return item;
  }

  #states(step: StepId): ExerciseState[] {
    return exerciseStates(
      this.library.exercises.filter(exercise => exercise.step === step),
      this.store.all('evidence'),
      this.store.all('done'),
    );
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
