import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOfNumber } from '../../../../src/practice/growth/dayNumbers';
import { applyFilters, type Filters, usualFilters } from '../../../../src/practice/growth/filters';
import { packMoments } from '../../../../src/practice/growth/rows';
import { kinds } from '../../../../src/vocabulary';
import { anyFilters } from './anyFilters';
import { anyMoments, moment } from './moments';

const today = '2026-11-25';
const all: Filters = { ...usualFilters, period: 'all' };

/** What the filters show of moments: their days, and the range. */
function shownOf(days: readonly string[], change: Partial<Filters>) {
  const { rows, people } = packMoments(
    days.map(day => moment(day)),
    [],
    today,
  );
  const { range, rows: shown, later } = applyFilters(rows, people, { ...all, ...change }, today);
  return {
    days: shown.map(row => dayOfNumber(rows.days[row] ?? 0)),
    range: [dayOfNumber(range.from), dayOfNumber(range.to)],
    later,
  };
}

describe('the filters', () => {
  it('show the last 4 weeks, 3 months and year with today as their last day', () => {
    const days = [
      '2026-11-25',
      '2026-10-29',
      '2026-10-28',
      '2026-08-26',
      '2026-08-25',
      '2025-11-26',
      '2025-11-25',
    ];
    assert.deepEqual(shownOf(days, { period: 'weeks' }), {
      days: days.slice(0, 2),
      range: ['2026-10-29', today],
      later: 0,
    });
    assert.deepEqual(shownOf(days, { period: 'months' }).days, days.slice(0, 4));
    assert.deepEqual(shownOf(days, { period: 'year' }).days, days.slice(0, 6));
    assert.deepEqual(shownOf(days, { period: 'all' }), { days, range: ['2025-11-25', today], later: 0 });
  });

  it('say how many lie ahead, which only “all” shows', () => {
    const days = ['2031-01-01', '2026-11-26', '2026-11-25'];
    assert.deepEqual(shownOf(days, { period: 'year' }).later, 2);
    assert.deepEqual(shownOf(days, { period: 'all' }), { days, range: [today, '2031-01-01'], later: 0 });
  });

  it('show what is between two days, both included, whichever is first', () => {
    const days = ['2026-03-02', '2026-03-01', '2026-02-01', '2026-01-31'];
    for (const [from, to] of [
      ['2026-02-01', '2026-03-01'],
      ['2026-03-01', '2026-02-01'],
    ] as const) {
      assert.deepEqual(shownOf(days, { period: 'between', from, to }), {
        days: days.slice(1, 3),
        range: ['2026-02-01', '2026-03-01'],
        later: 0,
      });
    }
    assert.deepEqual(shownOf(days, { period: 'between', from: '2026-03-01' }).days, days.slice(0, 2));
    assert.deepEqual(shownOf(days, { period: 'between', to: '2026-02-01' }).days, days.slice(2));
    assert.deepEqual(shownOf(days, { period: 'between', from: 'soon' }).days, days);
    // An end that lies before all of them, or a beginning after: there is nothing, not the first or the last.
    assert.deepEqual(shownOf(days, { period: 'between', to: '2025-12-31' }).days, []);
    assert.deepEqual(shownOf(days, { period: 'between', from: '2027-01-01' }).days, []);
  });

  it('show the moments with a person, in whichever spelling; somebody unknown filters nothing', () => {
    const { rows, people } = packMoments(
      [moment('2026-03-02', { who: ['Jo', 'Ana'] }), moment('2026-03-01', { who: ['Kim'] })],
      [],
      today,
    );
    const shown = (person: string) => applyFilters(rows, people, { ...all, person }, today).rows;
    assert.deepEqual([shown('Ana'), shown(' ana'), shown('Zoë')], [[0], [0], [0, 1]]);
  });

  it('show a kind, and what has none', () => {
    const { rows, people } = packMoments(
      [moment('2026-03-02', { kind: 'review' }), moment('2026-03-01')],
      [],
      today,
    );
    const shown = (kind: Filters['kind']) => applyFilters(rows, people, { ...all, kind }, today).rows;
    assert.deepEqual([shown('review'), shown('none'), shown('pairing'), shown('')], [[0], [1], [], [0, 1]]);
  });

  it('split what there is without loss: kinds add up to all, and so do a day and what is before and after it', () => {
    fc.assert(
      fc.property(anyMoments, anyFilters, (moments, filters) => {
        const { rows, people } = packMoments(moments, [], today);
        const count = (change: Partial<Filters>) =>
          applyFilters(rows, people, { ...filters, ...change }, today).rows.length;
        const ofKinds = ([...kinds, 'none'] as const).reduce((sum, kind) => sum + count({ kind }), 0);
        assert.equal(ofKinds, count({ kind: '' }));
        const between = (from: string, to: string) => count({ period: 'between', from, to });
        assert.equal(
          between('', '2026-01-31') + between('2026-02-01', '2026-02-28') + between('2026-03-01', ''),
          count({ period: 'all' }),
        );
      }),
    );
  }).timeout(20_000);

  it('show rows in their order, within the range, and none that lies outside', () => {
    fc.assert(
      fc.property(anyMoments, anyFilters, (moments, filters) => {
        const { rows, people } = packMoments(moments, [], today);
        const shown = applyFilters(rows, people, filters, today);
        assert.ok(shown.range.from <= shown.range.to);
        const isIn = (row: number) => {
          const day = rows.days[row] ?? Number.NaN;
          return day >= shown.range.from && day <= shown.range.to;
        };
        assert.deepEqual(shown.rows, shown.upToEnd.filter(isIn));
        assert.deepEqual(
          shown.upToEnd,
          [...shown.upToEnd].sort((a, b) => a - b),
        );
      }),
    );
  }).timeout(20_000);
});
