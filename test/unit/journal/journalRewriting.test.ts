import assert from 'node:assert/strict';
import { Journal } from '../../../src/journal/journal';
import { aMoment, failing, MemoryFolder } from '../support';

const workspace = { name: 'shop', folders: ['file:///shop'] };

function open(folder: MemoryFolder, writer: string, others: readonly MemoryFolder[] = []): Journal {
  let ms = 1_000_000;
  return new Journal({
    folder,
    others: async () => others,
    writer,
    workspace,
    now: () => {
      ms += 1;
      return ms;
    },
  });
}

const withoutAna = (text: string) => text.replaceAll('Ana', 'someone');
const textsOf = (...folders: MemoryFolder[]) => folders.flatMap(({ files }) => [...files.values()]).join('');

describe('rewriting a journal', () => {
  it('changes segments of every writer and folder, and what is known', async () => {
    const [folder, other] = [new MemoryFolder('/a'), new MemoryFolder('/b')];
    await open(folder, 'x').put(aMoment('x'));
    await open(other, 'y').put(aMoment('y'));
    const journal = open(folder, 'w', [other]);
    await journal.put(aMoment('w', { what: 'Ana again' }));
    assert.deepEqual(await journal.rewrite(withoutAna), { changed: 3, failed: [] });
    assert.deepEqual(
      journal.contents.moments.map(({ who }) => who),
      [['someone'], ['someone'], ['someone']],
    );
    assert.doesNotMatch(textsOf(folder, other), /Ana/);
  });

  it('replaces no file in which nothing changes', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder, 'w');
    await journal.put(aMoment('a'));
    folder.changed.length = 0;
    assert.equal((await journal.rewrite(text => text)).changed, 0);
    assert.deepEqual(folder.changed, []);
  });

  it('doesn’t bring back what it took away, when it writes next', async () => {
    const folder = new MemoryFolder();
    const journal = open(folder, 'w');
    await journal.put(aMoment('a'));
    await journal.rewrite(withoutAna);
    await journal.put(aMoment('b', { who: ['Jo'] }));
    assert.doesNotMatch(textsOf(folder), /Ana/);
    assert.deepEqual((await journal.read()).moments.map(({ id }) => id).sort(), ['a', 'b']);
  });

  it('isn’t undone by another window that had its segment in memory', async () => {
    const folder = new MemoryFolder();
    const [one, two] = [open(folder, 'one'), open(folder, 'two')];
    await one.put(aMoment('a'));
    await two.read();
    await two.rewrite(withoutAna);
    await one.put(aMoment('b', { who: ['Jo'] }));
    assert.doesNotMatch(textsOf(folder), /Ana/);
    assert.deepEqual(one.find('a')?.who, ['someone'], 'the other window knows it as it is on the disk');
    assert.deepEqual(one.find('b')?.who, ['Jo']);
  });

  it('names what it can’t change and goes on with the rest', async () => {
    const folder = new MemoryFolder('/j');
    await open(folder, 'x').put(aMoment('x'));
    const journal = open(folder, 'w');
    await journal.put(aMoment('w'));
    folder.before = failing('replace', 'x-');
    const { changed, failed } = await journal.rewrite(withoutAna);
    assert.equal(changed, 1);
    assert.deepEqual(failed, [{ file: '/j/x-0000.jsonl', reason: 'the disk refused to replace' }]);
    assert.deepEqual(journal.find('w')?.who, ['someone']);
  });
});

describe('a segment that isn’t on the disk as it was written', () => {
  for (const [what, change] of [
    ['is gone', () => undefined],
    ['is cut off', (text: string) => text.slice(0, -20)],
    ['lacks a line', (text: string) => text.split('\n').toSpliced(1, 1).join('\n')],
    ['lacks its last event', (text: string) => text.split('\n').toSpliced(-2, 1).join('\n')],
    ['is empty', () => ''],
    ['is something else', () => '{"belay":"journal"}\n'],
  ] as const) {
    it(`is written again whole where it ${what}`, async () => {
      const folder = new MemoryFolder();
      const journal = open(folder, 'w');
      await journal.put(aMoment('a'));
      await journal.put(aMoment('b'));
      const [name = ''] = folder.files.keys();
      const changed = change(folder.files.get(name) ?? '');
      if (changed === undefined) {
        folder.files.delete(name);
      } else {
        folder.files.set(name, changed);
      }
      await journal.put(aMoment('c'));
      const { moments, problems } = await open(folder, 'x').read();
      assert.deepEqual(moments.map(({ id }) => id).sort(), ['a', 'b', 'c']);
      assert.deepEqual(problems, []);
    });
  }
});

describe('a segment’s header', () => {
  it('tells the repositories, which are asked for only when a segment is begun', async () => {
    const folder = new MemoryFolder();
    let asked = 0;
    const journal = new Journal({
      folder,
      others: async () => [],
      writer: 'w',
      workspace,
      repositories: async () => {
        asked += 1;
        return [{ rootCommit: '0123' }];
      },
      now: () => 5,
    });
    await journal.read();
    assert.equal(asked, 0);
    await journal.put(aMoment('a'));
    await journal.put(aMoment('b'));
    assert.equal(asked, 1);
    const [header = ''] = textsOf(folder).split('\n');
    assert.deepEqual(JSON.parse(header), {
      belay: 'journal',
      version: 1,
      writer: 'w',
      workspace: { ...workspace, repositories: [{ rootCommit: '0123' }] },
    });
  });
});
