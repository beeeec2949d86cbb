import assert from 'node:assert/strict';
import { numberOfDay } from '../../../../src/practice/growth/dayNumbers';
import { lastTimes } from '../../../../src/practice/growth/lastTimes';
import { reviewMonths, rowsOfMonth } from '../../../../src/practice/growth/reviewMonths';
import { packMoments } from '../../../../src/practice/growth/rows';
import { tally } from '../../../../src/practice/growth/tally';
import { moment } from './moments';

const compare = (a: string, b: string) => (a < b ? -1 : 1);

describe('a tally', () => {
  it('has a list for each value, and those without at the end', () => {
    assert.deepEqual(tally([0, 2, -1, 0, 7], [0, 1, 2, 3, 4], 3), [[0, 3], [], [1], [2, 4]]);
  });

  it('counts the rows that are shown only', () => {
    assert.deepEqual(tally([0, 0, 1], [1], 2), [[1], [], []]);
  });
});

describe('people and when last', () => {
  const { rows, people } = packMoments(
    [
      moment('2026-03-05', { who: ['Kim'] }),
      moment('2026-03-04', { who: ['Ana', 'Kim'] }),
      moment('2026-03-01', { who: ['Jo', 'Ana'] }),
    ],
    [],
    '2026-03-10',
  );
  const named = (order: 'name' | 'longest', shown = [0, 1, 2]) =>
    lastTimes(rows, people, shown, order, compare).map(({ name, last, rows: list }) => [name, last, list]);
  const day = numberOfDay;

  it('are sorted by name, or by who was last helped longest ago', () => {
    assert.deepEqual(named('name'), [
      ['Ana', day('2026-03-04'), [1, 2]],
      ['Jo', day('2026-03-01'), [2]],
      ['Kim', day('2026-03-05'), [0, 1]],
    ]);
    assert.deepEqual(
      named('longest').map(([name]) => name),
      ['Jo', 'Ana', 'Kim'],
    );
  });

  it('are those of the rows that are shown', () => {
    assert.deepEqual(named('name', [2]), [
      ['Ana', day('2026-03-01'), [2]],
      ['Jo', day('2026-03-01'), [2]],
    ]);
  });
});

describe('months of review comments', () => {
  const month = { praise: 1, question: 2, suggestion: 3, issue: 4, other: 5, findings: 6, heeded: 7 };
  const range = (from: string, to: string) => ({ from: numberOfDay(from), to: numberOfDay(to) });
  const monthsIn = (mix: Record<string, typeof month>, from: string, to: string) =>
    reviewMonths(mix, range(from, to)).map(({ month: name, counts }) => [name, counts.question]);

  it('go from the first with comments to the last, those between included', () => {
    assert.deepEqual(monthsIn({ '2026-02': month, '2025-11': month }, '2025-01-01', '2026-12-31'), [
      ['2025-11', 2],
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 2],
    ]);
  });

  it('are those of the range', () => {
    const mix = { '2025-12': month, '2026-01': month, '2026-02': month };
    assert.deepEqual(monthsIn(mix, '2026-01-31', '2026-01-31'), [['2026-01', 2]]);
    assert.deepEqual(monthsIn(mix, '2027-01-01', '2027-02-01'), []);
  });

  it('leave out what is no month, and empty ones where there would be too many', () => {
    const mix = { '0001-01': month, '9999-12': month, '2026-13': month, soon: month };
    assert.deepEqual(monthsIn(mix, '0001-01-01', '9999-12-31'), [
      ['0001-01', 2],
      ['9999-12', 2],
    ]);
    assert.deepEqual(monthsIn({}, '2026-01-01', '2026-02-01'), []);
  });

  it('have the rows of their days', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(numberOfDay);
    assert.deepEqual(rowsOfMonth(days, [0, 1, 2, 3], '2026-03'), [1, 2]);
  });
});
