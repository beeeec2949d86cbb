import * as vscode from 'vscode';
import type { Disposable } from '../../platform/disposables';
import { plainMessage } from '../../platform/plainMessage';
import type { EvidenceOffer } from '../index';
import type { PracticeMoment } from '../moment';
import { countAsEvidence } from './evidenceActions';
import { exerciseToOffer } from './fits';
import type { Plan } from './plan';
import type { ExerciseState } from './progress';

/** A moment that can be counted for an exercise. */
interface Offered {
  readonly moment: PracticeMoment;
  readonly exercise: string;
}

/** Whether the user wants evidence to be offered. */
export function wantsOffers(): boolean {
  return vscode.workspace.getConfiguration('belay.practice').get('offerEvidence', true);
}

/** Offers moments that were just logged as evidence: by a button of the message that says so, and by a key. */
export class EvidenceOffers implements Disposable {
  /** What the key takes up: the latest that is offered. */
  #offered: Offered | undefined;
  /** The exercise that the moment being logged is for. */
  #wanted: string | undefined;

  #expiry: ReturnType<typeof setTimeout> | undefined;

  /** `keyMs` is for how long the key takes up an offer, in milliseconds. */
  constructor(
    private readonly plan: Plan,
    private readonly keyMs = 60_000,
  ) {}

  /** Logs a moment for an exercise: that one it is offered to. */
  async logFor({ exercise }: ExerciseState): Promise<void> {
    const [kind] = exercise.evidence.kinds;
    const [skill] = exercise.evidence.skills;
    this.#wanted = exercise.id;
    const isLogged = await this.plan.parts.ports.logMoment({
      ...(kind ? { kind } : {}),
      ...(skill ? { skill } : {}),
    });
    // One that was logged is offered soon, which asks for it.
    if (!isLogged) {
      this.#wanted = undefined;
    }
  }

  /** What to offer for a moment, where it fits an exercise; the key takes it up from then on. */
  async offer(moment: PracticeMoment): Promise<EvidenceOffer | undefined> {
    const state = this.#exerciseFor(moment);
    if (!state) {
      return undefined;
    }
    const { id, title } = state.exercise;
    const offered = { moment, exercise: id };
    await this.#show(offered);
    return {
      text: vscode.l10n.t('It fits “{0}”: Ctrl+K E (⌘K E) counts it.', plainMessage(title)),
      title: vscode.l10n.t('Count as Evidence'),
      run: () => this.#accept(offered),
      ended: () => this.#end(offered),
    };
  }

  /** Takes up what is offered. */
  async accept(): Promise<void> {
    const offered = this.#offered;
    if (offered) {
      // The message has nothing more to ask; another one says what was done.
      await vscode.commands.executeCommand('notifications.hideToasts');
      await this.#accept(offered);
    }
  }

  #exerciseFor(moment: PracticeMoment): ExerciseState | undefined {
    const wanted = this.#wanted === undefined ? undefined : this.plan.state(this.#wanted);
    this.#wanted = undefined;
    if (wanted || !wantsOffers()) {
      return wanted;
    }
    return exerciseToOffer(moment, this.plan.states, new Set(this.plan.picked));
  }

  async #accept(offered: Offered): Promise<void> {
    const state = this.plan.state(offered.exercise);
    if (state && !state.evidence.some(({ moment }) => moment.id === offered.moment.id)) {
      await countAsEvidence(this.plan, state.exercise, [offered.moment]);
    }
    this.#end(offered);
  }

  #end(offered: Offered): void {
    if (this.#offered === offered) {
      void this.#show(undefined);
    }
  }

  dispose(): void {
    clearTimeout(this.#expiry);
  }

  async #show(offered: Offered | undefined): Promise<void> {
    this.#offered = offered;
    clearTimeout(this.#expiry);
    if (offered) {
      // A message may lie unread for days; VS Code has another use for the key.
      this.#expiry = setTimeout(() => this.#end(offered), this.keyMs);
    }
    await vscode.commands.executeCommand('setContext', 'belay.evidenceOffered', offered !== undefined);
  }
}
