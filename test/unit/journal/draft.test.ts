import assert from 'node:assert/strict';
import { beginBefore, type Draft, DraftKeeper, earlierDraft } from '../../../src/journal/logging/draft';
import { failing, MemoryFolder } from '../support';

const file = 'draft.json';
const draftOf = (what: string): Draft => ({ id: 'd', what, who: ['Ana', 'Jo'] });

/** What another window, or this one after a restart, would find. */
async function onDisk(folder: MemoryFolder): Promise<Draft | undefined> {
  return (await new DraftKeeper(folder).load()).draft;
}

describe('a draft', () => {
  it('is there after a restart, whole, once keeping it has resolved', async () => {
    const folder = new MemoryFolder();
    const draft: Draft = {
      id: 'd',
      what: 'a "line"\nand another 👍',
      typedAt: '2026-03-02T09:00:00Z',
      who: [],
      kind: '1:1',
      skill: null,
      dimension: 'coaching',
      learned: 'ask first ',
      followUp: 'friday',
      preset: { who: ['Kim'], kind: 'review' },
      quote: 'Why\ntwice?',
      offered: ['Lee'],
      earlier: [{ id: 'e', what: 'begun before' }],
      place: { file: 'src/a.ts', firstLine: 3, lastLine: 9, commit: '0123abc' },
    };
    await new DraftKeeper(folder).keep(draft);
    assert.deepEqual(await onDisk(folder), draft);
  });

  it('of a version without shorthand is read: what its names, kind and skill were stays', async () => {
    const old = { id: 'd', what: 'paired', who: '@Ana and Jo', kind: 'pairing', skill: 'execution' };
    const folder = new MemoryFolder('/j', { [file]: JSON.stringify(old) });
    assert.deepEqual(await onDisk(folder), { ...old, who: ['Ana', 'Jo'] });
    folder.files.set(file, JSON.stringify({ id: 'd', what: 'paired', who: '' }));
    assert.equal((await onDisk(folder))?.who, undefined);
  });

  it('that is done leaves the one that was begun before it', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    const first = { ...draftOf('first'), id: '1' };
    const second = beginBefore({ ...draftOf('second'), id: '2' }, first);
    const third = beginBefore({ ...draftOf('third'), id: '3' }, second);
    await keeper.keep(third);
    await keeper.clear('3', earlierDraft(third));
    assert.deepEqual(await onDisk(folder), second);
    await keeper.clear('2', earlierDraft(second));
    assert.deepEqual([(await keeper.load()).draft, await onDisk(folder)], [first, first]);
    assert.equal(earlierDraft(first), undefined);
  });

  it('isn’t there where none was kept', async () => {
    assert.deepEqual(await new DraftKeeper(new MemoryFolder()).load(), { draft: undefined });
  });

  it('may be empty', async () => {
    const folder = new MemoryFolder();
    await new DraftKeeper(folder).keep(draftOf(''));
    assert.deepEqual(await onDisk(folder), draftOf(''));
  });

  it('replaces the one before it', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    await keeper.keep(draftOf('first'));
    await keeper.keep(draftOf('second'));
    assert.equal((await keeper.load()).draft?.what, 'second');
    assert.equal((await onDisk(folder))?.what, 'second');
  });

  it('is gone from memory and disk once it is cleared', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    await keeper.keep(draftOf('x'));
    await keeper.clear('d');
    assert.equal((await keeper.load()).draft, undefined);
    assert.deepEqual([...folder.files.keys()], []);
  });

  it('stays where another one is cleared, which was logged meanwhile', async () => {
    const keeper = new DraftKeeper(new MemoryFolder());
    await keeper.keep(draftOf('begun since'));
    await keeper.clear('logged');
    assert.equal((await keeper.load()).draft?.what, 'begun since');
  });

  it('can be cleared where there is none', async () => {
    await assert.doesNotReject(new DraftKeeper(new MemoryFolder()).clear('d'));
  });
});

