import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Journal } from '../../../src/journal/journal';
import type { Moment } from '../../../src/journal/moment';
import {
  type JournalEvent,
  momentId,
  parseSegment,
  printEvent,
  printHeader,
} from '../../../src/journal/segment';
import { MomentUnion } from '../../../src/journal/union';
import { anyMoment, MemoryFolder, sorted } from '../support';

const workspace = { folders: ['file:///shop'] };

/** A folder that lists its files in the order of `weights`, over and over. */
class ShuffledFolder extends MemoryFolder {
  constructor(
    files: ReadonlyMap<string, string>,
    private readonly weights: readonly number[],
  ) {
    super('/journal', Object.fromEntries(files));
  }

  override async list(): Promise<string[]> {
    const weightOf = (index: number) => this.weights[index % this.weights.length] ?? 0;
    return [...(await super.list())]
      .map((name, index) => ({ name, weight: weightOf(index) }))
      .sort((a, b) => a.weight - b.weight)
      .map(({ name }) => name);
  }
}

/** What one of three windows does next. */
interface Step {
  readonly window: 0 | 1 | 2;
  readonly does: 'put' | 'delete' | 'look' | 'restart';
  readonly moment: Moment;
  /** How far its clock is off, in milliseconds. */
  readonly clock: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  window: fc.constantFrom(0, 1, 2),
  does: fc.constantFrom('put', 'put', 'put', 'delete', 'look', 'restart'),
  moment: anyMoment,
  clock: fc.integer({ min: -50, max: 50 }),
});

/** Runs the steps, those of different windows at once, on two folders of which all read both; gives the folders. */
async function run(steps: readonly Step[]): Promise<MemoryFolder[]> {
  const folders = [new MemoryFolder('/one'), new MemoryFolder('/two')];
  const clocks = [0, 0, 0];
  let opened = 0;
  const open = (window: number) => {
    opened += 1;
    const folder = folders[window % 2] as MemoryFolder;
    return new Journal({
      folder,
      others: async () => folders.filter(other => other !== folder),
      writer: `w${opened}`,
      workspace,
      now: () => 1_000 + (clocks[window] ?? 0),
    });
  };
  const windows = [0, 1, 2].map(open);
  const working: Promise<unknown>[] = [];
  for (const { window, does, moment, clock } of steps) {
    clocks[window] = clock;
    const journal = windows[window] as Journal;
    if (does === 'restart') {
      windows[window] = open(window);
    } else if (does === 'look') {
      working.push(journal.read());
    } else {
      working.push(does === 'put' ? journal.put(moment) : journal.delete(moment.id));
    }
    if (clock % 3 === 0) {
      await Promise.all(working.splice(0));
    }
  }
  await Promise.all(working);
  return folders;
}

/** All events in the folders' segments, each line of which can be read. */
function eventsIn(folders: readonly MemoryFolder[]): JournalEvent[] {
  return folders.flatMap(({ files }) =>
    [...files].flatMap(([name, text]) => {
      const { events, problems } = parseSegment(name, text);
      assert.deepEqual(problems, []);
      return events;
    }),
  );
}

async function read(folder: MemoryFolder, others: readonly MemoryFolder[]): Promise<Journal> {
  const journal = new Journal({ folder, others: async () => others, writer: 'r', workspace, now: () => 1 });
  await journal.read();
  return journal;
}

