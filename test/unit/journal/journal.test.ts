import assert from 'node:assert/strict';
import { Journal, type JournalOptions, NewerFormatError } from '../../../src/journal/journal';
import { printEvent, printHeader } from '../../../src/journal/segment';
import { aMoment, MemoryFolder, sorted } from '../support';

const workspace = { name: 'shop', folders: ['file:///shop'] };

function open(folder: MemoryFolder, writer: string, options: Partial<JournalOptions> = {}): Journal {
  let ms = 1_000_000;
  return new Journal({
    folder,
    others: async () => [],
    writer,
    workspace,
    now: () => {
      ms += 1;
      return ms;
    },
    ...options,
  });
}

async function whatsIn(journal: Journal): Promise<Record<string, string>> {
  const { moments, problems } = await journal.read();
  assert.deepEqual(problems, []);
  return Object.fromEntries(moments.map(({ id, what }) => [id, what]));
}

describe('a journal', () => {
  it('is empty where nothing was ever written, and reading writes nothing', async () => {
    const folder = new MemoryFolder();
    assert.deepEqual(await open(folder, 'w').read(), { moments: [], problems: [], readOnly: false });
    assert.deepEqual(folder.changed, []);
  });

  it('has a moment on the disk when putting it resolves', async () => {
    const folder = new MemoryFolder();
    const moment = aMoment('a', { kind: 'pairing', mood: 'glad' });
    await open(folder, 'w').put(moment);
    const { moments } = await open(folder, 'after a restart').read();
    assert.deepEqual(moments, [moment]);
  });

  it('writes a header with its workspace, then an event a line', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder, 'w');
    await journal.put(aMoment('a'));
    await journal.delete('a');
    const [text = ''] = folder.files.values();
    const lines = text.split('\n');
    assert.equal(lines[0], printHeader({ writer: 'w', workspace }));
    assert.deepEqual(
      lines.slice(1).map(line => /^\{"op":"(\w+)"/.exec(line)?.[1]),
      ['put', 'delete', undefined],
    );
  });

  it('isn’t begun by no changes', async () => {
    const folder = new MemoryFolder();
    await open(folder, 'w').change([]);
    assert.deepEqual(folder.changed, []);
  });

  it('has a moment as it was put last', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder, 'w');
    await journal.put(aMoment('a', { what: 'first' }));
    await journal.put(aMoment('a', { what: 'second' }));
    assert.deepEqual(await whatsIn(journal), { a: 'second' });
  });

  it('lacks a deleted moment, and has it again when it is put back', async () => {
    const journal = open(new MemoryFolder(), 'w');
    await journal.put(aMoment('a'));
    await journal.delete('a');
    assert.deepEqual(await whatsIn(journal), {});
    await journal.put(aMoment('a', { what: 'back' }));
    assert.deepEqual(await whatsIn(journal), { a: 'back' });
  });

  it('keeps every moment of many that are put at once', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder, 'w');
    const ids = Array.from({ length: 60 }, (_, index) => `m${index}`);
    await Promise.all(ids.map(id => journal.put(aMoment(id))));
    assert.deepEqual(sorted(Object.keys(await whatsIn(open(folder, 'x')))), sorted(ids));
  });

  it('keeps the order of changes that are made at once', async () => {
    const journal = open(new MemoryFolder(), 'w', { now: () => 5 });
    await Promise.all([
      journal.put(aMoment('a', { what: '1' })),
      journal.delete('a'),
      journal.put(aMoment('a', { what: '2' })),
      journal.put(aMoment('a', { what: '3' })),
    ]);
    assert.deepEqual(await whatsIn(journal), { a: '3' });
  });

  it('reads only segments', async () => {
    const folder = new MemoryFolder('/j', {
      'draft.json': '{}',
      'w-0000.jsonl.tmp': 'half a segment',
      'notes.md': '# mine',
    });
    assert.deepEqual(await whatsIn(open(folder, 'w')), {});
  });
});

describe('a journal that was read', () => {
  it('knows what was written since without reading again', async () => {
    const folder = new MemoryFolder('/j');
    const journal = open(folder, 'w');
    await journal.read();
    await journal.put(aMoment('a'));
    assert.deepEqual(
      journal.contents.moments.map(({ id }) => id),
      ['a'],
    );
    await journal.delete('a');
    assert.deepEqual(journal.contents.moments, []);
  });

  it('takes nothing more once a newer version has written beside it', async () => {
    const folder = new MemoryFolder('/j');
    const journal = open(folder, 'w');
    await journal.put(aMoment('a'));
    await folder.replace(
      'n-0000.jsonl',
      '{"belay":"journal","version":2,"writer":"n","workspace":{"folders":[]}}\n',
    );
    assert.equal((await journal.read()).readOnly, true);
    await assert.rejects(journal.put(aMoment('b')), NewerFormatError);
  });
});

describe('two writers', () => {
  const twoFolders = () => {
    const [mine, yours] = [new MemoryFolder('/mine'), new MemoryFolder('/yours')];
    return {
      mine,
      yours,
      me: open(mine, 'me', { others: async () => [yours] }),
      you: open(yours, 'you', { others: async () => [mine] }),
    };
  };

  it('on two folders read each other’s moments', async () => {
    const { me, you } = twoFolders();
    await Promise.all([me.put(aMoment('a')), you.put(aMoment('b'))]);
    assert.deepEqual(sorted(Object.keys(await whatsIn(me))), ['a', 'b']);
    assert.deepEqual(await whatsIn(you), await whatsIn(me));
  });

  it('edit and delete each other’s moments without touching each other’s files', async () => {
    const { mine, yours, me, you } = twoFolders();
    await me.put(aMoment('a', { what: 'mine' }));
    await me.put(aMoment('b'));
    const before = new Map(mine.files);
    await you.put(aMoment('a', { what: 'yours' }));
    await you.delete('b');
    assert.deepEqual(await whatsIn(me), { a: 'yours' });
    assert.deepEqual(mine.files, before);
    assert.ok(yours.changed.every(name => name.startsWith('you-')));
  });

  it('in one folder have files of their own', async () => {
    const folder = new MemoryFolder();
    const [me, you] = [open(folder, 'me'), open(folder, 'you')];
    await Promise.all([me.put(aMoment('a')), you.put(aMoment('b'))]);
    await Promise.all([me.put(aMoment('c')), you.put(aMoment('d'))]);
    assert.deepEqual(sorted(folder.files.keys()), ['me-0000.jsonl', 'you-0000.jsonl']);
    assert.deepEqual(sorted(Object.keys(await whatsIn(me))), ['a', 'b', 'c', 'd']);
  });

  it('replace each other’s moments also where the wall clock is behind', async () => {
    const future = printEvent({
      op: 'put',
      stamp: { ms: 9e12, count: 3, writer: 'zoe' },
      entry: aMoment('a'),
    });
    const text = `${printHeader({ writer: 'zoe', workspace })}\n${future}\n`;
    const folder = new MemoryFolder('/j', { 'zoe-0000.jsonl': text });
    const journal = open(folder, 'me');
    await journal.put(aMoment('a', { what: 'edited' }));
    assert.deepEqual(await whatsIn(journal), { a: 'edited' });
    assert.equal(folder.files.get('zoe-0000.jsonl'), text);
  });
});
