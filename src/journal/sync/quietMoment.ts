import type { Disposable } from '../../platform/disposables';
import { gitErrorCode, isOffline } from './gitRepository';
import type { SyncObstacle } from './sync';

/** Time, as a test may have it pass. */
export interface QuietClock {
  now(): number;
  /** Runs `work` once, so many milliseconds from now, unless that is disposed before. */
  after(ms: number, work: () => void): Disposable;
}

/** How long is waited, in milliseconds. */
export interface QuietTimes {
  /** From when the journal is open on, before what others pushed is taken. */
  readonly openedMs: number;
  /** After a change, for another one. */
  readonly quietMs: number;
  /** Between two syncs where nothing was changed, and before one that failed is tried again. */
  readonly pauseMs: number;
}

/** How a sync went that nobody asked for: it is to be tried `again`, or is `stuck` until a person has mended something. */
export type QuietResult = 'done' | 'again' | 'stuck';

/** What is done on a quiet moment. */
export interface QuietWork {
  /** Whether a sync runs, one that was begun by hand too. */
  isBusy(): boolean;
  /** When a sync ended last, one that was begun by hand too. */
  lastEnd(): number | undefined;
  /** Whether the journal has something that isn't committed. */
  hasChanges(): Promise<boolean>;
  sync(): Promise<QuietResult>;
  /** Is told what neither of these was meant to throw. */
  failed(error: unknown): void;
}

/** Decides when the journal is synced by itself. */
export class QuietMoments implements Disposable {
  #timer: Disposable | undefined;
  /** Since when changes have been waiting. */
  #since: number | undefined;
  #isLooking = false;
  #isDisposed = false;
  #last: QuietResult = 'done';

  constructor(
    private readonly clock: QuietClock,
    private readonly work: QuietWork,
    private readonly times: QuietTimes,
  ) {
    this.#wait(times.openedMs);
  }

  /** The journal has changed, or was only read again: the two look the same, until Git is asked. */
  changed(): void {
    // What a sync reads when it ends is no change; one that came meanwhile is looked for afterwards.
    if (this.#isLooking) {
      return;
    }
    const { quietMs, pauseMs } = this.times;
    this.#since ??= this.clock.now();
    // Somebody who comes back to the journal all the time doesn't put it off for ever.
    this.#wait(Math.max(0, Math.min(quietMs, this.#since + pauseMs - this.clock.now())));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#timer?.dispose();
  }

  #wait(ms: number): void {
    this.#timer?.dispose();
    if (!this.#isDisposed) {
      this.#timer = this.clock.after(ms, () => {
        this.#look().catch(error => this.work.failed(error));
      });
    }
  }

  async #look(): Promise<void> {
    const { quietMs, pauseMs } = this.times;
    this.#since = undefined;
    this.#isLooking = true;
    try {
      const sinceLast = this.clock.now() - (this.work.lastEnd() ?? Number.NEGATIVE_INFINITY);
      // A clock that was set back knows nothing of when that was.
      const rest = sinceLast < 0 ? 0 : pauseMs - sinceLast;
      if (rest > 0 && (this.#last === 'stuck' || !(await this.work.hasChanges()))) {
        if (this.#last !== 'done') {
          this.#wait(rest);
        }
        return;
      }
      // Looked at last: asking Git takes a while, in which one may be begun by hand, or this be turned off.
      if (this.#isDisposed || this.work.isBusy()) {
        this.#wait(quietMs);
        return;
      }
      this.#last = await this.work.sync();
      if (await this.work.hasChanges()) {
        this.#wait(quietMs);
      } else if (this.#last === 'again') {
        this.#wait(pauseMs);
      }
    } finally {
      this.#isLooking = false;
    }
  }
}

/** Whether what a sync failed at passes by itself, so that nobody needs to be told. */
export function isPassing(obstacle: SyncObstacle): boolean {
  if (!('cause' in obstacle)) {
    return obstacle.kind === 'rejected';
  }
  // Another window, or somebody in a terminal, may be in the middle of something with Git.
  return (
    isOffline(obstacle.cause) ||
    ['RepositoryIsLocked', 'CantLockRef'].includes(gitErrorCode(obstacle.cause) ?? '')
  );
}
