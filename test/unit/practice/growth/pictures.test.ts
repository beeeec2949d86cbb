import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyFilters, type Filters, usualFilters } from '../../../../src/practice/growth/filters';
import { PageWords } from '../../../../src/practice/growth/pageWords';
import { type Picture, type PictureId, pictureIds } from '../../../../src/practice/growth/pictures/picture';
import { type PictureOptions, picturesOf } from '../../../../src/practice/growth/pictures/pictures';
import type { Data } from '../../../../src/practice/growth/protocol';
import { packMoments } from '../../../../src/practice/growth/rows';
import type { PracticeMoment } from '../../../../src/practice/moment';
import { anyFilters } from './anyFilters';
import { anyMoments, moment, plainWords } from './moments';

const today = '2026-11-25';
const options: PictureOptions = { order: 'longest', mostPeople: 20, room: 60 };
const month = { praise: 1, question: 2, suggestion: 0, issue: 0, other: 0, findings: 3, heeded: 1 };

function dataOf(moments: readonly PracticeMoment[], mix: Data['mix'] = {}): Data {
  const { rows, people, workspaces } = packMoments(moments, [], today);
  return {
    type: 'data',
    revision: 1,
    scope: 'here',
    rows,
    people: [...people],
    workspaces: [...workspaces],
    mix,
    today,
    isPartial: false,
  };
}

function drawn(data: Data, filters: Partial<Filters> = {}, wanted: Partial<PictureOptions> = {}) {
  const shown = applyFilters(data.rows, data.people, { ...usualFilters, ...filters }, today);
  const pictures = picturesOf(data, shown, { ...options, ...wanted }, new PageWords(plainWords));
  const picture = (id: PictureId): Picture => {
    const found = pictures.find(one => one.id === id);
    assert.ok(found, id);
    return found;
  };
  return { shown, pictures, picture };
}

/** A table as lines of text. */
const linesOf = ({ table }: Picture) =>
  table.lines.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)].join(' | '));

/** How many moments all marks of a drawing stand for. */
function drawnRows({ drawing }: Picture): number[] {
  switch (drawing.shape) {
    case 'calendar':
      return drawing.marks.flatMap(mark => mark?.rows ?? []);
    case 'bars':
      return drawing.bars.flatMap(({ mark }) => mark.rows);
    default:
      return [];
  }
}

