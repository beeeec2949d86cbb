import assert from 'node:assert/strict';
import fc from 'fast-check';
import { elapsedAt, goingOn, isRunning, startedAt, stopped } from '../../../../src/practice/rehearsal/timer';

describe('the time of an answer', () => {
  it('runs, stands, goes on', () => {
    const paused = stopped(startedAt(1_000), 3_000);
    assert.equal(elapsedAt(paused, 9_000), 2_000);
    assert.ok(!isRunning(paused));
    const again = goingOn(paused, 10_000);
    assert.ok(isRunning(again));
    assert.equal(elapsedAt(again, 10_500), 2_500);
    assert.equal(goingOn(again, 20_000), again);
  });

  it('never runs back, also where the clock was set back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 10_000 }))), steps => {
        let timer = startedAt(5_000);
        let measured = 0;
        for (const [runs, now] of steps) {
          const elapsed = elapsedAt(timer, now);
          timer = runs ? goingOn(timer, now) : stopped(timer, now);
          assert.equal(elapsedAt(timer, now), elapsed);
          if (!runs) {
            assert.ok(elapsed >= measured);
            measured = elapsed;
          }
        }
      }),
    );
  });
});
