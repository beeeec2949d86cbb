import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Journal } from '../../../src/journal/journal';
import { DraftKeeper } from '../../../src/journal/logging/draft';
import { replacingFolder } from '../../../src/platform/replacing';
import { aMoment, sorted } from '../support';
import { type Fault, FaultyDisk } from './faultyDisk';

/** A window on the disk: what it keeps in memory is gone with it. */
function openWindow(disk: FaultyDisk, writer: string): { journal: Journal; drafts: DraftKeeper } {
  const folder = replacingFolder(disk);
  const workspace = { folders: ['file:///shop'] };
  return {
    journal: new Journal({ folder, others: async () => [], writer, workspace, now: () => 1 }),
    drafts: new DraftKeeper(folder),
  };
}

/** Of which two fill a segment, so that some writes begin one. */
const longText = 'naïve 👍 '.repeat(5_000);
const momentCount = 6;

/**
 * Logs moments as a person does, trying again once where that fails, on a disk with `faults`; a crash is followed
 * by a new window. Asserts after each step, and in a window opened at the end, that all that was acknowledged is there.
 */
async function logOn(faults: readonly Fault[]): Promise<FaultyDisk> {
  const disk = new FaultyDisk(faults);
  const acknowledged = new Set<string>();
  let windows = 0;
  /** What the draft on the disk may be: the one kept last, or one that was asked for since. */
  let drafts: string[] | undefined;
  let window = openWindow(disk, 'w0');
  const restart = () => {
    windows += 1;
    disk.restart();
    window = openWindow(disk, `w${windows}`);
  };
  /** Whether it was acknowledged. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      assert.match(String(error), /^Error: (ENOSPC: no space left on device|the window is gone)/);
      if (disk.isCrashed) {
        restart();
      }
      return false;
    }
  };
  for (let number = 0; number < momentCount; number += 1) {
    const id = `m${number}`;
    const what = `${id} ${longText}`;
    const isKept = await attempt(() => window.drafts.keep({ id, what, who: [] }));
    drafts = isKept ? [what] : drafts && [...drafts, what];
    const put = () => window.journal.put(aMoment(id, { what }));
    if ((await attempt(put)) || (await attempt(put))) {
      acknowledged.add(id);
      drafts = undefined;
      await attempt(() => window.drafts.clear(id));
    } else if (drafts) {
      const { draft } = await openWindow(disk.copy(), 'look').drafts.load();
      assert.ok(drafts.includes(draft?.what ?? ''), 'the draft is on the disk');
    }
    await assertThere(disk, acknowledged);
  }
  const later = disk.copy();
  await openWindow(later, 'later').journal.put(aMoment('last'));
  await assertThere(later, new Set([...acknowledged, 'last']));
  return disk;
}

async function assertThere(disk: FaultyDisk, acknowledged: ReadonlySet<string>): Promise<void> {
  const { moments, problems } = await openWindow(disk.copy(), 'reader').journal.read();
  const ids = new Set(moments.map(({ id }) => id));
  assert.deepEqual(
    sorted(acknowledged).filter(id => !ids.has(id)),
    [],
    'acknowledged and lost',
  );
  // Only a text beside, that never became a segment, may be a part of one.
  assert.deepEqual(
    problems.filter(({ file }) => disk.files.has(file.replace(/^.*\//, ''))),
    [],
  );
}

describe('a disk that fails in the middle of things', function () {
  // Many runs each, on machines that do other things as well.
  this.timeout(20_000);
  let steps = 0;
  before(async () => {
    steps = (await logOn([])).steps;
  });

  for (const kind of ['full', 'crash'] as const) {
    it(`loses nothing acknowledged, at whatever step it fails: ${kind}`, async () => {
      assert.ok(steps > 10 * momentCount, `${steps} steps`);
      for (let step = 0; step < steps; step += 1) {
        await logOn([{ step, kind, share: 0.7 }]);
      }
    });
  }

  it('loses nothing acknowledged, however often and in whatever way it fails', async () => {
    const anyFault: fc.Arbitrary<Fault> = fc.record({
      step: fc.nat({ max: steps + 40 }),
      kind: fc.constantFrom('full', 'crash'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyFault, { minLength: 2, maxLength: 25 }), async faults => {
        await logOn(faults);
      }),
      { numRuns: 300 },
    );
  });

  it('writes over no text that is the only one there is', async () => {
    const disk = new FaultyDisk([]);
    await openWindow(disk, 'w').drafts.keep({ id: 'a', what: 'the only one', who: [] });
    // A window was gone between the delete and the rename; the next one breaks off at each step of its write.
    const [interrupted] = [...disk.files.values()];
    disk.files.clear();
    disk.files.set('draft.json.tmp', interrupted ?? '');
    let isOver = false;
    for (let step = 0; !isOver; step += 1) {
      const broken = disk.copy([{ step, kind: 'crash', share: 0.5 }]);
      isOver = await openWindow(broken, 'v')
        .drafts.keep({ id: 'a', what: 'the next one', who: [] })
        .then(
          () => true,
          () => false,
        );
      const { draft } = await openWindow(broken.copy(), 'u').drafts.load();
      assert.match(draft?.what ?? '', isOver ? /^the next one$/ : /^the (only|next) one$/, `step ${step}`);
    }
  });

  it('has what was refused kept as a draft, and takes it when there is room', async () => {
    const disk = new FaultyDisk([]);
    const { journal, drafts } = openWindow(disk, 'w');
    await drafts.keep({ id: 'a', what: 'words worth keeping', who: [] });
    await journal.put(aMoment('before'));
    disk.room = 0;
    await assert.rejects(journal.put(aMoment('a')), /^Error: ENOSPC: no space left on device/);
    const restarted = openWindow(disk, 'v');
    assert.equal((await restarted.drafts.load()).draft?.what, 'words worth keeping');
    disk.room = Number.POSITIVE_INFINITY;
    await restarted.journal.put(aMoment('a'));
    assert.deepEqual(sorted(restarted.journal.contents.moments.map(({ id }) => id)), ['a', 'before']);
  });

  it('keeps the draft of before where a longer one finds no room', async () => {
    const disk = new FaultyDisk([]);
    const { drafts } = openWindow(disk, 'w');
    await drafts.keep({ id: 'a', what: 'half a thought', who: [] });
    disk.room = 30;
    await assert.rejects(drafts.keep({ id: 'a', what: 'half a thought, and more', who: [] }), /ENOSPC/);
    assert.equal((await drafts.load()).draft?.what, 'half a thought, and more');
    assert.equal((await openWindow(disk, 'v').drafts.load()).draft?.what, 'half a thought');
  });
});
