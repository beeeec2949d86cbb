import type { View } from '../protocol';
import { back, forward, type History, keepOnly, visit } from './history';
import type { Memory } from './memory';

/** Where the reader is and came from, remembered with each step. */
export class Trail {
  #history: History;

  /** Begins at `start`, unless there is something to remember: a page that was hidden and comes back is loaded anew. */
  constructor(
    private readonly memory: Pick<Memory, 'history'>,
    start: View,
  ) {
    this.#history = memory.history ?? { past: [], now: start, future: [] };
  }

  get now(): View {
    return this.#history.now;
  }

  get canGoBack(): boolean {
    return this.#history.past.length > 0;
  }

  get canGoForward(): boolean {
    return this.#history.future.length > 0;
  }

  visit(view: View): void {
    this.#remember(visit(this.#history, view));
  }

  /** Gives whether there was a step to go, as `forward` does. */
  back(): boolean {
    return this.#step(back(this.#history));
  }

  forward(): boolean {
    return this.#step(forward(this.#history));
  }

  /** The reader is where they were, and has scrolled there. */
  scrolled(now: View): void {
    this.#remember({ ...this.#history, now });
  }

  /** Takes out the sections that aren't there any more; who was at one is at `home`. */
  keepOnly(exists: (id: string) => boolean, home: View): void {
    const history = keepOnly(this.#history, exists);
    const isGone = history.now.show === 'section' && !exists(history.now.place.id);
    this.#remember(isGone ? { ...history, now: home } : history);
  }

  #step(history: History): boolean {
    const isStep = history !== this.#history;
    if (isStep) {
      this.#remember(history);
    }
    return isStep;
  }

  #remember(history: History): void {
    this.#history = history;
    this.memory.history = history;
  }
}
