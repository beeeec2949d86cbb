import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  addMark,
  type Bookmarks,
  countProgress,
  type Mark,
  markOf,
  marks,
  type Progress,
  ReaderSchema,
  readerFrom,
  removeMark,
  setBookmark,
} from '../../../src/guide/reader';
import { SectionIdSchema } from '../../../src/guide/section';
import { aSection } from '../../fixtures/section';
import { anyText } from '../support';

const day = new Date('2026-03-01T14:30:00Z');
const later = new Date('2026-04-02T08:00:00Z');

/** Names that every object has something under. */
const hostileIds = ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

const anyId = fc.oneof(fc.constantFrom('one', 'two', ...hostileIds), anyText);
const anyMark = fc.constantFrom<Mark[]>(...marks);
const anyDate = fc.date({ noInvalidDate: true });

type Step = { id: string; mark: Mark; on: boolean; when: Date };
const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ id: anyId, mark: anyMark, on: fc.boolean(), when: anyDate }),
);

function progressOf(steps: readonly Step[]): Progress {
  return steps.reduce<Progress>(
    (progress, { id, mark, on, when }) =>
      on ? addMark(progress, id, mark, when) : removeMark(progress, id, mark),
    {},
  );
}

function bookmarksOf(steps: readonly Step[]): Bookmarks {
  return steps.reduce<Bookmarks>((bookmarks, { id, on }) => setBookmark(bookmarks, id, on), []);
}

/** What the editor's storage makes of a value. */
function stored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('a reader’s progress', () => {
  it('has no mark for a section that was never opened', () => {
    assert.equal(markOf({}, 'one'), undefined);
  });

  it('has the most that was done with a section, in whatever order', () => {
    const opened = addMark({}, 'one', 'started', day);
    assert.equal(markOf(opened, 'one'), 'started');
    assert.equal(markOf(addMark(opened, 'one', 'read', day), 'one'), 'read');
    const practised = addMark(opened, 'one', 'practised', day);
    assert.equal(markOf(practised, 'one'), 'practised');
    assert.equal(markOf(addMark(practised, 'one', 'read', later), 'one'), 'practised');
  });

  it('says when each thing was first done, in UTC', () => {
    const progress = addMark(addMark({}, 'one', 'started', day), 'one', 'read', later);
    assert.deepEqual(progress, {
      one: { started: '2026-03-01T14:30:00.000Z', read: '2026-04-02T08:00:00.000Z' },
    });
  });

  it('stays the same object where a mark was there already', () => {
    const progress = addMark({}, 'one', 'read', day);
    assert.equal(addMark(progress, 'one', 'read', later), progress);
  });

  it('is a new object with each new mark, and the old one is as it was', () => {
    const progress = addMark({}, 'one', 'started', day);
    const copy = structuredClone(progress);
    assert.notEqual(addMark(progress, 'one', 'read', later), progress);
    removeMark(progress, 'one', 'started');
    assert.deepEqual(progress, copy);
  });

  it('loses one mark and keeps the others and other sections', () => {
    const progress = addMark(
      addMark(addMark({}, 'one', 'started', day), 'one', 'read', day),
      'two',
      'read',
      day,
    );
    const rest = removeMark(progress, 'one', 'read');
    assert.equal(markOf(rest, 'one'), 'started');
    assert.equal(markOf(rest, 'two'), 'read');
  });

  it('may lose a mark that it hasn’t', () => {
    assert.equal(markOf(removeMark({}, 'one', 'read'), 'one'), undefined);
  });

  it('keeps what a newer Belay notes of a section', () => {
    const progress: Progress = { one: { started: 'then', rated: 5 } };
    assert.deepEqual(addMark(progress, 'one', 'read', day)['one'], {
      started: 'then',
      rated: 5,
      read: day.toISOString(),
    });
    assert.deepEqual(removeMark(progress, 'one', 'started')['one'], { rated: 5 });
  });

  for (const id of hostileIds) {
    it(`takes a section called ${id} for any other`, () => {
      assert.equal(markOf({}, id), undefined);
      const progress = addMark({}, id, 'read', day);
      assert.deepEqual(Object.keys(progress), [id]);
      assert.equal(markOf(progress, id), 'read');
      assert.equal(markOf(removeMark(progress, id, 'read'), id), undefined);
      assert.equal(Object.getPrototypeOf(progress), Object.prototype);
      assert.deepEqual(readerFrom(stored(progress), undefined), {
        reader: { progress, bookmarks: [] },
        dropped: 0,
      });
    });
  }

  it('has the mark that was added last and not removed since, for any steps', () => {
    fc.assert(
      fc.property(anySteps, steps => {
        const progress = progressOf(steps);
        for (const { id } of steps) {
          const done = marks.filter(
            mark => steps.findLast(step => step.id === id && step.mark === mark)?.on === true,
          );
          assert.equal(markOf(progress, id), done.at(-1));
        }
      }),
    );
  });
});

describe('counting progress', () => {
  const guide = ['one', 'two', 'constructor'].map(id => aSection(id));

  it('counts read and practised sections apart', () => {
    let progress = addMark({}, 'one', 'practised', day);
    assert.deepEqual(countProgress(guide, progress), { read: 0, practised: 1 });
    progress = addMark(addMark(progress, 'one', 'read', day), 'two', 'read', day);
    assert.deepEqual(countProgress(guide, progress), { read: 2, practised: 1 });
  });

  it('leaves out opened sections and those that the guide hasn’t', () => {
    const progress = addMark(addMark({}, 'one', 'started', day), 'gone', 'read', day);
    assert.deepEqual(countProgress(guide, progress), { read: 0, practised: 0 });
  });

  it('counts a section called constructor only once it is read', () => {
    assert.deepEqual(countProgress(guide, {}), { read: 0, practised: 0 });
    assert.equal(countProgress(guide, addMark({}, 'constructor', 'read', day)).read, 1);
  });
});

