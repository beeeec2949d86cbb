import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type JournalKey, journalKey } from '../../../src/journal/encryption/journalKey';
import { createKey, type KeyFile } from '../../../src/journal/encryption/keyFile';
import { writeKeyFile } from '../../../src/journal/encryption/keyFiles';
import { SealedFolder } from '../../../src/journal/encryption/sealedFolder';
import { settle } from '../../../src/journal/encryption/settle';
import { Journal } from '../../../src/journal/journal';
import { replacingFolder } from '../../../src/platform/replacing';
import { aMoment, sorted } from '../support';
import { type Fault, FaultyDisk } from './faultyDisk';

const cheap = { memory: 8 * 1024, passes: 1, lanes: 1 };
const going = { isCancellationRequested: false };

/** A key that was made once for all tests, and its file. */
let made: { file: KeyFile; secret: Uint8Array<ArrayBuffer>; key: JournalKey };
before(async () => {
  const created = await createKey('a long passphrase', cheap);
  made = { ...created, key: await journalKey(created.file.id, created.secret) };
});

/** A machine's view of the disk; with the key unless `isLocked`. */
function folderOn(disk: FaultyDisk, keys: readonly JournalKey[] = [made.key]) {
  const raw = replacingFolder(disk);
  const ring = { get: async (id: string) => keys.find(key => key.id === id) };
  const locked = ({ id }: { readonly id: string }) => new Error(`locked by ${id}`);
  return { raw, folder: new SealedFolder(raw, ring, locked) };
}

function journalIn(folder: SealedFolder, writer: string): Journal {
  return new Journal({ folder, others: async () => [], writer, workspace: { folders: [] }, now: () => 1 });
}

async function idsIn(disk: FaultyDisk): Promise<string[]> {
  const { moments, problems } = await journalIn(folderOn(disk).folder, 'reader').read();
  assert.deepEqual(problems, []);
  return sorted(moments.map(({ id }) => id));
}

/** A disk with a plain journal of three writers. */
async function plainJournal(): Promise<FaultyDisk> {
  const disk = new FaultyDisk([]);
  for (const writer of ['a', 'b', 'c']) {
    const journal = journalIn(folderOn(disk).folder, writer);
    await journal.put(aMoment(`${writer}1`, { what: 'a secret about Ana' }));
    await journal.put(aMoment(`${writer}2`, { what: 'a secret about Ana' }));
  }
  return disk;
}

/** The same, encrypted. */
async function encryptedJournal() {
  const disk = await plainJournal();
  const { raw, folder } = folderOn(disk);
  await writeKeyFile(raw, made.file);
  await settle(folder, going);
  return { disk, raw, folder };
}

const all = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'];
const tells = (disk: FaultyDisk) => [...disk.files.values()].some(text => text.includes('secret about'));

