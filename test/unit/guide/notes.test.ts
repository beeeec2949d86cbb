import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Notes } from '../../../src/guide/notes';
import { anyText, failing, MemoryFolder } from '../support';

/** Holds up operations until they are let go, one after another. */
class Gate {
  readonly #waiting: (() => void)[] = [];
  readonly before = (): Promise<void> => new Promise(resolve => this.#waiting.push(resolve));

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets operations go until `done` has settled. */
  async openUntil(done: Promise<unknown>): Promise<void> {
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    done.then(end, end);
    while (!isDone) {
      this.#waiting.shift()?.();
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}

describe('the notes of a reader', () => {
  it('are empty where none was written, and reading writes nothing', async () => {
    const folder = new MemoryFolder();
    assert.equal(await new Notes(folder).read('one'), '');
    assert.deepEqual(folder.changed, []);
  });

  it('are a Markdown file for each section, with the text as it is', async () => {
    const folder = new MemoryFolder();
    await new Notes(folder).keep('one', '  # Mine\n\n- a\n');
    assert.deepEqual([...folder.files], [['one.md', '  # Mine\n\n- a\n']]);
  });

  it('are on the disk once keeping has resolved, and another window reads them', async () => {
    const folder = new MemoryFolder();
    await new Notes(folder).keep('one', 'mine');
    assert.equal(await new Notes(folder).read('one'), 'mine');
  });

  it('are read anew each time: another window may have written', async () => {
    const folder = new MemoryFolder('/notes', { 'one.md': 'first' });
    const notes = new Notes(folder);
    assert.equal(await notes.read('one'), 'first');
    folder.files.set('one.md', 'second');
    assert.equal(await notes.read('one'), 'second');
  });

  for (const text of ['', '  ', '\n\t\n']) {
    it(`lose a note that is replaced by ${JSON.stringify(text)}`, async () => {
      const folder = new MemoryFolder('/notes', { 'one.md': 'old', 'two.md': 'other' });
      const notes = new Notes(folder);
      await notes.keep('one', text);
      assert.deepEqual([...folder.files.keys()], ['two.md']);
      assert.equal(await notes.read('one'), '');
    });
  }

  it('may lose a note that was never there', async () => {
    const folder = new MemoryFolder();
    await new Notes(folder).keep('one', '');
    assert.equal(folder.files.size, 0);
  });

  it('say where they are', () => {
    assert.equal(new Notes(new MemoryFolder('/home/ana/notes')).path, '/home/ana/notes');
  });
});

describe('notes that are kept while others are still on their way', () => {
  it('are written one after the other, the last one last', async () => {
    const folder = new MemoryFolder();
    const gate = new Gate();
    folder.before = gate.before;
    const notes = new Notes(folder);
    const all = Promise.all([
      notes.keep('one', 'first'),
      notes.keep('two', 'other'),
      notes.keep('one', ''),
      notes.keep('one', 'last'),
    ]);
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(gate.waiting, 1);
    await gate.openUntil(all);
    assert.deepEqual(folder.changed, ['one.md', 'two.md', 'one.md', 'one.md']);
    assert.equal(folder.files.get('one.md'), 'last');
  });

  it('end as they were kept last where the first takes the longest', async () => {
    const folder = new MemoryFolder();
    let wait = 20;
    folder.before = () => {
      wait -= 5;
      return new Promise(resolve => setTimeout(resolve, wait));
    };
    const notes = new Notes(folder);
    await Promise.all(['first', 'second', 'third'].map(text => notes.keep('one', text)));
    assert.equal(folder.files.get('one.md'), 'third');
  });

  it('are what a later read gives, and not what an earlier one gives', async () => {
    const folder = new MemoryFolder('/notes', { 'one.md': 'old' });
    const gate = new Gate();
    folder.before = gate.before;
    const notes = new Notes(folder);
    const all = Promise.all([notes.read('one'), notes.keep('one', 'new'), notes.read('one')]);
    await gate.openUntil(all);
    assert.deepEqual(await all, ['old', undefined, 'new']);
  });

  it('end as they were kept last, for any notes', async () => {
    const anyNote = fc.tuple(fc.constantFrom('one', 'two'), anyText);
    await fc.assert(
      fc.asyncProperty(fc.array(anyNote), fc.scheduler(), async (all, scheduler) => {
        const folder = new MemoryFolder();
        folder.before = () => scheduler.schedule(Promise.resolve());
        const notes = new Notes(folder);
        await scheduler.waitFor(Promise.all(all.map(([id, text]) => notes.keep(id, text))));
        for (const id of ['one', 'two']) {
          const last = all.findLast(([other]) => other === id)?.[1] ?? '';
          assert.equal(folder.files.get(`${id}.md`), last.trim() === '' ? undefined : last);
        }
      }),
    );
  });
});

describe('a note that can’t be kept', () => {
  it('rejects with the reason, and the old one stays', async () => {
    const folder = new MemoryFolder('/notes', { 'one.md': 'old' });
    folder.before = failing('replace');
    await assert.rejects(new Notes(folder).keep('one', 'new'), /refused to replace/);
    assert.equal(folder.files.get('one.md'), 'old');
  });

  it('holds up neither those that wait behind it nor later ones', async () => {
    const folder = new MemoryFolder();
    folder.before = failing('replace', 'one');
    const notes = new Notes(folder);
    const results = await Promise.allSettled([
      notes.keep('one', 'lost'),
      notes.keep('two', 'kept'),
      notes.read('two'),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    );
    folder.before = () => undefined;
    await notes.keep('one', 'again');
    assert.deepEqual(Object.fromEntries(folder.files), { 'one.md': 'again', 'two.md': 'kept' });
  });

  it('rejects where an empty one can’t be removed', async () => {
    const folder = new MemoryFolder('/notes', { 'one.md': 'old' });
    folder.before = failing('remove');
    await assert.rejects(new Notes(folder).keep('one', ''), /refused to remove/);
    assert.equal(folder.files.get('one.md'), 'old');
  });

  it('says so too where it can’t be read', async () => {
    const folder = new MemoryFolder('/notes', { 'one.md': 'old' });
    folder.before = failing('read');
    const notes = new Notes(folder);
    await assert.rejects(notes.read('one'), /refused to read/);
    folder.before = () => undefined;
    assert.equal(await notes.read('one'), 'old');
  });
});

describe('who listens to notes', () => {
  it('hears of each note that was kept, with its text, once it is on the disk', async () => {
    const folder = new MemoryFolder();
    const notes = new Notes(folder);
    const heard: unknown[] = [];
    notes.onDidKeep((id, text) => heard.push([id, text, folder.files.get(`${id}.md`)]));
    await notes.keep('one', 'mine');
    await notes.keep('one', '');
    assert.deepEqual(heard, [
      ['one', 'mine', 'mine'],
      ['one', '', undefined],
    ]);
  });

  it('hears nothing of one that couldn’t be kept, or after it has gone', async () => {
    const folder = new MemoryFolder();
    const notes = new Notes(folder);
    const heard: string[] = [];
    const listening = notes.onDidKeep(id => heard.push(id));
    folder.before = failing('replace', 'one');
    await notes.keep('one', 'lost').catch(() => undefined);
    await notes.keep('two', 'kept');
    listening.dispose();
    await notes.keep('three', 'kept');
    assert.deepEqual(heard, ['two']);
  });
});