describe('a reader’s bookmarks', () => {
  it('have the latest last, each once', () => {
    const both = setBookmark(setBookmark([], 'one', true), 'two', true);
    assert.deepEqual(both, ['one', 'two']);
    assert.deepEqual(setBookmark(both, 'one', true), ['two', 'one']);
  });

  it('lose one, or stay as they are where it isn’t among them', () => {
    assert.deepEqual(setBookmark(['one', 'two'], 'one', false), ['two']);
    assert.deepEqual(setBookmark(['one'], 'gone', false), ['one']);
  });

  it('leave the list that they were as it was', () => {
    const bookmarks = ['one', 'two'];
    setBookmark(bookmarks, 'one', false);
    setBookmark(bookmarks, 'one', true);
    assert.deepEqual(bookmarks, ['one', 'two']);
  });

  it('are those that were set last and not taken away since, for any steps', () => {
    fc.assert(
      fc.property(anySteps, steps => {
        const expected = steps
          .filter(({ id, on }, index) => on && !steps.slice(index + 1).some(other => other.id === id))
          .map(({ id }) => id);
        assert.deepEqual(bookmarksOf(steps), expected);
      }),
    );
  });
});

describe('a reader on the way to the page', () => {
  const sent = (progress: Progress) => v.parse(ReaderSchema, { progress, bookmarks: [] }).progress;

  for (const id of hostileIds) {
    it(`keeps the mark of ${id}, or no section may be called so`, () => {
      const isKept = markOf(sent(addMark({}, id, 'read', day)), id) === 'read';
      assert.equal(isKept || !v.is(SectionIdSchema, id), true);
    });
  }

  it('keeps the marks of any section', () => {
    const sectionId = fc.oneof(
      fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype).map(name => name.toLowerCase())),
    );
    fc.assert(
      fc.property(
        sectionId.filter(id => v.is(SectionIdSchema, id)),
        anyMark,
        (id, mark) => {
          const progress = addMark({}, id, mark, day);
          assert.deepEqual(sent(progress), progress);
        },
      ),
    );
  });
});

describe('reading what was stored of a reader', () => {
  const empty = { progress: {}, bookmarks: [] };

  it('gives nothing where nothing was', () => {
    assert.deepEqual(readerFrom(undefined, undefined), { reader: empty, dropped: 0 });
  });

  it('gives back what was made', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (some, others) => {
        const reader = { progress: progressOf(some), bookmarks: bookmarksOf(others) };
        assert.deepEqual(readerFrom(stored(reader.progress), stored(reader.bookmarks)), {
          reader,
          dropped: 0,
        });
      }),
    );
  });

  it('keeps sections and keys that this Belay doesn’t know', () => {
    const progress = { 'no-section': { started: 'then', rated: 5, where: { page: 1 } }, two: {} };
    assert.deepEqual(readerFrom(progress, ['no-section', 'Not An Id']), {
      reader: { progress, bookmarks: ['no-section', 'Not An Id'] },
      dropped: 0,
    });
  });

  it('leaves out single entries that can’t be read, and tells how many', () => {
    const progress = { one: { read: 'then' }, two: { read: 5 }, three: 'read', four: null };
    assert.deepEqual(readerFrom(progress, ['one', 2, null, 'two', {}]), {
      reader: { progress: { one: { read: 'then' } }, bookmarks: ['one', 'two'] },
      dropped: 6,
    });
  });

  it('takes a bookmark that is there twice for one', () => {
    assert.deepEqual(readerFrom({}, ['one', 'two', 'one']), {
      reader: { progress: {}, bookmarks: ['one', 'two'] },
      dropped: 0,
    });
  });

  it('says so also where a list or null was stored as progress', () => {
    assert.deepEqual(readerFrom([1], undefined), { reader: empty, dropped: 1 });
    assert.deepEqual(readerFrom(null, undefined), { reader: empty, dropped: 1 });
  });

  for (const value of ['text', 7, true]) {
    it(`gives nothing for the ${typeof value} ${value}, and says so`, () => {
      assert.deepEqual(readerFrom(value, value), { reader: empty, dropped: 2 });
    });
  }

  it('gives bookmarks where progress can’t be read, and progress where bookmarks can’t', () => {
    assert.deepEqual(readerFrom('text', ['one']).reader.bookmarks, ['one']);
    assert.deepEqual(readerFrom({ one: { read: 'then' } }, {}), {
      reader: { progress: { one: { read: 'then' } }, bookmarks: [] },
      dropped: 1,
    });
  });

  it('gives a reader for any value at all, and the same one for what it gave', () => {
    const anything = fc.oneof(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withNullPrototype: true,
      }),
      fc.jsonValue(),
      fc.dictionary(anyId, fc.dictionary(fc.constantFrom(...marks, 'other'), fc.anything())),
      fc.array(fc.oneof(anyId, fc.anything())),
    );
    fc.assert(
      fc.property(anything, anything, (progress, bookmarks) => {
        const { reader } = readerFrom(progress, bookmarks);
        assert.ok(reader.bookmarks.every(id => typeof id === 'string'));
        for (const id of Object.keys(reader.progress)) {
          markOf(reader.progress, id);
        }
        assert.deepEqual(readerFrom(reader.progress, reader.bookmarks), { reader, dropped: 0 });
      }),
      { numRuns: 500 },
    );
  });
});
