import { type Reader, readerFrom } from '../../src/guide/reader';
import { ReaderState } from '../../src/guide/readerState';
import { aSection } from '../fixtures/section';
import { deepEqual, equal, match, ok, rejects } from './assert';
import { SyncedMemento } from './context';
import { contextsIn, held, recordCommands, replace } from './perTest';
import { RecordingLog } from './reporter';

/** A reader’s state in `memory`, what it logged, and what it told of itself. */
function openState(memory = new SyncedMemento()) {
  const log = new RecordingLog();
  const state = held(new ReaderState(memory, log));
  const told: Reader[] = [];
  state.onDidChange(reader => told.push(reader));
  return { state, memory, log, told };
}

const guide = ['one', 'two'].map(id => aSection(id));

/** The marks of each section, without their times. */
const marksOf = ({ progress }: Reader) =>
  Object.fromEntries(Object.entries(progress).map(([id, marks]) => [id, Object.keys(marks)]));

describe('what Belay remembers of a reader', () => {
  it('is nothing at first, and asking writes nothing', () => {
    const { state, memory, log } = openState();
    deepEqual(state.reader, { progress: {}, bookmarks: [] });
    deepEqual(state.placeIn(guide), { id: 'one', scroll: 0 });
    deepEqual(memory.keys(), []);
    deepEqual(log.lines, []);
  });

  it('is there in the next window: progress, bookmarks and place', async () => {
    const { state, memory } = openState();
    await state.setMark('one', 'started', true);
    await state.setMark('one', 'read', true);
    await state.setBookmark('two', true);
    await state.setBookmark('one', true);
    await state.setPlace({ id: 'two', scroll: 0.5 });
    const next = openState(memory).state;
    deepEqual(marksOf(next.reader), { one: ['started', 'read'] });
    deepEqual(next.reader.bookmarks, ['two', 'one']);
    deepEqual(next.placeIn(guide), { id: 'two', scroll: 0.5 });
  });

  it('follows through Settings Sync but for the place, which is this machine’s', async () => {
    const { state, memory } = openState();
    deepEqual(memory.synced, [['guide.progress', 'guide.bookmarks']]);
    await state.setMark('one', 'read', true);
    await state.setBookmark('one', true);
    deepEqual(memory.keys(), ['guide.progress', 'guide.bookmarks']);
    await state.setPlace({ id: 'two', scroll: 0 });
    deepEqual(memory.keys(), ['guide.progress', 'guide.bookmarks', 'guide.place']);
    equal(memory.synced.length, 1);
  });

  it('is read anew each time: another window may have written', async () => {
    const { state, memory } = openState();
    deepEqual(state.reader.bookmarks, []);
    await openState(memory).state.setBookmark('one', true);
    deepEqual(state.reader.bookmarks, ['one']);
    await state.setBookmark('two', true);
    deepEqual(openState(memory).state.reader.bookmarks, ['one', 'two']);
  });

  it('has of each mark the first time', async () => {
    const { state, memory, told } = openState();
    const progress = { one: { read: '2026-03-01T14:30:00.000Z' } };
    await memory.update('guide.progress', progress);
    await state.setMark('one', 'read', true);
    deepEqual(state.reader.progress, progress);
    deepEqual(told, []);
    const before = new Date().toISOString();
    await state.setMark('two', 'read', true);
    const { read = '' } = state.reader.progress['two'] ?? {};
    ok(before <= read && read <= new Date().toISOString(), read);
  });

  it('loses one mark and no other', async () => {
    const { state } = openState();
    await state.setMark('one', 'read', true);
    await state.setMark('one', 'practised', true);
    await state.setMark('two', 'read', true);
    await state.setMark('one', 'read', false);
    deepEqual(marksOf(state.reader), { one: ['practised'], two: ['read'] });
  });

  it('is told to whoever shows it after each change, but for the place', async () => {
    const { state, told } = openState();
    await state.setPlace({ id: 'two', scroll: 1 });
    deepEqual(told, []);
    await state.setMark('one', 'read', true);
    await state.setBookmark('two', true);
    await state.setBookmark('two', false);
    deepEqual(
      told.map(reader => [marksOf(reader), reader.bookmarks]),
      [
        [{ one: ['read'] }, []],
        [{ one: ['read'] }, ['two']],
        [{ one: ['read'] }, []],
      ],
    );
    deepEqual(told.at(-1), state.reader);
  });

  it('is told to nobody where it couldn’t be written', async () => {
    const { state, memory, told } = openState();
    replace(memory, 'update', async () => {
      throw new TypeError('full');
    });
    await rejects(state.setMark('one', 'read', true), TypeError);
    await rejects(state.setBookmark('one', true), TypeError);
    await rejects(state.setPlace({ id: 'one', scroll: 0 }), TypeError);
    await rejects(state.forgetProgress(), TypeError);
    deepEqual(told, []);
  });

  it('is told to nobody any more once the state is disposed', async () => {
    const { state, told } = openState();
    state.dispose();
    await state.setBookmark('one', true);
    deepEqual(told, []);
  });
});