describe('an encrypted folder', () => {
  it('has nothing readable after settling, and everything with the key', async () => {
    const disk = await plainJournal();
    assert.ok(tells(disk));
    const { raw, folder } = folderOn(disk);
    await writeKeyFile(raw, made.file);
    assert.deepEqual(await settle(folder, going), { changed: 3, left: 0 });
    assert.ok(!tells(disk), 'no file tells of Ana');
    assert.deepEqual(await idsIn(disk), all);
    assert.deepEqual(await settle(folder, going), { changed: 0, left: 0 });
    await journalIn(folder, 'd').put(aMoment('d1', { what: 'a secret about Ben' }));
    assert.ok(!tells(disk));
    assert.deepEqual(await idsIn(disk), [...all, 'd1']);
  });

  it('is plain again after its key is retired and it has been settled', async () => {
    const { disk, raw, folder } = await encryptedJournal();
    await writeKeyFile(raw, { ...made.file, retired: made.key.retirement });
    assert.deepEqual(await settle(folder, going), { changed: 3, left: 0 });
    const names = sorted([...disk.files.keys()]);
    assert.ok(
      names.every(name => /\.jsonl$|^belay-key-/.test(name)),
      names.join(),
    );
    assert.deepEqual(await idsIn(disk), all);
  });

  it('is written encrypted by a window that was open before, from its next write on', async () => {
    const disk = await plainJournal();
    const early = journalIn(folderOn(disk).folder, 'early');
    await early.put(aMoment('early1', { what: 'a secret about Ana' }));
    const { raw, folder } = folderOn(disk);
    await writeKeyFile(raw, made.file);
    await early.put(aMoment('early2', { what: 'a secret about Ana' }));
    assert.ok(!disk.files.has('early-0000.jsonl'), 'its segment isn’t plain any more');
    await settle(folder, going);
    await early.put(aMoment('early3'));
    assert.ok(!tells(disk));
    assert.deepEqual(await idsIn(disk), [...all, 'early1', 'early2', 'early3']);
  });

  it('without its key is neither read nor written, and stays as it is', async () => {
    const { disk } = await encryptedJournal();
    const before = new Map(disk.files);
    const journal = journalIn(folderOn(disk, []).folder, 'w');
    await assert.rejects(journal.read(), new RegExp(`locked by ${made.file.id}`));
    await assert.rejects(journal.put(aMoment('x')), /locked by/);
    assert.deepEqual(disk.files, before);
  });

  it('that isn’t encrypted yet but is to be isn’t written without the key either', async () => {
    const disk = await plainJournal();
    await writeKeyFile(folderOn(disk).raw, made.file);
    const journal = journalIn(folderOn(disk, []).folder, 'w');
    assert.equal((await journal.read()).moments.length, 6, 'what is plain is read');
    await assert.rejects(journal.put(aMoment('x')), /locked by/);
  });

  it('isn’t written plainly where the key’s file is gone or broken', async () => {
    const { disk, folder } = await encryptedJournal();
    const name = `belay-key-${made.file.id}.json`;
    disk.files.set(name, '{');
    await assert.rejects(journalIn(folder, 'w').put(aMoment('x')), /belay-key-\w+\.json: it isn’t JSON/);
    disk.files.delete(name);
    await assert.rejects(journalIn(folder, 'w').put(aMoment('x')), /the file of their key.*is gone/);
    assert.deepEqual(await idsIn(disk), all, 'a machine with the key reads on');
  });

  it('stays encrypted where somebody without the key says that it is retired', async () => {
    const { disk, raw, folder } = await encryptedJournal();
    await writeKeyFile(raw, { ...made.file, retired: '00'.repeat(32) });
    await assert.rejects(journalIn(folder, 'w').put(aMoment('x')), /nobody with the key has written/);
    await assert.rejects(settle(folder, going), /nobody with the key has written/);
    assert.ok(!tells(disk));
    assert.deepEqual(await idsIn(disk), all);
  });

  it('names a damaged file and reads the others', async () => {
    const { disk } = await encryptedJournal();
    disk.files.set('b-0000.jsonl.sealed', `${disk.files.get('b-0000.jsonl.sealed') ?? ''}!`);
    const { moments, problems } = await journalIn(folderOn(disk).folder, 'reader').read();
    assert.deepEqual(sorted(moments.map(({ id }) => id)), ['a1', 'a2', 'c1', 'c2']);
    assert.deepEqual(problems, [
      { file: '/journal/b-0000.jsonl', reason: 'it is damaged, or was changed by somebody without the key' },
    ]);
  });

  it('that two machines encrypted at once is read with both keys and written with one', async () => {
    const disk = await plainJournal();
    const other = await createKey('another passphrase', cheap);
    const otherKey = await journalKey(other.file.id, other.secret);
    await writeKeyFile(folderOn(disk).raw, made.file);
    await settle(folderOn(disk).folder, going);
    // The other machine had encrypted a segment of its own before the two met in Git.
    const elsewhere = new FaultyDisk([]);
    await writeKeyFile(folderOn(elsewhere).raw, other.file);
    await journalIn(folderOn(elsewhere, [otherKey]).folder, 'o').put(aMoment('o1'));
    for (const [name, text] of elsewhere.files) {
      disk.files.set(name, text);
    }
    const both = [made.key, otherKey];
    const journal = journalIn(folderOn(disk, both).folder, 'w');
    await journal.put(aMoment('w1'));
    assert.equal(journal.contents.moments.length, 8);
    assert.equal((await folderOn(disk).folder.keyFiles()).length, 2);
    await assert.rejects(journalIn(folderOn(disk).folder, 'reader').read(), /locked by/);
  });

  for (const [which, isPlainLonger] of [
    ['encrypted', false],
    ['plain', true],
  ] as const) {
    it(`counts the ${which} file of a name where both are there and that one is longer`, async () => {
      const disk = await plainJournal();
      const { raw, folder } = folderOn(disk);
      const long = (await raw.read('a-0000.jsonl')) ?? '';
      const short = long.split('\n').slice(0, 2).join('\n');
      await writeKeyFile(raw, made.file);
      await folder.replace('a-0000.jsonl', isPlainLonger ? short : long);
      await raw.replace('a-0000.jsonl', isPlainLonger ? long : short);
      assert.deepEqual(await idsIn(disk), all);
      await settle(folder, going);
      assert.ok(!disk.files.has('a-0000.jsonl'));
      assert.deepEqual(await idsIn(disk), all);
    });
  }

  it('moves aside and removes both kinds', async () => {
    const { disk, folder } = await encryptedJournal();
    await folder.rename('a-0000.jsonl', 'moved.jsonl');
    assert.ok(disk.files.has('moved.jsonl.sealed'));
    assert.deepEqual(await idsIn(disk), all);
    await folder.remove('moved.jsonl');
    assert.deepEqual(await idsIn(disk), ['b1', 'b2', 'c1', 'c2']);
  });

  it('loses nothing, wherever encrypting or decrypting breaks off and whoever writes meanwhile', async () => {
    const anyFault: fc.Arbitrary<Fault> = fc.record({
      step: fc.nat({ max: 60 }),
      kind: fc.constantFrom('full', 'crash'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const anyRun = fc.record({
      faults: fc.array(anyFault, { maxLength: 4 }),
      retired: fc.boolean(),
      /** Whether the window of before writes after that turn. */
      writes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRun, { minLength: 1, maxLength: 6 }), async runs => {
        let disk = await plainJournal();
        const expected = new Set(all);
        let number = 0;
        for (const { faults, retired, writes } of runs) {
          disk = disk.copy(faults);
          const { raw, folder } = folderOn(disk);
          try {
            await writeKeyFile(raw, retired ? { ...made.file, retired: made.key.retirement } : made.file);
            await settle(folder, going);
          } catch (error) {
            assert.match(String(error), /ENOSPC|the window is gone/);
          }
          disk = disk.copy();
          if (writes) {
            const id = `late${number}`;
            await journalIn(folderOn(disk).folder, `w${number}`).put(aMoment(id));
            expected.add(id);
            number += 1;
          }
          assert.deepEqual(await idsIn(disk), sorted(expected));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('can be encrypted on two machines, file by file the same', async () => {
    const [one, two] = [await plainJournal(), await plainJournal()];
    for (const disk of [one, two]) {
      const { raw, folder } = folderOn(disk);
      await writeKeyFile(raw, made.file);
      await settle(folder, going);
    }
    assert.deepEqual(one.files, two.files);
  });
});
