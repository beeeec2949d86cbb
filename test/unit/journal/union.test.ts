import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { type JournalEvent, momentId } from '../../../src/journal/segment';
import { MomentUnion } from '../../../src/journal/union';
import { compareStamps, type Stamp } from '../../../src/platform/clock';
import { aMoment, anyMoment } from '../support';

const at = (ms: number, writer = 'w', count = 0): Stamp => ({ ms, count, writer });
const put = (id: string, stamp: Stamp, details: Partial<Moment> = {}): JournalEvent => ({
  op: 'put',
  stamp,
  entry: aMoment(id, details),
});
const remove = (id: string, stamp: Stamp): JournalEvent => ({ op: 'delete', stamp, id });

function unionOf(events: readonly JournalEvent[]): MomentUnion {
  const union = new MomentUnion();
  for (const event of events) {
    union.apply(event);
  }
  return union;
}

/** Checks the outcome for the events in either order, since none may matter. */
function assertWhat(events: readonly JournalEvent[], id: string, what: string | undefined): void {
  for (const ordered of [events, [...events].reverse()]) {
    assert.equal(unionOf(ordered).get(id)?.what, what);
  }
}

/** Events of which no two have the same stamp, as the clocks see to. */
const anyEvents = fc
  .uniqueArray(
    fc.tuple(
      fc.record({
        ms: fc.integer({ min: 0, max: 5 }),
        count: fc.integer({ min: 0, max: 1 }),
        writer: fc.constantFrom('v', 'w'),
      }),
      anyMoment,
      fc.boolean(),
    ),
    { selector: ([{ ms, count, writer }]) => `${ms}/${count}/${writer}`, maxLength: 20 },
  )
  .map(drawn =>
    drawn.map(
      ([stamp, moment, deletes]): JournalEvent =>
        deletes ? remove(moment.id, stamp) : { op: 'put', stamp, entry: moment },
    ),
  );

describe('the union of events', () => {
  it('is the same in whatever order they come, and however often', () => {
    const anyOrder = anyEvents.chain(events =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.shuffledSubarray(events),
      ),
    );
    fc.assert(
      fc.property(anyOrder, ([events, shuffled, again]) => {
        assert.deepEqual(unionOf([...shuffled, ...again]).moments(), unionOf(events).moments());
      }),
    );
  });

  it('has of each moment the latest event and nothing else', () => {
    fc.assert(
      fc.property(anyEvents, events => {
        const latest = new Map<string, JournalEvent>();
        for (const event of [...events].sort((a, b) => compareStamps(a.stamp, b.stamp))) {
          latest.set(momentId(event), event);
        }
        const expected = [...latest.values()].flatMap(event => (event.op === 'put' ? [event.entry] : []));
        const union = unionOf(events);
        assert.equal(union.moments().length, expected.length);
        for (const moment of expected) {
          assert.equal(union.get(moment.id), moment);
        }
      }),
    );
  });

  it('is empty without events', () => {
    assert.deepEqual(unionOf([]).moments(), []);
    assert.equal(unionOf([]).get('a'), undefined);
  });

  it('has the later of two versions of a moment', () => {
    assertWhat([put('a', at(1), { what: 'old' }), put('a', at(2), { what: 'new' })], 'a', 'new');
  });

  it('has the version with the higher count within a millisecond', () => {
    assertWhat([put('a', at(1, 'w', 1), { what: 'new' }), put('a', at(1, 'w', 0))], 'a', 'new');
  });

  it('has the version of the higher writer where all else is equal', () => {
    assertWhat([put('a', at(1, 'v'), { what: 'v' }), put('a', at(1, 'w'), { what: 'w' })], 'a', 'w');
  });

  it('lacks a moment whose delete is the latest', () => {
    assertWhat([put('a', at(1)), remove('a', at(2))], 'a', undefined);
  });

  it('keeps a moment whose delete is older than its latest version', () => {
    assertWhat([put('a', at(3), { what: 'edited' }), remove('a', at(2))], 'a', 'edited');
  });

  it('has a moment again that was put back after its delete', () => {
    assertWhat([put('a', at(1)), remove('a', at(2)), put('a', at(3), { what: 'back' })], 'a', 'back');
  });

  it('knows what was deleted, as it was last, in whatever order the events come', () => {
    const events = [
      ...[put('a', at(1)), put('a', at(2), { what: 'last' }), remove('a', at(3)), remove('a', at(5))],
      ...[put('b', at(1)), remove('b', at(9)), put('c', at(1)), remove('c', at(2)), put('c', at(3))],
      remove('x', at(1)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), shuffled => {
        assert.deepEqual(
          unionOf(shuffled)
            .deleted()
            .map(({ entry, ms }) => [entry.id, entry.what, ms]),
          [
            ['b', aMoment('b').what, 9],
            ['a', 'last', 5],
          ],
        );
      }),
    );
  });

  it('takes no notice of the delete of a moment that never was', () => {
    const union = unionOf([remove('x', at(1)), put('a', at(2))]);
    assert.deepEqual(
      union.moments().map(({ id }) => id),
      ['a'],
    );
  });
});

describe('the list of moments', () => {
  const idsOf = (...events: JournalEvent[]) =>
    unionOf(events)
      .moments()
      .map(({ id }) => id);

  it('has the latest first, by when they happened and not by when they were written', () => {
    assert.deepEqual(
      idsOf(
        put('middle', at(1), { when: '2026-03-02T09:00:00+00:00' }),
        put('oldest', at(3), { when: '2026-03-01T09:00:00+00:00' }),
        put('latest', at(2), { when: '2026-03-03T09:00:00+00:00' }),
      ),
      ['latest', 'middle', 'oldest'],
    );
  });

  it('compares instants, not the digits of different time zones', () => {
    assert.deepEqual(
      idsOf(
        put('tokyo', at(1), { when: '2026-03-01T23:00:00+09:00' }),
        put('lisbon', at(2), { when: '2026-03-01T15:00:00+00:00' }),
      ),
      ['lisbon', 'tokyo'],
    );
  });

  it('has a fixed order within one instant', () => {
    const events = ['a', 'b', 'c'].map((id, index) => put(id, at(index)));
    assert.deepEqual(idsOf(...events), idsOf(...events.reverse()));
  });
});
