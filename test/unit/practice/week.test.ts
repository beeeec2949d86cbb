import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/platform/days';
import { isInWeek, isWeeksEnd, isWeeksStart, mondayOf } from '../../../src/practice/plan/week';

const anyDay = fc
  .date({ min: new Date('1000-01-08T00:00:00Z'), max: new Date('9999-12-01T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('a week', () => {
  it('begins on Monday', () => {
    assert.equal(mondayOf('2026-11-23'), '2026-11-23');
    assert.equal(mondayOf('2026-11-29'), '2026-11-23');
    assert.equal(mondayOf('2027-01-01'), '2026-12-28');
  });

  it('has seven days of one Monday, and each day is in one week', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const monday = mondayOf(day);
        assert.equal(mondayOf(monday), monday);
        assert.ok(monday <= day && day < addDays(monday, 7));
        assert.ok(isInWeek(`${day}T23:59:59-11:00`, monday));
        assert.ok(!isInWeek(`${day}T00:00:00Z`, addDays(monday, 7)));
        assert.ok(!isInWeek(`${day}T00:00:00Z`, addDays(monday, -7)));
      }),
    );
  });

  it('is nearly over from Friday on, and has hardly begun until Tuesday', () => {
    const days = Array.from({ length: 7 }, (_none, index) => addDays('2026-11-23', index));
    assert.deepEqual(days.map(isWeeksEnd), [false, false, false, false, true, true, true]);
    assert.deepEqual(days.map(isWeeksStart), [true, true, false, false, false, false, false]);
  });
});
