import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Calendar, calendarOf } from '../../../../src/practice/growth/calendar';
import { dayOfNumber, numberOfDay } from '../../../../src/practice/growth/dayNumbers';

const range = (from: string, to: string) => ({ from: numberOfDay(from), to: numberOfDay(to) });

/** A calendar of moments on those days. */
function calendar(days: readonly string[], from: string, to: string, room: number): Calendar {
  const numbers = days.map(numberOfDay);
  return calendarOf(numbers, [...numbers.keys()], range(from, to), room);
}

const filled = ({ cells }: Calendar) =>
  cells
    .filter(({ rows }) => rows.length > 0)
    .map(({ from, column, line, rows }) => [dayOfNumber(from), column, line, rows]);

describe('the calendar', () => {
  it('has weekdays below each other where weeks fit side by side', () => {
    // 1 March 2026 was a Sunday.
    const shown = calendar(['2026-03-03', '2026-03-01', '2026-03-01'], '2026-02-28', '2026-03-10', 53);
    assert.deepEqual([shown.lines, shown.columns, shown.cells.length], ['weekdays', 3, 11]);
    assert.deepEqual(filled(shown), [
      ['2026-03-01', 0, 6, [1, 2]],
      ['2026-03-03', 1, 1, [0]],
    ]);
    assert.deepEqual(
      shown.columnLabels.map(({ at, day }) => [at, dayOfNumber(day)]),
      [
        [0, '2026-02-28'],
        [0, '2026-03-01'],
      ],
    );
  });

  it('has a line of weeks for each year where there are more of them', () => {
    const shown = calendar(['2026-12-31', '2026-01-01', '2025-12-28'], '2025-01-01', '2026-12-31', 53);
    assert.deepEqual([shown.lines, shown.columns], ['years', 53]);
    assert.deepEqual(
      shown.lineLabels.map(({ day }) => dayOfNumber(day)),
      ['2025-01-01', '2026-01-01'],
    );
    // By ISO 8601: the last week of 2025, the first and the 53rd of 2026.
    assert.deepEqual(filled(shown), [
      ['2025-12-22', 51, 0, [2]],
      ['2025-12-29', 0, 1, [1]],
      ['2026-12-28', 52, 1, [0]],
    ]);
  });

  it('has a line of weeks for each month where there is little room', () => {
    const shown = calendar(['2026-03-05', '2026-03-01'], '2025-11-26', '2026-11-25', 20);
    assert.deepEqual([shown.lines, shown.columns, shown.lineLabels.length], ['months', 5, 13]);
    assert.deepEqual(filled(shown), [
      ['2026-02-23', 3, 3, [1]],
      ['2026-03-02', 0, 4, [0]],
    ]);
  });

  it('leaves out lines without moments where one is of another century', () => {
    const shown = calendar(['2026-03-05', '0017-03-01'], '0017-03-01', '2026-03-05', 53);
    assert.deepEqual(
      shown.lineLabels.map(({ day }) => dayOfNumber(day)),
      ['0017-01-01', '2026-01-01'],
    );
    assert.equal(filled(shown).length, 2);
  });

  it('shades by the fullest cell, and by steps of one where that has few', () => {
    const levels = (counts: readonly number[]) => {
      const days = counts.flatMap((count, index) =>
        Array.from({ length: count }, () => `2026-03-0${index + 2}`),
      );
      return calendar(days, '2026-03-02', '2026-03-06', 53).cells.map(({ level }) => level);
    };
    assert.deepEqual(levels([0, 1, 2]), [0, 1, 2, 0, 0]);
    assert.deepEqual(levels([1, 2, 3, 4, 8]), [1, 1, 2, 2, 4]);
  });

  it('has a place for every moment of the range, one only, however much room there is', () => {
    const day = fc.integer({ min: numberOfDay('1990-01-01'), max: numberOfDay('2060-12-31') });
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 60 }),
        day,
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: -5, max: 120 }),
        (days, from, length, room) => {
          const to = from + length;
          const rows = [...days.keys()].filter(row => (days[row] ?? 0) >= from && (days[row] ?? 0) <= to);
          const shown = calendarOf(days, rows, { from, to }, room);
          assert.deepEqual(
            shown.cells.flatMap(cell => cell.rows).sort((a, b) => a - b),
            rows,
          );
          for (const cell of shown.cells) {
            assert.ok(cell.rows.every(row => (days[row] ?? 0) >= cell.from && (days[row] ?? 0) <= cell.to));
            assert.ok(cell.column >= 0 && cell.column < shown.columns, `column ${cell.column}`);
          }
          const places = shown.cells.map(({ column, line }) => `${column} ${line}`);
          assert.equal(new Set(places).size, places.length);
          assert.ok(shown.lines === 'months' || shown.columns <= room);
        },
      ),
    );
  }).timeout(20_000);
});
