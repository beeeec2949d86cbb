import { type Disposable, DisposableStore } from '../../platform/disposables';
import type { PracticeRoom } from '../room';
import { AskingPages } from './asking/askingPages';
import { AssessmentPages } from './assessmentPages';

/** What the self-assessment and the decision are made of, once somebody looks at them. */
export class SelfRoom implements Disposable {
  readonly #store = new DisposableStore();
  readonly assessment: AssessmentPages;
  readonly asking: AskingPages;

  constructor(readonly practice: PracticeRoom) {
    this.assessment = this.#store.add(new AssessmentPages(practice));
    this.asking = this.#store.add(new AskingPages(practice.context, practice.reporter));
  }

  dispose(): void {
    this.#store.dispose();
  }
}
