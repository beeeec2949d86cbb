import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../../src/platform/days';
import {
  grades,
  inOrder,
  nextDays,
  type RehearsalGrade,
  scheduleOf,
} from '../../../../src/practice/rehearsal/schedule';
import { rehearsed } from './rehearsed';

const first = '2026-03-01';
const dueDay = (...all: Parameters<typeof scheduleOf>[0]) => scheduleOf(all).get('a')?.dueDay;

/** Days after the first with how it went, in any order. */
const histories = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(...grades)), {
  minLength: 1,
  maxLength: 12,
});
const asRehearsals = (history: readonly (readonly [number, RehearsalGrade])[]) =>
  history.map(([day, grade]) => rehearsed('a', addDays(first, day), grade));

describe('when a question comes again', () => {
  it('is the sooner the worse it went', () => {
    assert.deepEqual(
      grades.map(grade => dueDay(rehearsed('a', first, grade))),
      ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-09'],
    );
  });

  it('is later each time it went well on its day', () => {
    const gaps: number[] = [];
    const all = [rehearsed('a', first)];
    for (let times = 0; times < 4; times += 1) {
      const due = dueDay(...all) ?? '';
      gaps.push(daysBetween(all.at(-1)?.rehearsed.slice(0, 10) ?? '', due));
      all.push(rehearsed('a', due));
    }
    assert.deepEqual(
      gaps,
      [...gaps].sort((a, b) => a - b),
    );
    assert.equal(new Set(gaps).size, 4);
  });

  it('is soon again once it went wrong', () => {
    const well = [rehearsed('a', first, 4), rehearsed('a', '2026-03-09', 4)];
    const wrong = rehearsed('a', '2026-05-01', 1);
    assert.ok(daysBetween('2026-05-01', dueDay(...well, wrong) ?? '') < 5, dueDay(...well, wrong));
  });

  it('is worked out of each question’s own rehearsals, in whatever order they are kept', () => {
    const all = [
      rehearsed('a', '2026-03-04', 4),
      rehearsed('b', first, 1),
      rehearsed('a', first, 1),
      rehearsed('a', '2026-03-02', 2),
    ];
    const schedule = scheduleOf(all);
    assert.deepEqual([...schedule.keys()].sort(), ['a', 'b']);
    assert.equal(schedule.get('a')?.times, 3);
    assert.equal(schedule.get('a')?.lastDay, '2026-03-04');
    assert.deepEqual(schedule.get('a')?.last, all[0]);
    assert.equal(schedule.get('b')?.dueDay, '2026-03-02');
    assert.deepEqual(scheduleOf([...all].reverse()), schedule);
  });

  it('goes by the instant where two time zones’ days disagree', () => {
    const west = rehearsed('a', first, 1, { rehearsed: '2026-03-01T23:00:00-08:00' });
    const east = rehearsed('a', first, 4, { rehearsed: '2026-03-02T06:00:00+09:00' });
    assert.deepEqual(inOrder([west, east]), [east, west]);
  });

  it('lies after the last rehearsal and within half a year, also where the clock was set back or a day has several', () => {
    fc.assert(
      fc.property(histories, history => {
        const { dueDay: due = '', lastDay = '' } = scheduleOf(asRehearsals(history)).get('a') ?? {};
        const days = daysBetween(lastDay, due);
        // FSRS keeps a day between its grades, also at the limit.
        assert.ok(days >= 1 && days <= 185, `${days} days`);
      }),
    );
    // The second was written on an earlier day, and kept with a later instant.
    const back = rehearsed('a', first, 3, { rehearsed: '2026-02-20T12:00:00-12:00' });
    const before = rehearsed('a', first, 3, { rehearsed: '2026-02-21T00:00:00+14:00' });
    assert.ok((dueDay(before, back) ?? '') > '2026-02-21');
  });

  it('is what was told before it was rated', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...grades),
        fc.integer({ min: 0, max: 60 }),
        (history, grade, later) => {
          const all = asRehearsals(history);
          const today = addDays(first, Math.max(...history.map(([day]) => day)) + later + 1);
          const told = nextDays(all, today)[grade];
          assert.equal(dueDay(...all, rehearsed('a', today, grade)), told);
        },
      ),
    );
  });

  it('never comes sooner for a better answer', () => {
    fc.assert(
      fc.property(histories, history => {
        const next = nextDays(asRehearsals(history), addDays(first, 500));
        assert.ok(next[1] <= next[2] && next[2] <= next[3] && next[3] <= next[4], JSON.stringify(next));
      }),
    );
  });
});
