import assert from 'node:assert/strict';
import { CopyCancelled, copySegments, removeCopied } from '../../../src/journal/folder/copySegments';
import { Journal } from '../../../src/journal/journal';
import { MemoryFolder } from '../support';

const going = { signal: { isCancellationRequested: false } };

/** A folder with a journal of moments of these ids. */
async function journalOf(path: string, ...ids: string[]): Promise<MemoryFolder> {
  const folder = new MemoryFolder(path);
  const journal = open(folder);
  for (const id of ids) {
    await journal.put({ id, when: '2026-03-01T14:30:00+01:00', what: id, who: [] });
  }
  return folder;
}

function open(folder: MemoryFolder): Journal {
  return new Journal({
    folder,
    others: async () => [],
    writer: folder.path.slice(1),
    workspace: { folders: [] },
    now: () => 1,
  });
}

async function idsIn(folder: MemoryFolder): Promise<string[]> {
  return (await open(folder).read()).moments.map(({ id }) => id).sort();
}

describe('copying a journal’s segments', () => {
  it('brings all of them, leaves the old ones as they were, and counts their events', async () => {
    const [one, two] = [await journalOf('/one', 'a', 'b'), await journalOf('/two', 'c')];
    const before = [...one.files, ...two.files];
    const into = await journalOf('/into', 'd');
    assert.equal(await copySegments([one, two], into, going), 3);
    assert.deepEqual(await idsIn(into), ['a', 'b', 'c', 'd']);
    assert.deepEqual([...one.files, ...two.files], before);
  });

  it('is the same when it is done again, and brings what came since', async () => {
    const [from, into] = [await journalOf('/from', 'a'), new MemoryFolder('/into')];
    await copySegments([from], into, going);
    const once = new Map(into.files);
    await copySegments([from], into, going);
    assert.deepEqual(into.files, once);
    const [[name = '', text = ''] = []] = await journalOf('/from', 'a', 'b').then(({ files }) => [...files]);
    from.files.set(name, text);
    await copySegments([from], into, going);
    assert.deepEqual(await idsIn(into), ['a', 'b']);
  });

  it('takes back what it has copied where it is cancelled or fails', async () => {
    const [one, two] = [await journalOf('/one', 'a'), await journalOf('/two', 'b')];
    const into = await journalOf('/into', 'd');
    const before = new Map(into.files);
    const signal = { isCancellationRequested: false };
    one.before = operation => {
      signal.isCancellationRequested = operation === 'read';
      // Another window logs meanwhile.
      into.files.set('other-0000.jsonl', 'written meanwhile');
    };
    await assert.rejects(copySegments([one, two], into, { signal }), CopyCancelled);
    assert.deepEqual(into.files, before.set('other-0000.jsonl', 'written meanwhile'));
    one.before = () => undefined;
    two.before = operation => {
      if (operation === 'read') {
        throw new Error('the disk is gone');
      }
    };
    await assert.rejects(copySegments([one, two], into, going), /the disk is gone/);
    assert.deepEqual(into.files, before);
  });

  it('fails where what is read back isn’t what was written', async () => {
    const from = await journalOf('/from', 'a', 'b');
    const into = new MemoryFolder('/into');
    const replace = into.replace.bind(into);
    into.replace = (name, text) => replace(name, String(text).split('\n').slice(0, 2).join('\n'));
    await assert.rejects(copySegments([from], into, going), /isn’t whole/);
    assert.deepEqual([...into.files], []);
  });

  it('removes only what is there word for word', async () => {
    const [from, into] = [await journalOf('/from', 'a'), new MemoryFolder('/into')];
    await copySegments([from], into, going);
    from.files.set('late-0000.jsonl', 'written since');
    assert.equal(await removeCopied([from], into), 1);
    assert.deepEqual([...from.files.keys()], ['late-0000.jsonl']);
  });
});
