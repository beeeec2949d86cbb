import { SerialQueue } from '../../platform/serialQueue';

/** Has one sync at a time, whoever began it. */
export class SyncTurns {
  readonly #queue = new SerialQueue();
  #asked = 0;
  #lastEnd: number | undefined;

  /** Whether one runs or waits. */
  get isBusy(): boolean {
    return this.#asked > 0;
  }

  /** When the last one ended, however it did. */
  get lastEnd(): number | undefined {
    return this.#lastEnd;
  }

  /** Runs `sync` once those that were begun before have ended. */
  async run<T>(sync: () => Promise<T>): Promise<T> {
    this.#asked += 1;
    try {
      return await this.#queue.run(sync);
    } finally {
      this.#asked -= 1;
      this.#lastEnd = Date.now();
    }
  }
}

const turns = new WeakMap<object, SyncTurns>();

/** Those of a window's journal. */
export function turnsOf(session: object): SyncTurns {
  const known = turns.get(session) ?? new SyncTurns();
  turns.set(session, known);
  return known;
}
