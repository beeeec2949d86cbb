import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { entryIdOf } from '../../platform/entryFiles';
import { documentScheme } from '../documents';
import { ExercisePages } from './exercisePages';
import { EvidenceOffers } from './offers';
import { Plan, type PlanParts } from './plan';
import { PlanTree } from './planTree';
import { takeIntention } from './writeReview';

/** What shows the plan, and what it offers. */
export class PlanRoom implements Disposable {
  readonly #held = new DisposableStore();
  readonly plan: Plan;
  readonly tree: PlanTree;
  readonly pages: ExercisePages;
  readonly offers: EvidenceOffers;

  constructor(parts: PlanParts, now?: () => Date) {
    this.plan = this.#held.add(new Plan(parts, now));
    this.tree = this.#held.add(new PlanTree(this.plan));
    this.pages = this.#held.add(new ExercisePages(this.plan));
    this.offers = this.#held.add(new EvidenceOffers(this.plan));
    this.#held.add(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.scheme === documentScheme) {
          takeIntention(this.plan, entryIdOf(uri)).catch(error => parts.reporter.report(error));
        }
      }),
    );
  }

  dispose(): void {
    this.#held.dispose();
  }
}