describe('many drafts in a row', () => {
  it('end with the latest on the disk, without one write for each', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    await Promise.all(Array.from({ length: 50 }, (_, index) => keeper.keep(draftOf(`draft ${index}`))));
    assert.equal((await onDisk(folder))?.what, 'draft 49');
    assert.ok(folder.changed.length < 50);
  });

  it('end with nothing on the disk when the latest was cleared', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    await Promise.all([keeper.keep(draftOf('x')), keeper.keep(draftOf('y')), keeper.clear('d')]);
    assert.equal(folder.files.size, 0);
  });

  it('are never written at the same time', async () => {
    const folder = new MemoryFolder();
    let running = 0;
    let most = 0;
    folder.before = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    };
    const keeper = new DraftKeeper(folder);
    const kept = [keeper.keep(draftOf('x')), keeper.keep(draftOf('y'))];
    await new Promise(setImmediate);
    kept.push(keeper.keep(draftOf('z')), keeper.clear('d'), keeper.keep(draftOf('last')));
    await Promise.all(kept);
    assert.equal(most, 1);
    assert.equal((await onDisk(folder))?.what, 'last');
  });
});

describe('a draft that can’t be written', () => {
  it('rejects, and is still there for this window', async () => {
    const folder = new MemoryFolder();
    folder.before = failing('replace');
    const keeper = new DraftKeeper(folder);
    await assert.rejects(keeper.keep(draftOf('typed')), /refused to replace/);
    assert.deepEqual(await keeper.load(), { draft: draftOf('typed') });
  });

  it('leaves the one before it on the disk', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    await keeper.keep(draftOf('old'));
    folder.before = failing('replace');
    await assert.rejects(keeper.keep(draftOf('new')));
    assert.equal((await onDisk(folder))?.what, 'old');
    assert.equal((await keeper.load()).draft?.what, 'new');
  });

  it('doesn’t stand in the way of the next one', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    folder.before = failing('replace');
    await assert.rejects(keeper.keep(draftOf('lost')));
    folder.before = () => undefined;
    await keeper.keep(draftOf('next'));
    assert.equal((await onDisk(folder))?.what, 'next');
  });

  it('rejects when it can’t be removed either', async () => {
    const folder = new MemoryFolder();
    const keeper = new DraftKeeper(folder);
    await keeper.keep(draftOf('x'));
    folder.before = failing('remove');
    await assert.rejects(keeper.clear('d'), /refused to remove/);
  });
});

describe('a draft that can’t be read', () => {
  for (const text of ['', '{ "what": "half', '[]', 'null', '{"what":"no who"}', '{"what":1,"who":""}']) {
    it(`is moved aside as it is, and its new path is told: ${text || 'an empty file'}`, async () => {
      const folder = new MemoryFolder('/j', { [file]: text });
      const { draft, setAside } = await new DraftKeeper(folder).load();
      assert.equal(draft, undefined);
      const [[name, kept] = [], ...others] = [...folder.files];
      assert.deepEqual([kept, others], [text, []]);
      assert.notEqual(name, file);
      assert.equal(setAside, `/j/${name}`);
    });
  }

  it('isn’t overwritten by the next one', async () => {
    const folder = new MemoryFolder('/j', { [file]: 'precious' });
    const keeper = new DraftKeeper(folder);
    await keeper.load();
    await keeper.keep(draftOf('next'));
    assert.ok([...folder.files.values()].includes('precious'));
    assert.equal((await onDisk(folder))?.what, 'next');
  });

  it('fails the loading when the disk does, and is left alone', async () => {
    const folder = new MemoryFolder('/j', { [file]: JSON.stringify(draftOf('x')) });
    folder.before = failing('read');
    await assert.rejects(new DraftKeeper(folder).load(), /refused to read/);
    assert.deepEqual([...folder.files.keys()], [file]);
  });

  it('is left where it is when it can’t be moved', async () => {
    const folder = new MemoryFolder('/j', { [file]: 'precious' });
    folder.before = failing('rename');
    const keeper = new DraftKeeper(folder);
    await assert.rejects(keeper.load(), /refused to rename/);
    await keeper.keep(draftOf('next'));
    assert.equal(folder.files.get(file), 'precious');
    assert.equal((await keeper.load()).draft?.what, 'next');
  });
});

describe('a draft file that can’t be read', () => {
  it('fails the load, and is not written over by the next draft', async () => {
    const folder = new MemoryFolder('/j', { 'draft.json': '{"id":"k","what":"kept","who":""}' });
    const keeper = new DraftKeeper(folder);
    folder.before = failing('read');
    await assert.rejects(keeper.load());
    folder.before = () => undefined;
    await keeper.keep(draftOf('new'));
    assert.match((await folder.read('draft.json')) ?? '', /kept/);
    assert.equal((await keeper.load()).draft?.what, 'new');
  });
});
