import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dayOfNumber,
  firstOfMonth,
  mondayOf,
  monthOf,
  monthsBefore,
  numberOfDay,
  thursdayFrom,
  thursdayOf,
} from '../../../../src/practice/growth/dayNumbers';

/** Any day that four digits of a year can tell. */
const anyDay = fc.integer({ min: numberOfDay('0001-01-01'), max: numberOfDay('9999-12-31') });

describe('the number of a day', () => {
  it('is 0 for the first of 1970, and one more each day', () => {
    assert.deepEqual(
      ['1969-12-31', '1970-01-01', '1970-01-02', '2026-03-01'].map(numberOfDay),
      [-1, 0, 1, 20_513],
    );
  });

  it('tells the day, whichever', () => {
    fc.assert(fc.property(anyDay, number => numberOfDay(dayOfNumber(number)) === number));
  }).timeout(20_000);

  it('tells the month and its first day', () => {
    fc.assert(
      fc.property(anyDay, number => {
        const { year, month } = monthOf(number);
        const first = firstOfMonth(year, month);
        const [, , date] = dayOfNumber(number).split('-').map(Number);
        assert.equal(number - first + 1, date);
        assert.equal(dayOfNumber(first).slice(0, 7), dayOfNumber(number).slice(0, 7));
      }),
    );
  }).timeout(20_000);

  it('tells the Monday and the Thursday of its week', () => {
    fc.assert(
      fc.property(anyDay, number => {
        const weekday = new Date(number * 86_400_000).getUTCDay();
        assert.equal(number - mondayOf(number), (weekday + 6) % 7);
        assert.equal(thursdayOf(number) - mondayOf(number), 3);
        assert.ok(thursdayFrom(number) >= number && thursdayFrom(number) < number + 7);
        assert.equal(new Date(thursdayFrom(number) * 86_400_000).getUTCDay(), 4);
      }),
    );
  }).timeout(20_000);

  for (const [day, count, before] of [
    ['2026-11-25', 3, '2026-08-25'],
    ['2026-05-31', 3, '2026-02-28'],
    ['2024-05-31', 3, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2024-02-29', 12, '2023-02-28'],
  ] as const) {
    it(`is ${before} ${count} months before ${day}`, () => {
      assert.equal(dayOfNumber(monthsBefore(numberOfDay(day), count)), before);
    });
  }
});
