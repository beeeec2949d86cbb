import assert from 'node:assert/strict';
import { Journal } from '../../../src/journal/journal';
import { printEvent, printHeader } from '../../../src/journal/segment';
import { aMoment, failing, MemoryFolder, sorted } from '../support';

function open(folder: MemoryFolder, others: readonly MemoryFolder[] = []): Journal {
  return new Journal({
    folder,
    others: async () => others,
    writer: 'me',
    workspace: { folders: [] },
    now: () => 1,
  });
}

/** A folder of segments with a moment in each, `what` being as long as that. */
function folderOf(count: number, path = '/j', length = 10): MemoryFolder {
  const files = Array.from({ length: count }, (_, index) => {
    const writer = `${path.slice(1)}${index}`;
    const entry = aMoment(writer, { what: 'x'.repeat(length) });
    const event = printEvent({ op: 'put', stamp: { ms: index + 1, count: 0, writer }, entry });
    return [`${writer}-0000.jsonl`, `${printHeader({ writer, workspace: { folders: [] } })}\n${event}\n`];
  });
  return new MemoryFolder(path, Object.fromEntries(files));
}

const idsIn = (journal: Journal) => sorted(journal.contents.moments.map(({ id }) => id));

describe('reading a journal', () => {
  it('tells how far it is, over all folders', async () => {
    const told: [number, number][] = [];
    const journal = open(folderOf(3), [folderOf(2, '/k')]);
    await journal.read({ progress: (done, of) => told.push([done, of]) });
    assert.deepEqual(
      told,
      [1, 2, 3, 4, 5].map(done => [done, 5]),
    );
    assert.deepEqual(idsIn(journal), ['j0', 'j1', 'j2', 'k0', 'k1']);
  });

  it('reads every segment once, with few of them under way at a time', async () => {
    const folder = folderOf(100);
    const asked: string[] = [];
    let [running, most] = [0, 0];
    folder.before = async (operation, name) => {
      if (operation === 'read') {
        asked.push(name);
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      }
    };
    await open(folder).read();
    assert.deepEqual(sorted(asked), sorted(folder.files.keys()));
    assert.ok(most > 1 && most <= 16, `${most} at a time`);
  });

  it('lets others have their turn, also where files come at once', async () => {
    let turns = 0;
    let reading = true;
    const turn = () => {
      turns += 1;
      if (reading) {
        setTimeout(turn, 0);
      }
    };
    setTimeout(turn, 0);
    await open(folderOf(40, '/j', 100_000)).read();
    reading = false;
    assert.ok(turns >= 3, `${turns} turns in 4,000,000 characters`);
  });

  it('names what is wrong in the order of the files, however the disk answers', async () => {
    const folder = new MemoryFolder('/j', { 'a.jsonl': 'x', 'b.jsonl': 'y', 'c.jsonl': 'z' });
    folder.before = async (operation, name) => {
      if (operation === 'read' && name === 'a.jsonl') {
        await new Promise(setImmediate);
      }
      failing('read', 'b.jsonl')(operation, name);
    };
    const { problems } = await open(folder).read();
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['/j/a.jsonl', '/j/b.jsonl', '/j/c.jsonl'],
    );
  });

  it('takes a segment for empty that is gone since it was listed', async () => {
    const folder = folderOf(2);
    folder.before = (operation, name) => {
      if (operation === 'read' && name.startsWith('j1')) {
        folder.files.delete(name);
      }
    };
    const journal = open(folder);
    assert.deepEqual((await journal.read()).problems, []);
    assert.deepEqual(idsIn(journal), ['j0']);
  });
});

describe('a journal whose reading is cancelled', () => {
  /** Aborts once so many segments are done. */
  const abortAfter = (count: number) => {
    const signal = { aborted: count === 0 };
    return {
      signal,
      progress: (done: number) => {
        signal.aborted = done >= count;
      },
    };
  };

  it('knows nothing where it knew nothing', async () => {
    for (const count of [0, 1, 4]) {
      const journal = open(folderOf(5));
      await journal.read(abortAfter(count));
      assert.deepEqual(idsIn(journal), []);
    }
  });

  it('keeps what it knew, problems and all', async () => {
    const folder = new MemoryFolder('/j', { 'broken-0000.jsonl': 'broken' });
    const journal = open(folder);
    await journal.put(aMoment('mine'));
    const before = await journal.read();
    for (const [name, text] of folderOf(5).files) {
      folder.files.set(name, text);
    }
    folder.files.delete('broken-0000.jsonl');
    assert.deepEqual(await journal.read(abortAfter(3)), before);
    assert.equal(journal.find('mine')?.id, 'mine');
  });

  it('asks the disk for nothing more', async () => {
    const folder = folderOf(200);
    let asked = 0;
    folder.before = operation => {
      asked += operation === 'read' ? 1 : 0;
    };
    await open(folder).read(abortAfter(10));
    assert.ok(asked < 40, `${asked} segments`);
  });

  it('is read whole before anything is written to it', async () => {
    const folder = folderOf(3);
    const journal = open(folder);
    await journal.read(abortAfter(1));
    await journal.put(aMoment('new'));
    assert.deepEqual(idsIn(journal), ['j0', 'j1', 'j2', 'new']);
  });

  it('is read the next time', async () => {
    const journal = open(folderOf(3));
    await journal.read(abortAfter(1));
    await journal.read();
    assert.deepEqual(idsIn(journal), ['j0', 'j1', 'j2']);
  });
});

describe('a moment that is asked for by its id', () => {
  it('is found as it is now, and not once it is deleted', async () => {
    const journal = open(new MemoryFolder());
    assert.equal(journal.find('a'), undefined);
    await journal.put(aMoment('a', { what: 'first' }));
    await journal.put(aMoment('a', { what: 'second' }));
    assert.equal(journal.find('a')?.what, 'second');
    await journal.delete('a');
    assert.equal(journal.find('a'), undefined);
  });
});
