import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareStamps, HybridClock, type Stamp } from '../../../src/platform/clock';

const anyStamp: fc.Arbitrary<Stamp> = fc.record({
  // Few values, so that ties are common.
  ms: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.nat()),
  count: fc.integer({ min: 0, max: 2 }),
  writer: fc.constantFrom('a', 'b', 'B', ''),
});

const anyWall = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.nat(),
  fc.constantFrom(0, Number.NaN, Number.MIN_SAFE_INTEGER),
);

describe('the order of stamps', () => {
  it('goes by time, then by count, then by writer', () => {
    const ordered: Stamp[] = [
      { ms: 1, count: 9, writer: 'z' },
      { ms: 2, count: 0, writer: 'z' },
      { ms: 2, count: 1, writer: 'a' },
      { ms: 2, count: 1, writer: 'b' },
    ];
    assert.deepEqual([...ordered].reverse().sort(compareStamps), ordered);
  });

  it('has equal stamps only where all three are equal', () => {
    fc.assert(
      fc.property(anyStamp, anyStamp, (a, b) => {
        const same = a.ms === b.ms && a.count === b.count && a.writer === b.writer;
        assert.equal(compareStamps(a, b) === 0, same);
        assert.equal(compareStamps(a, { ...a }), 0);
      }),
    );
  });

  it('is the same from either side', () => {
    fc.assert(
      fc.property(anyStamp, anyStamp, (a, b) => {
        assert.equal(Math.sign(compareStamps(a, b)), 0 - Math.sign(compareStamps(b, a)));
      }),
    );
  });

  it('carries over from one pair to the next', () => {
    fc.assert(
      fc.property(anyStamp, anyStamp, anyStamp, (a, b, c) => {
        fc.pre(compareStamps(a, b) <= 0 && compareStamps(b, c) <= 0);
        assert.ok(compareStamps(a, c) <= 0);
      }),
    );
  });
});

describe('a hybrid clock', () => {
  it('follows the wall clock while that goes forward', () => {
    let wall = 10;
    const clock = new HybridClock('me', () => wall);
    assert.deepEqual(clock.next(), { ms: 10, count: 0, writer: 'me' });
    wall = 25;
    assert.deepEqual(clock.next(), { ms: 25, count: 0, writer: 'me' });
  });

  it('counts within a millisecond and while the wall clock is behind', () => {
    let wall = 10;
    const clock = new HybridClock('me', () => wall);
    clock.next();
    assert.deepEqual(clock.next(), { ms: 10, count: 1, writer: 'me' });
    wall = 3;
    assert.deepEqual(clock.next(), { ms: 10, count: 2, writer: 'me' });
    wall = 11;
    assert.deepEqual(clock.next(), { ms: 11, count: 0, writer: 'me' });
  });

  it('goes on from a stamp of the future that it observed', () => {
    const clock = new HybridClock('me', () => 10);
    clock.observe({ ms: 1000, count: 4, writer: 'you' });
    assert.deepEqual(clock.next(), { ms: 1000, count: 5, writer: 'me' });
  });

  it('goes on from the higher count of the same millisecond', () => {
    const clock = new HybridClock('me', () => 10);
    clock.next();
    clock.observe({ ms: 10, count: 7, writer: 'you' });
    clock.observe({ ms: 10, count: 2, writer: 'you' });
    assert.deepEqual(clock.next(), { ms: 10, count: 8, writer: 'me' });
  });

  it('isn’t moved by a stamp of the past', () => {
    const clock = new HybridClock('me', () => 10);
    clock.next();
    clock.observe({ ms: 4, count: 99, writer: 'you' });
    assert.deepEqual(clock.next(), { ms: 10, count: 1, writer: 'me' });
  });

  it('reads strictly later than all it gave and observed, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyWall, anyStamp), { minLength: 1, maxLength: 50 }), happenings => {
        let wall = 0;
        const clock = new HybridClock('a', () => wall);
        const seen: Stamp[] = [];
        for (const happening of happenings) {
          if (typeof happening === 'object') {
            clock.observe(happening);
            seen.push(happening);
          } else {
            wall = happening;
          }
          const reading = clock.next();
          assert.ok(seen.every(stamp => compareStamps(reading, stamp) > 0));
          seen.push(reading);
        }
      }),
    );
  });

  it('gives readings that a segment can hold', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), walls => {
        let wall = 0;
        const clock = new HybridClock('me', () => wall);
        for (wall of walls) {
          const { ms, count } = clock.next();
          assert.ok(Number.isInteger(ms) && ms >= 0 && Number.isInteger(count) && count >= 0);
        }
      }),
    );
  });
});
