import assert from 'node:assert/strict';
import { Journal, NewerFormatError } from '../../../src/journal/journal';
import { printEvent, printHeader } from '../../../src/journal/segment';
import { aMoment, failing, MemoryFolder, sorted } from '../support';

const workspace = { folders: ['file:///shop'] };

function open(folder: MemoryFolder, others: readonly MemoryFolder[] = []): Journal {
  return new Journal({ folder, others: async () => others, writer: 'w', workspace, now: () => 1 });
}

function segmentWith(...ids: string[]): string {
  const events = ids.map(id =>
    printEvent({ op: 'put', stamp: { ms: 1, count: 0, writer: 'old' }, entry: aMoment(id) }),
  );
  return `${[printHeader({ writer: 'old', workspace }), ...events].join('\n')}\n`;
}

const newerSegment = segmentWith('future').replace('"version":1', '"version":2');

async function idsIn(journal: Journal): Promise<string[]> {
  return sorted((await journal.read()).moments.map(({ id }) => id));
}

/** How often the files of `folder` have an event on the moment. */
function occurrences(folder: MemoryFolder, id: string): number {
  return [...folder.files.values()].join('').split(`"id":"${id}"`).length - 1;
}

describe('a write that fails', () => {
  it('is reported to its caller, and what was there stays as it was', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    await journal.put(aMoment('a'));
    const before = new Map(folder.files);
    folder.before = failing('replace');
    await assert.rejects(journal.put(aMoment('b')), /refused to replace/);
    assert.deepEqual(folder.files, before);
    assert.deepEqual(await idsIn(journal), ['a']);
  });

  it('isn’t made up for by the next one, which works', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    await journal.put(aMoment('a'));
    folder.before = failing('replace');
    await assert.rejects(journal.put(aMoment('failed')));
    folder.before = () => undefined;
    await journal.put(aMoment('b'));
    assert.deepEqual(await idsIn(journal), ['a', 'b']);
    assert.deepEqual(
      ['a', 'failed', 'b'].map(id => occurrences(folder, id)),
      [1, 0, 1],
    );
  });

  it('can be tried again and is then there once', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    folder.before = failing('replace');
    await assert.rejects(journal.put(aMoment('a')));
    assert.equal(folder.files.size, 0);
    folder.before = () => undefined;
    await journal.put(aMoment('a'));
    assert.deepEqual(await idsIn(journal), ['a']);
    assert.equal(occurrences(folder, 'a'), 1);
  });

  it('fails alone among others that were asked for at once', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    let writes = 0;
    folder.before = operation => {
      writes += operation === 'replace' ? 1 : 0;
      if (operation === 'replace' && writes === 2) {
        throw new Error('the second one');
      }
    };
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(id => journal.put(aMoment(id))));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(await idsIn(journal), ['a', 'c']);
  });

  it('may be a delete, after which the moment is still there', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder);
    await journal.put(aMoment('a'));
    folder.before = failing('replace');
    await assert.rejects(journal.delete('a'));
    assert.deepEqual(await idsIn(journal), ['a']);
  });
});

describe('a journal that can’t be read whole', () => {
  it('names the file that can’t be read and has the rest', async () => {
    const folder = new MemoryFolder('/j', { 'x.jsonl': segmentWith('a'), 'y.jsonl': segmentWith('b') });
    folder.before = failing('read', 'x');
    const { moments, problems } = await open(folder).read();
    assert.deepEqual(
      moments.map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual(problems, [{ file: '/j/x.jsonl', reason: 'the disk refused to read' }]);
  });

  it('names the line that can’t be read, by the path of its folder', async () => {
    const other = new MemoryFolder('/other', { 'x.jsonl': `${segmentWith('a')}nonsense\n` });
    const { moments, problems } = await open(new MemoryFolder('/j'), [other]).read();
    assert.deepEqual(
      moments.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      [['/other/x.jsonl', 3]],
    );
  });

  it('takes new moments beside a broken file, which stays as it is', async () => {
    const broken = `${segmentWith('a')}nonsense\n`;
    const folder = new MemoryFolder('/j', { 'x.jsonl': broken });
    const journal = open(folder);
    await journal.put(aMoment('b'));
    assert.deepEqual(await idsIn(journal), ['a', 'b']);
    assert.equal(folder.files.get('x.jsonl'), broken);
  });

  it('fails the reading when its own folder can’t be listed', async () => {
    const broken = new MemoryFolder('/broken');
    broken.before = failing('list');
    await assert.rejects(open(broken).read(), /refused to list/);
  });

  it('takes no first moment while what is there isn’t known, and takes it afterwards', async () => {
    const folder = new MemoryFolder('/j', { 'x.jsonl': segmentWith('a') });
    const journal = open(folder);
    folder.before = failing('list');
    await assert.rejects(journal.put(aMoment('b')), /refused to list/);
    assert.deepEqual(folder.changed, []);
    folder.before = () => undefined;
    await journal.put(aMoment('b'));
    assert.deepEqual(await idsIn(journal), ['a', 'b']);
  });
});

describe('a journal that a newer version has written to', () => {
  for (const [where, folders] of [
    ['in its own folder', () => [new MemoryFolder('/j', { 'new.jsonl': newerSegment })]],
    [
      'in another folder',
      () => [new MemoryFolder('/j'), new MemoryFolder('/k', { 'new.jsonl': newerSegment })],
    ],
  ] as const) {
    it(`is read but refuses to be written: ${where}`, async () => {
      const [folder = new MemoryFolder(), ...others] = folders();
      const journal = open(folder, others);
      const { moments, readOnly, problems } = await journal.read();
      assert.deepEqual([moments.map(({ id }) => id), readOnly, problems], [['future'], true, []]);
      await assert.rejects(journal.put(aMoment('b')), NewerFormatError);
      await assert.rejects(journal.delete('future'), NewerFormatError);
      assert.deepEqual([...folder.changed, ...others.flatMap(({ changed }) => changed)], []);
    });
  }
});

describe('reading and writing at the same time', () => {
  it('loses nothing that was written while a read was under way', async () => {
    const folder = new MemoryFolder('/j', { 'old-0000.jsonl': segmentWith('old') });
    const journal = open(folder);
    let release: (() => void) | undefined;
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    folder.before = operation => (operation === 'read' ? held : undefined);
    const reading = journal.read();
    const writing = journal.put(aMoment('new'));
    release?.();
    await Promise.all([reading, writing]);
    assert.deepEqual(sorted(journal.contents.moments.map(({ id }) => id)), ['new', 'old']);
  });

  it('names another window’s folder that can’t be listed, and goes on', async () => {
    const other = new MemoryFolder('/other');
    other.before = failing('list');
    const journal = open(new MemoryFolder('/j'), [other]);
    await journal.put(aMoment('a'));
    const { moments, problems } = await journal.read();
    assert.deepEqual([moments.length, problems.map(({ file }) => file)], [1, ['/other']]);
  });
});