describe('what was stored and can’t be read', () => {
  const good = { read: '2026-03-01T14:30:00.000Z' };

  it('is left out, the rest is there, and the log says how much it was', async () => {
    const { state, memory, log } = openState();
    await memory.update('guide.progress', { one: good, two: 5, three: { read: 7 }, four: null });
    await memory.update('guide.bookmarks', ['one', 3, null, { id: 'two' }, 'four', 'one']);
    deepEqual(state.reader, { progress: { one: good }, bookmarks: ['one', 'four'] });
    match(log.lines[0] ?? '', /^warn Reading progress: 6 entries can’t be read/);
  });

  it('costs nothing that is written later', async () => {
    const { state, memory } = openState();
    await memory.update('guide.progress', { one: good, two: 5 });
    await memory.update('guide.bookmarks', ['one', 3]);
    await state.setMark('two', 'read', true);
    await state.setBookmark('two', true);
    deepEqual(marksOf(state.reader), { one: ['read'], two: ['read'] });
    deepEqual(state.reader.bookmarks, ['one', 'two']);
    deepEqual(readerFrom(memory.get('guide.progress'), memory.get('guide.bookmarks')).dropped, 0);
  });

  for (const junk of ['text', 5, true, [1, 2], [], null, { nested: { deep: [] } }]) {
    it(`is no reason to fail where all of it is junk: ${JSON.stringify(junk)}`, async () => {
      const { state, memory } = openState();
      for (const key of ['guide.progress', 'guide.bookmarks', 'guide.place']) {
        await memory.update(key, junk);
      }
      deepEqual(state.reader.bookmarks, []);
      deepEqual(marksOf(state.reader)['one'], undefined);
      deepEqual(state.placeIn(guide), { id: 'one', scroll: 0 });
      await state.setMark('one', 'read', true);
      await state.setBookmark('one', true);
      await state.setPlace({ id: 'two', scroll: 1 });
      deepEqual(marksOf(state.reader)['one'], ['read']);
      deepEqual(state.reader.bookmarks, ['one']);
      deepEqual(state.placeIn(guide), { id: 'two', scroll: 1 });
    });
  }

  for (const place of [{ id: 'gone', scroll: 0.2 }, { id: 'two' }, { id: 'two', scroll: 7 }, { scroll: 0 }]) {
    it(`is no place to open at: ${JSON.stringify(place)}`, async () => {
      const { state, memory } = openState();
      await memory.update('guide.place', place);
      deepEqual(state.placeIn(guide), { id: 'one', scroll: 0 });
    });
  }
});

describe('forgetting the progress', () => {
  async function forgotten() {
    const opened = openState();
    await opened.state.setMark('one', 'read', true);
    await opened.state.setMark('two', 'practised', true);
    await opened.state.setBookmark('two', true);
    await opened.state.setPlace({ id: 'two', scroll: 0.5 });
    const before = opened.state.reader;
    opened.told.length = 0;
    return { ...opened, before, undo: await opened.state.forgetProgress() };
  }

  it('leaves none of it, for other windows too; bookmarks and place stay', async () => {
    const { state, memory, told } = await forgotten();
    deepEqual(state.reader, { progress: {}, bookmarks: ['two'] });
    deepEqual(openState(memory).state.reader, state.reader);
    deepEqual(state.placeIn(guide), { id: 'two', scroll: 0.5 });
    deepEqual(told, [state.reader]);
  });

  it('can be undone: it is all there again, times too, and that is told', async () => {
    const { state, undo, before, told } = await forgotten();
    await undo();
    deepEqual(state.reader, before);
    deepEqual(told.at(-1), before);
  });

  it('undone, keeps what else was done meanwhile with a section that comes back', async () => {
    const { state, undo } = await forgotten();
    await state.setMark('one', 'practised', true);
    await undo();
    deepEqual(Object.keys(state.reader.progress['one'] ?? {}).sort(), ['practised', 'read']);
  });

  it('undone, keeps what was read and bookmarked meanwhile', async () => {
    const { state, undo } = await forgotten();
    await state.setMark('three', 'read', true);
    await state.setBookmark('three', true);
    await undo();
    deepEqual(marksOf(state.reader), { three: ['read'], one: ['read'], two: ['practised'] });
    deepEqual(state.reader.bookmarks, ['two', 'three']);
  });
});

describe('a step of the walkthrough', () => {
  const done = (step: string) => [`belay.did.${step}=true`, `belay.did.${step}=false`];

  it('is done by reading, practising and bookmarking, each time, for a moment', async () => {
    const asked = recordCommands();
    const { state } = openState();
    await state.setMark('one', 'read', true);
    await state.setMark('one', 'read', true);
    await state.setMark('one', 'practised', true);
    await state.setBookmark('one', true);
    deepEqual(contextsIn(asked), [
      ...done('read'),
      ...done('read'),
      ...done('practised'),
      ...done('bookmark'),
    ]);
  });

  it('isn’t done by opening a section, nor by taking something back', async () => {
    const asked = recordCommands();
    const { state } = openState();
    await state.setMark('one', 'started', true);
    await state.setMark('one', 'read', false);
    await state.setMark('one', 'practised', false);
    await state.setBookmark('one', false);
    await state.setPlace({ id: 'one', scroll: 1 });
    await (await state.forgetProgress())();
    deepEqual(contextsIn(asked), []);
  });

  it('is told again of what was done at any time, and of nothing else', async () => {
    const { state, memory } = openState();
    await state.setMark('one', 'started', true);
    const asked = recordCommands();
    await state.tellWhatWasDone();
    deepEqual(contextsIn(asked), []);
    await memory.update('guide.progress', { one: { read: 'then' }, gone: { practised: 'then' } });
    await memory.update('guide.bookmarks', ['gone']);
    await state.tellWhatWasDone();
    deepEqual(contextsIn(asked), [...done('read'), ...done('practised'), ...done('bookmark')]);
  });
});
