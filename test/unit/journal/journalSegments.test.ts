import assert from 'node:assert/strict';
import { Journal } from '../../../src/journal/journal';
import { parseSegment } from '../../../src/journal/segment';
import { aMoment, failing, MemoryFolder, sorted } from '../support';

const bound = 64 * 1024;
const longest = 10_000;

function open(folder: MemoryFolder, writer = 'w'): Journal {
  return new Journal({ folder, others: async () => [], writer, workspace: { folders: [] }, now: () => 1 });
}

/** Puts moments of 10,000 characters, of which seven fill a segment. */
async function fill(journal: Journal, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    await journal.put(aMoment(`m${number}`, { what: 'x'.repeat(longest) }));
  }
}

describe('a segment at its size bound', () => {
  it('is closed, and the next moment goes into a new one', async () => {
    const folder = new MemoryFolder();
    await fill(open(folder), 0, 8);
    assert.deepEqual([...folder.files.keys()], ['w-0000.jsonl', 'w-0001.jsonl']);
    for (const [name, text] of folder.files) {
      assert.deepEqual(parseSegment(name, text).problems, [], 'each segment has a header of its own');
    }
  });

  it('is never rewritten afterwards', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    await fill(journal, 0, 8);
    const closed = folder.files.get('w-0000.jsonl');
    const changesSoFar = folder.changed.length;
    await fill(journal, 8, 30);
    await journal.delete('m0');
    assert.equal(folder.files.get('w-0000.jsonl'), closed);
    assert.ok(!folder.changed.slice(changesSoFar).includes('w-0000.jsonl'));
  });

  it('never grows further than one moment beyond the bound', async () => {
    const folder = new MemoryFolder();
    await fill(open(folder), 0, 40);
    for (const text of folder.files.values()) {
      assert.ok(text.length < bound + longest + 500, `${text.length} characters`);
    }
  });

  it('loses nothing where one segment ends and the next begins', async () => {
    const folder = new MemoryFolder();
    await fill(open(folder), 0, 40);
    assert.equal((await open(folder, 'reader').read()).moments.length, 40);
  });

  it('takes a moment that is larger than the bound', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    const what = 'x'.repeat(2 * bound);
    await journal.put(aMoment('huge', { what }));
    await journal.put(aMoment('next'));
    assert.equal(folder.files.size, 2);
    assert.deepEqual(sorted((await journal.read()).moments.map(moment => moment.what)), [
      aMoment('next').what,
      what,
    ]);
  });

  it('leaves no gap and no duplicate when the first write of the next one fails', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    await fill(journal, 0, 7);
    folder.before = failing('replace', '-0001');
    await assert.rejects(fill(journal, 7, 8));
    folder.before = () => undefined;
    await fill(journal, 8, 10);
    assert.deepEqual([...folder.files.keys()], ['w-0000.jsonl', 'w-0001.jsonl']);
    const ids = sorted((await journal.read()).moments.map(({ id }) => id));
    assert.deepEqual(ids, ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm8', 'm9']);
  });
});

describe('a writer', () => {
  it('changes no file but those of its own', async () => {
    const folder = new MemoryFolder('/j', { 'draft.json': '{}', 'w2-0000.jsonl': '' });
    await fill(open(folder, 'other'), 0, 9);
    const before = new Map(folder.files);
    const changesSoFar = folder.changed.length;
    const journal = open(folder);
    await fill(journal, 5, 20);
    await journal.delete('m1');
    assert.ok(folder.changed.slice(changesSoFar).every(name => /^w-\d{4}\.jsonl$/.test(name)));
    for (const [name, text] of before) {
      assert.equal(folder.files.get(name), text);
    }
  });
});
