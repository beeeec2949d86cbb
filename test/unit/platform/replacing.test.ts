import assert from 'node:assert/strict';
import { replacingFolder } from '../../../src/platform/replacing';
import { FaultyDisk } from '../journal/faultyDisk';

/** A disk with those files, on which `meanwhile` happens, one after each read. */
class BusyDisk extends FaultyDisk {
  constructor(
    files: Readonly<Record<string, string>>,
    private readonly meanwhile: ((files: Map<string, string>) => void)[],
  ) {
    super([]);
    for (const [name, text] of Object.entries(files)) {
      this.files.set(name, text);
    }
  }

  override async read(name: string): Promise<Uint8Array | undefined> {
    const bytes = await super.read(name);
    this.meanwhile.shift()?.(this.files);
    return bytes;
  }
}

const renamed = (files: Map<string, string>) => {
  files.set('a', files.get('a.tmp') ?? '');
  files.delete('a.tmp');
};
const begunAnew = (files: Map<string, string>) => {
  renamed(files);
  files.set('a.tmp', 'one\nt');
};

describe('reading a file while it is being replaced', () => {
  for (const [when, meanwhile, text] of [
    ['is renamed after the first look', [renamed], 'one\ntwo\n'],
    ['is renamed, and the next text begun, after the first look', [begunAnew], 'one\ntwo\n'],
    ['is renamed after the second look', [() => undefined, renamed], 'one\ntwo\n'],
    ['stays where it is, its window being gone', [], 'one\ntwo\n'],
  ] as const) {
    it(`gives a whole text where the one beside ${when}`, async () => {
      const disk = new BusyDisk({ 'a.tmp': 'one\ntwo\n' }, [...meanwhile]);
      assert.equal(await replacingFolder(disk).read('a'), text);
    });
  }

  it('gives nothing where there is nothing', async () => {
    assert.equal(await replacingFolder(new FaultyDisk([])).read('a'), undefined);
  });
});

describe('replacing a file', () => {
  it('that there is no room for leaves nothing beside it', async () => {
    const disk = new FaultyDisk([]);
    const folder = replacingFolder(disk);
    await folder.replace('a', 'old');
    disk.room = 5;
    await assert.rejects(folder.replace('a', 'new, and longer'), /ENOSPC/);
    assert.deepEqual([...disk.files], [['a', 'old']]);
  });

  it('takes no part of a text for the file, also where that part couldn’t be removed', async () => {
    // Steps 1 and 2 are the write's, the third is the remove's.
    const disk = new FaultyDisk([
      { step: 1, kind: 'full', share: 0.5 },
      { step: 2, kind: 'full', share: 0 },
      { step: 4, kind: 'full', share: 0.5 },
    ]);
    const folder = replacingFolder(disk);
    await assert.rejects(folder.replace('a', 'first'));
    assert.deepEqual([...disk.files.keys()], ['a.tmp']);
    await assert.rejects(folder.replace('a', 'second'));
    assert.equal(disk.files.has('a'), false);
  });
});
