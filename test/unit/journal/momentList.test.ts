import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import type { JournalEvent } from '../../../src/journal/segment';
import { MomentUnion } from '../../../src/journal/union';
import { aMoment } from '../support';

/** Something that is done to a moment; few instants, so that many moments share one. */
const anyChange = fc.record({
  id: fc.integer({ min: 0, max: 150 }).map(String),
  minute: fc.integer({ min: 0, max: 5 }),
  deletes: fc.boolean(),
});
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

function eventOf({ id, minute, deletes }: Change, index: number): JournalEvent {
  const stamp = { ms: index, count: 0, writer: 'w' };
  return deletes
    ? { op: 'delete', stamp, id }
    : { op: 'put', stamp, entry: aMoment(id, { when: `2026-03-01T14:0${minute}:00+01:00` }) };
}

function listOf(events: readonly JournalEvent[]): readonly Moment[] {
  const union = new MomentUnion();
  for (const event of events) {
    union.apply(event);
  }
  return union.moments();
}

const at = (id: string, when: string, index: number): JournalEvent => ({
  op: 'put',
  stamp: { ms: index, count: 0, writer: 'w' },
  entry: aMoment(id, { when }),
});

describe('a list of moments that is asked for again and again', () => {
  it('is what sorting all moments gives, after any changes', () => {
    const anyRounds = fc.array(fc.array(anyChange, { maxLength: 80 }), { maxLength: 5 });
    fc.assert(
      fc.property(anyRounds, rounds => {
        const union = new MomentUnion();
        const so: JournalEvent[] = [];
        for (const round of rounds) {
          for (const change of round) {
            const event = eventOf(change, so.length);
            so.push(event);
            union.apply(event);
          }
          assert.deepEqual(union.moments(), listOf(so));
        }
      }),
    );
  });

  it('stays as it is for whoever holds it', () => {
    const union = new MomentUnion();
    union.apply(at('a', '2026-03-01T14:00:00Z', 1));
    const before = union.moments();
    union.apply(at('b', '2026-03-02T14:00:00Z', 2));
    union.apply({ op: 'delete', stamp: { ms: 3, count: 0, writer: 'w' }, id: 'a' });
    assert.deepEqual(
      [before, union.moments()].map(list => list.map(({ id }) => id)),
      [['a'], ['b']],
    );
  });

  it('is the same one while nothing changes', () => {
    const union = new MomentUnion();
    union.apply(at('a', '2026-03-01T14:00:00Z', 1));
    assert.equal(union.moments(), union.moments());
  });

  it('looks at few moments where one was added to many', () => {
    const union = new MomentUnion();
    let looks = 0;
    for (let index = 0; index < 1000; index += 1) {
      const moment = aMoment(`m${index}`);
      const when = new Date(index * 60_000).toISOString();
      Object.defineProperty(moment, 'when', {
        get() {
          looks += 1;
          return when;
        },
      });
      union.apply({ op: 'put', stamp: { ms: index, count: 0, writer: 'w' }, entry: moment });
    }
    union.moments();
    looks = 0;
    union.apply(at('new', new Date(500.5 * 60_000).toISOString(), 2000));
    assert.equal(union.moments()[499]?.id, 'new');
    assert.ok(looks <= 10, `${looks} looks`);
  });
});
