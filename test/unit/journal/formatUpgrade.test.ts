import assert from 'node:assert/strict';
import { Journal } from '../../../src/journal/journal';
import { momentFormat } from '../../../src/journal/segment';
import { SegmentCodec } from '../../../src/platform/segment';
import { aMoment, MemoryFolder, sorted } from '../support';

const next = new SegmentCodec({ ...momentFormat, version: 2 });

/** A journal in `folder` that writes in the next format or in the current one, and what was on the disk when it was about to do so. */
function open(folder: MemoryFolder, writer: string, codec = next, others: readonly MemoryFolder[] = []) {
  const seen: string[][] = [];
  const journal = new Journal(
    {
      folder,
      others: async () => others,
      writer,
      workspace: { folders: [] },
      now: () => 1,
      beforeUpgrade: async () => {
        // Whatever it takes, nothing is written meanwhile.
        await new Promise(later => setTimeout(later, 0));
        seen.push(sorted(folder.files.keys()));
      },
    },
    codec,
  );
  return { journal, seen };
}

/** A folder with a journal of the current format. */
async function older(): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  await open(folder, 'old', new SegmentCodec(momentFormat)).journal.put(aMoment('a'));
  return folder;
}

const headerOf = (folder: MemoryFolder, name: string) =>
  JSON.parse(folder.files.get(name)?.split('\n', 1)[0] ?? '') as { readonly version: number };

describe('the first moment in a new format', () => {
  it('waits for what is to be done before, once, and leaves the segments of before as they are', async () => {
    const folder = await older();
    const before = folder.files.get('old-0000.jsonl');
    const { journal, seen } = open(folder, 'new');
    await Promise.all([journal.put(aMoment('b')), journal.put(aMoment('c'))]);
    await journal.read();
    await journal.delete('b');
    assert.deepEqual(seen, [['old-0000.jsonl']]);
    assert.equal(folder.files.get('old-0000.jsonl'), before);
    assert.deepEqual(
      [headerOf(folder, 'old-0000.jsonl'), headerOf(folder, 'new-0000.jsonl')].map(({ version }) => version),
      [1, 2],
    );
    const { moments, readOnly, problems } = await open(folder, 'reader').journal.read();
    assert.deepEqual([sorted(moments.map(({ id }) => id)), readOnly, problems], [['a', 'c'], false, []]);
  });

  it('waits also where only another window’s segments are of before', async () => {
    const own = new MemoryFolder();
    const { journal, seen } = open(own, 'new', next, [await older()]);
    await journal.put(aMoment('b'));
    assert.equal(seen.length, 1);
  });

  it('isn’t written where what is to be done before fails; the next is', async () => {
    const folder = await older();
    let times = 0;
    const journal = new Journal(
      {
        folder,
        others: async () => [],
        writer: 'new',
        workspace: { folders: [] },
        now: () => 1,
        beforeUpgrade: async () => {
          times += 1;
          throw new Error('no backup');
        },
      },
      next,
    );
    await assert.rejects(journal.put(aMoment('b')), /no backup/);
    assert.deepEqual([...folder.files.keys()], ['old-0000.jsonl']);
    await journal.put(aMoment('c'));
    assert.equal(times, 1);
  });

  it('makes the journal one that the version before only reads', async () => {
    const folder = await older();
    await open(folder, 'new').journal.put(aMoment('b'));
    const { journal, seen } = open(folder, 'old again', new SegmentCodec(momentFormat));
    await assert.rejects(journal.put(aMoment('c')), { name: 'NewerFormatError' });
    assert.deepEqual(seen, []);
  });
});

describe('a moment in the format of before', () => {
  it('waits for nothing: in an empty journal, or in one of that format, or one whose header is lost', async () => {
    const empty = open(new MemoryFolder(), 'w');
    await empty.journal.put(aMoment('a'));
    await empty.journal.read();
    await empty.journal.put(aMoment('b'));
    const lost = open(new MemoryFolder('/j', { 'x.jsonl': '{"op"\n' }), 'w');
    await lost.journal.put(aMoment('a'));
    const same = open(await older(), 'w', new SegmentCodec(momentFormat));
    await same.journal.put(aMoment('a'));
    assert.deepEqual([empty.seen, lost.seen, same.seen], [[], [], []]);
  });

  it('is read without anything being done', async () => {
    const { journal, seen } = open(await older(), 'w');
    await journal.read();
    assert.deepEqual(seen, []);
  });
});
