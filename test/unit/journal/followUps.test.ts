import assert from 'node:assert/strict';
import fc from 'fast-check';
import { done, dueFollowUps, openFollowUps, snooze, undone } from '../../../src/journal/views/followUps';
import { addDays, daysBetween } from '../../../src/platform/days';
import { aMoment } from '../support';

const today = '2026-11-20';
const doneAt = '2026-11-01T10:00:00+01:00';

describe('days', () => {
  it('are counted across months, leap days and years', () => {
    assert.equal(addDays('2024-02-28', 2), '2024-03-01');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2026-03-01', -1), '2026-02-28');
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(daysBetween('2026-03-01', '2026-02-28'), -1);
  });

  it('are as far from each other as they were set', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), count => {
        assert.equal(daysBetween(today, addDays(today, count)), count);
      }),
    );
  });
});

describe('follow-ups', () => {
  const moments = [
    aMoment('none'),
    aMoment('someday', { followUp: { text: 'ask' } }),
    aMoment('tomorrow', { followUp: { due: '2026-11-21' } }),
    aMoment('today', { followUp: { due: today } }),
    aMoment('done', { followUp: { due: '2026-01-01', done: doneAt } }),
    aMoment('late', { followUp: { due: '2026-10-01' } }),
    aMoment('later today', { followUp: { due: today } }),
  ];

  it('are open until they are done, the longest overdue first, those without a day last', () => {
    const reversed = openFollowUps(moments.toReversed()).map(({ id }) => id);
    assert.deepEqual(reversed, ['late', 'later today', 'today', 'tomorrow', 'someday']);
    assert.deepEqual(
      openFollowUps(moments).map(({ id }) => id),
      ['late', 'today', 'later today', 'tomorrow', 'someday'],
    );
  });

  it('are due on their day and after', () => {
    assert.deepEqual(
      dueFollowUps(moments, today).map(({ id }) => id),
      ['late', 'today', 'later today'],
    );
    assert.deepEqual(dueFollowUps(moments, '2026-09-30'), []);
  });

  const kept = aMoment('a', { mood: 'glad', followUp: { due: '2026-10-01', text: 'ask', by: ['Ana'] } });

  it('are put off by days from today, or to a day', () => {
    assert.deepEqual(snooze(kept, 3, today), {
      ...kept,
      followUp: { due: '2026-11-23', text: 'ask', by: ['Ana'] },
    });
    assert.equal(snooze(kept, '2027-01-04', today).followUp?.due, '2027-01-04');
    assert.equal(snooze(aMoment('b', { followUp: {} }), 1, today).followUp?.due, '2026-11-21');
  });

  it('are done and open again without losing anything', () => {
    const after = done(kept, new Date('2026-11-20T10:00:00Z'));
    assert.equal(Date.parse(after.followUp?.done ?? ''), Date.parse('2026-11-20T10:00:00Z'));
    assert.deepEqual(openFollowUps([after]), []);
    assert.deepEqual(undone(after), kept);
  });

  it('come to no moment that has none', () => {
    const moment = aMoment('a');
    for (const after of [snooze(moment, 1, today), done(moment, new Date()), undone(moment)]) {
      assert.equal(after, moment);
    }
  });
});
