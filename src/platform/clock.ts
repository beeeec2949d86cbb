/**
 * A hybrid logical clock's reading (Kulkarni et al., "Logical Physical Clocks", 2014): wall-clock time in
 * milliseconds, a counter for readings within one millisecond or while the wall clock is behind, and the
 * writer to break ties. Readings are totally ordered and never go back, even when the machine's clock does.
 */
export interface Stamp {
  readonly ms: number;
  readonly count: number;
  readonly writer: string;
}

/** Below zero where `a` is earlier, above where it is later. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a.ms - b.ms || a.count - b.count || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : 0);
}

/** One writer's clock. */
export class HybridClock {
  #ms = 0;
  #count = 0;

  constructor(
    readonly writer: string,
    private readonly now: () => number,
  ) {}

  /** Takes note of a stamp of any writer: later readings come after it. */
  observe(stamp: Stamp): void {
    if (stamp.ms > this.#ms || (stamp.ms === this.#ms && stamp.count > this.#count)) {
      this.#ms = stamp.ms;
      this.#count = stamp.count;
    }
  }

  /** A reading later than all before it and all observed. */
  next(): Stamp {
    const wall = this.now();
    if (wall > this.#ms) {
      this.#ms = wall;
      this.#count = 0;
    } else {
      this.#count += 1;
    }
    return { ms: this.#ms, count: this.#count, writer: this.writer };
  }
}
