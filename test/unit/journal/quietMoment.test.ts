import assert from 'node:assert/strict';
import {
  isPassing,
  type QuietClock,
  QuietMoments,
  type QuietResult,
} from '../../../src/journal/sync/quietMoment';
import type { SyncObstacle } from '../../../src/journal/sync/sync';
import { gitError } from './memoryGit';

const minute = 60_000;
const times = { openedMs: minute, quietMs: 2 * minute, pauseMs: 10 * minute };

/** A clock that stands still until it is told to go on. */
class StandingClock implements QuietClock {
  #now = 1_000_000;
  #waiting: { readonly at: number; readonly work: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, work: () => void) {
    const one = { at: this.#now + ms, work };
    this.#waiting.push(one);
    const dispose = () => {
      this.#waiting = this.#waiting.filter(other => other !== one);
    };
    return { dispose };
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Lets that many minutes pass, and what is then done come to its end. */
  async pass(minutes: number): Promise<void> {
    const end = this.#now + minutes * minute;
    const next = () => this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
    for (let one = next(); one; one = next()) {
      const due = one;
      this.#now = due.at;
      this.#waiting = this.#waiting.filter(other => other !== due);
      due.work();
      await new Promise(resolve => setImmediate(resolve));
    }
    this.#now = end;
  }
}

/** A journal that says when it was synced, in minutes from when it was opened. */
function journal() {
  const clock = new StandingClock();
  const opened = clock.now();
  const known = {
    synced: [] as number[],
    failed: [] as unknown[],
    isBusy: false,
    lastEnd: undefined as number | undefined,
    isChanged: false,
    /** What a sync does. */
    sync: async (): Promise<QuietResult> => {
      known.isChanged = false;
      return 'done';
    },
  };
  const moments = new QuietMoments(
    clock,
    {
      isBusy: () => known.isBusy,
      lastEnd: () => known.lastEnd,
      hasChanges: async () => known.isChanged,
      async sync() {
        known.synced.push((clock.now() - opened) / minute);
        try {
          return await known.sync();
        } finally {
          known.lastEnd = clock.now();
          // As a journal does that is read again.
          moments.changed();
        }
      },
      failed: error => known.failed.push(error),
    },
    times,
  );
  const change = () => {
    known.isChanged = true;
    moments.changed();
  };
  return { clock, known, moments, change };
}

describe('when the journal is synced by itself', () => {
  it('is once a while after it was opened, and then not until something happens', async () => {
    const { clock, known } = journal();
    await clock.pass(600);
    assert.deepEqual(known.synced, [1]);
    assert.ok(!clock.isWaiting);
  });

  it('is two minutes after the last change without another one', async () => {
    const { clock, known, change } = journal();
    await clock.pass(5);
    change();
    await clock.pass(1.5);
    change();
    await clock.pass(1.5);
    assert.deepEqual(known.synced, [1]);
    await clock.pass(60);
    assert.deepEqual(known.synced, [1, 8.5]);
  });

  it('is ten minutes after the first change where there is always another one', async () => {
    const { clock, known, change } = journal();
    await clock.pass(5);
    for (let minutes = 0; minutes < 12; minutes += 1) {
      change();
      await clock.pass(1);
    }
    assert.deepEqual(known.synced, [1, 15]);
  });

  it('is no more than every ten minutes where it was only read again', async () => {
    const { clock, known, moments } = journal();
    await clock.pass(4);
    moments.changed();
    await clock.pass(5);
    assert.deepEqual(known.synced, [1]);
    moments.changed();
    await clock.pass(60);
    assert.deepEqual(known.synced, [1, 11]);
  });

  it('is soon after a change that came while it was synced', async () => {
    const { clock, known, change } = journal();
    const { sync } = known;
    known.sync = async () => {
      known.sync = sync;
      change();
      return 'done';
    };
    await clock.pass(60);
    assert.deepEqual(known.synced, [1, 3]);
  });

  it('is later where a sync runs that was begun by hand, and counts that one', async () => {
    const { clock, known, change } = journal();
    known.isBusy = true;
    await clock.pass(2);
    change();
    await clock.pass(3);
    assert.deepEqual(known.synced, []);
    known.isBusy = false;
    known.isChanged = false;
    known.lastEnd = clock.now();
    await clock.pass(60);
    assert.deepEqual(known.synced, []);
  });

  it('is not while it is found out whether there is something to sync, and one is begun by hand', async () => {
    const { clock, known, change } = journal();
    await clock.pass(5);
    change();
    let asked = 0;
    Object.defineProperty(known, 'isChanged', {
      get() {
        asked += 1;
        known.isBusy = asked === 1;
        return true;
      },
      set: () => undefined,
    });
    await clock.pass(2);
    assert.deepEqual([asked, known.synced], [1, [1]]);
  });

  it('is tried again ten minutes after it failed, or two after another change', async () => {
    const { clock, known, change } = journal();
    known.sync = async () => {
      known.isChanged = false;
      return 'again';
    };
    await clock.pass(12);
    assert.deepEqual(known.synced, [1, 11]);
    change();
    await clock.pass(12);
    assert.deepEqual(known.synced, [1, 11, 14, 24]);
  });

  it('waits for a change, and ten minutes, where a person has to mend something', async () => {
    const { clock, known, change } = journal();
    known.sync = async () => {
      known.isChanged = false;
      return 'stuck';
    };
    await clock.pass(4);
    change();
    await clock.pass(6.5);
    assert.deepEqual(known.synced, [1]);
    await clock.pass(60);
    assert.deepEqual(known.synced, [1, 11]);
  });

  it('looks every ten minutes whether that is mended where changes wait for it', async () => {
    const { clock, known, change } = journal();
    const { sync } = known;
    known.sync = async () => 'stuck';
    await clock.pass(4);
    change();
    await clock.pass(20);
    assert.deepEqual(known.synced, [1, 11, 21]);
    known.sync = sync;
    await clock.pass(60);
    assert.deepEqual(known.synced, [1, 11, 21, 31]);
  });

  it('is not put off by a clock that was set back', async () => {
    const { clock, known, change } = journal();
    known.sync = async () => 'stuck';
    await clock.pass(1);
    known.lastEnd = clock.now() + 600 * minute;
    change();
    await clock.pass(2);
    assert.deepEqual(known.synced, [1, 3]);
  });

  it('is never once that is turned off', async () => {
    const { clock, known, moments, change } = journal();
    change();
    moments.dispose();
    change();
    assert.ok(!clock.isWaiting);
    await clock.pass(60);
    assert.deepEqual(known.synced, []);
  });

  it('goes on after what nobody thought of', async () => {
    const { clock, known, change } = journal();
    const { sync } = known;
    known.sync = async () => {
      throw new Error('why');
    };
    await clock.pass(3);
    assert.equal(known.failed.length, 1);
    known.sync = sync;
    change();
    await clock.pass(60);
    assert.deepEqual(known.synced, [1, 5]);
  });
});

describe('what a sync failed at', () => {
  const failedAt = (kind: 'fetching' | 'pushing' | 'committing' | 'conflict', code: string, said = '') =>
    ({ kind, cause: gitError(code, said) }) satisfies SyncObstacle;

  const passing: readonly SyncObstacle[] = [
    { kind: 'rejected' },
    failedAt('fetching', 'RemoteConnectionError', 'ssh: Could not resolve hostname'),
    failedAt('pushing', 'CantAccessRemote', 'fatal: unable to access: Could not resolve host'),
    failedAt('committing', 'RepositoryIsLocked'),
    failedAt('conflict', 'RepositoryIsLocked'),
    failedAt('fetching', 'CantLockRef'),
  ];
  const lasting: readonly SyncObstacle[] = [
    { kind: 'no branch' },
    { kind: 'merge unfinished' },
    { kind: 'staged' },
    failedAt('committing', 'NoUserNameConfigured'),
    failedAt('conflict', 'Conflict'),
    failedAt('fetching', 'AuthenticationFailed'),
    failedAt('fetching', 'RemoteConnectionError', 'git@host: Permission denied (publickey).'),
    failedAt(
      'fetching',
      'CantAccessRemote',
      'fatal: unable to access: The requested URL returned error: 403',
    ),
  ];
  for (const obstacle of [...passing, ...lasting]) {
    const isExpected = passing.includes(obstacle);
    const cause = 'cause' in obstacle ? obstacle.cause : undefined;
    const details = cause && 'gitErrorCode' in (cause as object) ? JSON.stringify(cause) : '';
    it(`passes by itself: ${isExpected ? 'yes' : 'no'}, where it is “${obstacle.kind}” ${details}`, () => {
      assert.equal(isPassing(obstacle), isExpected);
    });
  }
});
