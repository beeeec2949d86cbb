import assert from 'node:assert/strict';
import { Journal } from '../../../src/journal/journal';
import { adoptSegments, isLikely, readOrigin } from '../../../src/journal/keeping/foundJournal';
import { printHeader } from '../../../src/journal/segment';
import { aMoment, MemoryFolder } from '../support';

const workspace = { name: 'shop', folders: ['file:///home/ana/shop'] };

function open(folder: MemoryFolder, writer: string): Journal {
  return new Journal({ folder, others: async () => [], writer, workspace, now: () => 5 });
}

async function journalWith(...ids: string[]): Promise<MemoryFolder> {
  const folder = new MemoryFolder('/old');
  const journal = open(folder, 'old');
  for (const id of ids) {
    await journal.put(aMoment(id));
  }
  return folder;
}

describe('a journal that is found', () => {
  it('tells the workspace that it belongs to', async () => {
    const origin = await readOrigin(await journalWith('a'));
    assert.deepEqual(origin, { name: 'shop', folders: workspace.folders, identities: [] });
  });

  it('is told by a segment of its own before one that it adopted, and by that before none', async () => {
    const header = (name: string) => `${printHeader({ writer: name, workspace: { name, folders: [] } })}\n`;
    const folder = new MemoryFolder('/j', {
      'adopted-a-0000.jsonl': header('a'),
      'b-0000.jsonl': header('b'),
    });
    assert.equal((await readOrigin(folder))?.name, 'b');
    folder.files.delete('b-0000.jsonl');
    assert.equal((await readOrigin(folder))?.name, 'a');
  });

  it('is none where no segment has a header', async () => {
    assert.equal(
      await readOrigin(new MemoryFolder('/j', { 'a.jsonl': 'x\n', 'draft.json': '{}' })),
      undefined,
    );
  });

  it('may be of a folder of the same name or of the same repository', async () => {
    const origin = { name: 'shop', folders: ['file:///home/ana/shop'], identities: [{ remotes: ['a/b'] }] };
    assert.ok(isLikely(origin, ['file:///work/shop/'], []));
    assert.ok(isLikely(origin, ['file:///work/store'], [{ remotes: ['a/b'] }]));
    assert.ok(!isLikely(origin, ['file:///work/store'], [{ remotes: ['a/c'] }]));
    assert.ok(!isLikely({ ...origin, identities: [{}] }, ['file:///work/store'], [{}]));
  });
});

describe('adopting a journal', () => {
  it('brings its moments, and leaves what is there as it is', async () => {
    const from = await journalWith('a', 'b');
    const before = new Map(from.files);
    from.changed.length = 0;
    const into = new MemoryFolder('/new');
    await open(into, 'new').put(aMoment('mine'));
    assert.equal(await adoptSegments(from, into), 1);
    const { moments } = await open(into, 'x').read();
    assert.deepEqual(moments.map(({ id }) => id).sort(), ['a', 'b', 'mine']);
    assert.deepEqual(from.files, before);
    assert.deepEqual(from.changed, []);
  });

  it('a second time changes nothing, not even where somebody was forgotten meanwhile', async () => {
    const from = await journalWith('a');
    const into = new MemoryFolder('/new');
    await adoptSegments(from, into);
    await open(into, 'new').rewrite(text => text.replaceAll('Ana', 'someone'));
    const before = new Map(into.files);
    assert.equal(await adoptSegments(from, into), 0);
    assert.deepEqual(into.files, before);
  });

  it('again brings what has come since', async () => {
    const from = await journalWith('a');
    const into = new MemoryFolder('/new');
    await adoptSegments(from, into);
    await open(from, 'later').put(aMoment('later'));
    assert.equal(await adoptSegments(from, into), 1);
    const { moments } = await open(into, 'x').read();
    assert.deepEqual(moments.map(({ id }) => id).sort(), ['a', 'later']);
  });

  it('of one that had adopted another brings that one’s too, under one name', async () => {
    const from = await journalWith('a');
    const [second, third] = [new MemoryFolder('/2'), new MemoryFolder('/3')];
    await adoptSegments(from, second);
    await adoptSegments(second, third);
    assert.deepEqual([...third.files.keys()], [...second.files.keys()]);
  });
});
