import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Journal } from '../../../src/journal/journal';
import type { Moment } from '../../../src/journal/moment';
import { SyncFailed, sync } from '../../../src/journal/sync/sync';
import { anyMoment, MemoryFolder } from '../support';
import { gitError, MemoryRemote, MemoryRepository } from './memoryGit';

/** What one of three machines does next. */
interface Step {
  readonly machine: 0 | 1 | 2;
  readonly does: 'put' | 'delete' | 'edit' | 'sync' | 'sync offline' | 'sync, the answer lost' | 'restart';
  readonly moment: Moment;
  /** How far its clock is off, in milliseconds: up to a day. */
  readonly clock: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  machine: fc.constantFrom(0, 1, 2),
  does: fc.constantFrom(
    ...(['put', 'put', 'put', 'edit', 'delete', 'sync', 'sync', 'sync offline'] as const),
    ...(['sync, the answer lost', 'restart'] as const),
  ),
  moment: anyMoment,
  clock: fc.integer({ min: -86_400_000, max: 86_400_000 }),
});

let writers = 0;

/** A machine with a clone of the journal's repository, and a window on it. */
class Machine {
  readonly folder = new MemoryFolder('/journal');
  readonly repository: MemoryRepository;
  clock = 0;
  journal = this.#open();

  constructor(remote: MemoryRemote) {
    this.repository = new MemoryRepository(this.folder, remote);
  }

  #open(): Journal {
    writers += 1;
    return new Journal({
      folder: this.folder,
      others: async () => [],
      writer: `w${writers}`,
      workspace: { folders: [] },
      now: () => 1e12 + this.clock,
    });
  }

  restart(): void {
    this.journal = this.#open();
  }

  async sync(push?: { readonly isDone: boolean }): Promise<void> {
    const failing = { error: gitError('RemoteConnectionError'), ...push };
    this.repository.fails = command => (push && command === 'push' ? failing : undefined);
    try {
      await sync(this.repository, {
        segments: async () => [...this.folder.files.keys()].map(name => `/journal/${name}`),
        message: 'Journal',
        chooseRemote: async () => 'origin',
        signal: { isCancellationRequested: false },
      });
    } catch (error) {
      // A push that doesn't arrive, or of which that isn't known, is all that may keep a sync from its end.
      assert.ok(push && error instanceof SyncFailed && error.obstacle.kind === 'pushing', String(error));
    }
    await this.journal.read();
  }
}

async function take({ does, moment }: Step, machine: Machine): Promise<void> {
  const [known] = machine.journal.contents.moments;
  switch (does) {
    case 'put':
      return machine.journal.put(moment);
    case 'edit':
      return known && machine.journal.put({ ...known, what: `${known.what}!` });
    case 'delete':
      return known && machine.journal.delete(known.id);
    case 'sync':
      return machine.sync();
    case 'sync offline':
      return machine.sync({ isDone: false });
    case 'sync, the answer lost':
      return machine.sync({ isDone: true });
    case 'restart':
      return machine.restart();
  }
}

describe('three machines that sync one journal, in any history', function () {
  this.timeout(60_000);

  it('never conflict, lose nothing, and end the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async steps => {
        const remote = new MemoryRemote();
        const machines = [new Machine(remote), new Machine(remote), new Machine(remote)];
        for (const step of steps) {
          const machine = machines[step.machine] as Machine;
          machine.clock = step.clock;
          await take(step, machine);
        }
        const linesBefore = machines.flatMap(({ folder }) => [...folder.files.values()].join('').split('\n'));
        // The last to push hasn't told the first yet.
        for (const machine of [...machines, ...machines]) {
          await machine.sync();
        }
        const [first, ...others] = machines as [Machine, ...Machine[]];
        for (const { folder, journal } of others) {
          assert.deepEqual(new Map([...folder.files].sort()), new Map([...first.folder.files].sort()));
          assert.deepEqual(journal.contents, first.journal.contents);
        }
        assert.deepEqual(first.journal.contents.problems, []);
        const lines = new Set([...first.folder.files.values()].join('').split('\n'));
        assert.ok(linesBefore.every(line => lines.has(line)));
      }),
      { numRuns: 150 },
    );
  });
});