describe('windows that write at once, in any interleaving', function () {
  // Many runs each, on machines that do other things as well.
  this.timeout(20_000);
  const anySteps = fc.array(anyStep, { maxLength: 25 });
  const anyWeights = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 10 });

  it('have written every change that was acknowledged, once', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async steps => {
        const asked = steps.flatMap(({ does, moment }) =>
          does === 'put' || does === 'delete' ? [`${does} ${moment.id}`] : [],
        );
        const written = eventsIn(await run(steps)).map(event => `${event.op} ${momentId(event)}`);
        assert.deepEqual(sorted(written), sorted(asked));
      }),
    );
  });

  it('leave one journal, in whatever order its files are read and from whichever folder', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, anyWeights, async (steps, weights) => {
        const folders = await run(steps);
        const union = new MomentUnion();
        for (const event of eventsIn(folders)) {
          union.apply(event);
        }
        const shuffled = folders.map(({ files }) => new ShuffledFolder(files, weights));
        for (const one of shuffled) {
          const journal = await read(
            one,
            shuffled.filter(other => other !== one),
          );
          assert.deepEqual(journal.contents, { moments: union.moments(), problems: [], readOnly: false });
        }
      }),
    );
  });

  it('leave what each window wrote last of a moment that nobody else touched', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async steps => {
        const own = steps.map(step => ({
          ...step,
          moment: { ...step.moment, id: `${step.window} ${step.moment.id}` },
        }));
        const last = new Map(
          own
            .filter(({ does }) => does === 'put' || does === 'delete')
            .map(({ does, moment }) => [moment.id, does === 'put' ? moment : undefined]),
        );
        // A window that was opened anew has to have ended what it did before.
        const [one, two] = (await run(own.filter(({ does }) => does !== 'restart'))) as [
          MemoryFolder,
          MemoryFolder,
        ];
        const journal = await read(one, [two]);
        for (const [id, moment] of last) {
          assert.deepEqual(journal.find(id), moment);
        }
      }),
    );
  });
});

describe('a segment that breaks off at any byte', function () {
  this.timeout(20_000);
  const anyLines = fc.array(fc.tuple(anyMoment, fc.boolean()), { maxLength: 6 }).map(drawn =>
    drawn.map(([moment, deletes], index): JournalEvent => {
      const stamp = { ms: 10 + index, count: 0, writer: 'torn' };
      return deletes ? { op: 'delete', stamp, id: moment.id } : { op: 'put', stamp, entry: moment };
    }),
  );
  const header = printHeader({ writer: 'torn', workspace: { name: 'Gebäude 👍', folders: [] } });
  const encoder = new TextEncoder();

  it('loses at most the line that breaks off, in the middle of a character too, and no other segment’s', async () => {
    // Anywhere, and mostly close to where a line ends.
    const anyCut = fc.oneof(
      fc.record({ line: fc.nat({ max: 6 }), further: fc.integer({ min: -3, max: 3 }) }),
      fc.record({ line: fc.constant(0), further: fc.nat({ max: 5_000 }) }),
    );
    await fc.assert(
      fc.asyncProperty(anyLines, anyMoment, anyCut, async (events, other, { line, further }) => {
        const lines = [header, ...events.map(printEvent)];
        const bytes = encoder.encode(`${lines.join('\n')}\n`);
        const lineEnds = lines.map((_, index) => encoder.encode(lines.slice(0, index + 1).join('\n')).length);
        const cut = Math.min(bytes.length, (lineEnds[line % lines.length] ?? 0) + further);
        const otherText = `${[
          printHeader({ writer: 'other', workspace }),
          printEvent({ op: 'put', stamp: { ms: 5, count: 0, writer: 'other' }, entry: other }),
        ].join('\n')}\n`;
        const folder = new MemoryFolder('/journal', {
          'torn-0000.jsonl': new TextDecoder().decode(bytes.slice(0, cut)),
          'other-0000.jsonl': otherText,
        });

        // A line is whole with its last byte; its line break may be what is missing.
        const whole = lineEnds.slice(1).filter(end => end <= cut).length;
        const union = new MomentUnion();
        for (const event of [...events.slice(0, whole), ...parseSegment('o', otherText).events]) {
          union.apply(event);
        }
        const journal = await read(folder, []);
        assert.deepEqual(journal.contents.moments, union.moments());
        assert.ok(journal.contents.problems.length <= 1);
        for (const { file, line } of journal.contents.problems) {
          const left = folder.files.get('torn-0000.jsonl')?.split('\n') ?? [];
          assert.deepEqual([file, line], ['/journal/torn-0000.jsonl', left.length]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