describe('the pictures', () => {
  const data = dataOf(
    [
      moment('2026-11-24', {
        kind: 'review',
        skill: 'execution',
        who: ['Jo'],
        followUp: { due: '2026-11-25' },
      }),
      moment('2026-11-10', { kind: 'pairing', dimension: 'coaching' }),
      moment('2026-11-09'),
      moment('2024-01-01', { who: ['Kim'] }),
    ],
    { '2026-11': month, '2026-09': month, '2024-01': month },
  );

  it('are those of the page, in its order', () => {
    assert.deepEqual(
      drawn(data).pictures.map(({ id }) => id),
      [...pictureIds],
    );
  });

  it('name each mark by what it stands for and how much that is', () => {
    const { picture } = drawn(data);
    const names = (id: PictureId) => picture(id).marks.map(({ name }) => name);
    assert.deepEqual(names('calendar'), [
      '9 November 2026: 1 moment',
      '10 November 2026: 1 moment',
      '24 November 2026: 1 moment',
      'week of 23 November 2026: 1 moment',
      'week of 9 November 2026: 2 moments',
    ]);
    assert.deepEqual(names('followUps'), [
      'kept: 0 moments',
      'late: 0 moments',
      'open: 1 moment',
      'overdue: 0 moments',
    ]);
    assert.ok(names('kinds').includes('kind pairing: 1 moment'));
    assert.deepEqual(names('people'), [
      'Kim: 1 January 2024, 1,059 days ago',
      'Ana: 10 November 2026, 15 days ago',
      'Jo: 24 November 2026, 1 day ago',
    ]);
    assert.ok(names('reviews').includes('question, November 2026: 2'));
  });

  it('have tables that say the same', () => {
    const { picture } = drawn(data);
    assert.deepEqual(linesOf(picture('calendar')), [
      'week of 23 November 2026 | 1',
      'week of 9 November 2026 | 2',
    ]);
    assert.deepEqual(linesOf(picture('people')), [
      'Kim | 1 Jan 2024 | 1,059 days ago | 1',
      'Ana | 10 Nov 2026 | 15 days ago | 2',
      'Jo | 24 Nov 2026 | 1 day ago | 1',
    ]);
    assert.deepEqual(linesOf(picture('reviews')), [
      'September 2026 | 1 | 2 | 0 | 0 | 0',
      'October 2026 | 0 | 0 | 0 | 0 | 0',
      'November 2026 | 1 | 2 | 0 | 0 | 0',
    ]);
    assert.deepEqual(linesOf(picture('findings')), [
      'September 2026 | 3 | 1',
      'October 2026 | 0 | 0',
      'November 2026 | 3 | 1',
    ]);
  });

  it('lead from a month’s comments to its review moments', () => {
    const marks = drawn(data).picture('reviews').marks;
    const rows = (key: string) => marks.find(mark => mark.key === key)?.rows;
    assert.deepEqual([rows('question 2026-11'), rows('praise 2026-09')], [[0], []]);
  });

  it('draw some of many people, whose table has all', () => {
    const people = drawn(data, {}, { mostPeople: 2 }).picture('people');
    assert.ok(people.drawing.shape === 'people');
    assert.deepEqual(
      [people.drawing.people.map(({ name }) => name), people.drawing.hidden, people.table.lines.length],
      [['Kim', 'Ana'], 1, 3],
    );
  });

  it('say what is missing where there is nothing to draw', () => {
    const { pictures } = drawn(dataOf([]));
    assert.deepEqual(
      pictures.flatMap(({ id, empty }) => (empty === undefined ? [] : [`${id}: ${empty}`])),
      ['followUps: noFollowUps', 'people: noPeople', 'reviews: noReviews', 'findings: noFindings'],
    );
  });

  it('count every moment that is shown, once, however it is filtered and whatever the room', () => {
    fc.assert(
      fc.property(anyMoments, anyFilters, fc.integer({ min: 0, max: 100 }), (moments, filters, room) => {
        const { shown, picture } = drawn(dataOf(moments), filters, { room });
        for (const id of ['calendar', 'kinds', 'skills', 'dimensions'] as const) {
          assert.deepEqual(
            drawnRows(picture(id)).sort((a, b) => a - b),
            shown.rows,
            id,
          );
          const inTable = picture(id)
            .table.lines.flatMap(({ cells }) => cells.flatMap(({ mark }) => mark?.rows ?? []))
            .sort((a, b) => a - b);
          assert.deepEqual(inTable, shown.rows, `table of ${id}`);
        }
        const followUps = shown.rows.filter(row => moments[row]?.followUp !== undefined);
        assert.deepEqual(
          drawnRows(picture('followUps')).sort((a, b) => a - b),
          followUps,
        );
        const withPeople = shown.upToEnd.filter(row =>
          (moments[row]?.who ?? []).some(name => name.trim() !== ''),
        );
        assert.deepEqual(new Set(picture('people').marks.flatMap(({ rows }) => rows)), new Set(withPeople));
      }),
    );
  }).timeout(20_000);

  it('have keys of their own for each mark', () => {
    fc.assert(
      fc.property(anyMoments, anyFilters, (moments, filters) => {
        for (const { id, marks } of drawn(dataOf(moments, { '2026-01': month }), filters).pictures) {
          const keys = new Map(marks.map(mark => [mark.key, mark.name]));
          // A week may be in both chart and table, and is the same then.
          assert.ok(
            marks.every(({ key, name }) => keys.get(key) === name),
            id,
          );
        }
      }),
    );
  }).timeout(20_000);
});
