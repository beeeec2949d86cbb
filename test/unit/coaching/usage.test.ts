import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { oftenUsed, type Usage, UsageSchema, withUse } from '../../../src/coaching/usage';
import { aTemplate } from './templates';

const day = 86_400_000;
const now = Date.parse('2026-03-01T12:00:00Z');
const templates = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(prefix => aTemplate({ prefix }));

/** The prefixes of what is offered first after these uses, each so many days ago. */
function offered(...uses: readonly (readonly [prefix: string, daysAgo: number])[]): string {
  const usage = uses.reduce<Usage>(
    (before, [prefix, daysAgo]) => withUse(before, prefix, now - daysAgo * day),
    {},
  );
  return oftenUsed(templates, usage, now)
    .map(({ prefix }) => prefix)
    .join('');
}

describe('what is offered first', () => {
  it('is nothing as long as nothing was used', () => {
    assert.equal(offered(), '');
  });

  it('is what was used, and nothing else', () => {
    assert.equal(offered(['c', 3]), 'c');
  });

  it('is what was used more often first', () => {
    assert.equal(offered(['a', 1], ['b', 1], ['b', 1], ['c', 1], ['c', 1], ['c', 1]), 'cba');
  });

  it('is what was used more recently first where both were used once', () => {
    assert.equal(offered(['a', 2], ['b', 1]), 'ba');
  });

  it('is what was used yesterday before what was used twice five weeks ago', () => {
    assert.equal(offered(['a', 35], ['a', 35], ['b', 1]), 'ba');
  });

  it('is what was used twice two days ago before what was used today', () => {
    assert.equal(offered(['a', 2], ['a', 2], ['b', 0]), 'ab');
  });

  it('counts a use half after two weeks', () => {
    assert.equal(offered(['a', 14], ['a', 14], ['a', 14], ['b', 0]), 'ab');
    assert.equal(offered(['a', 15], ['a', 15], ['b', 0]), 'ba');
    assert.equal(offered(['a', 13], ['a', 13], ['b', 0]), 'ab');
  });

  it('is at most five', () => {
    assert.equal(offered(['g', 7], ['a', 6], ['b', 5], ['c', 4], ['d', 3], ['e', 2], ['f', 1]), 'fedcb');
  });

  it('is none of what isn’t there any more', () => {
    assert.equal(offered(['x', 0], ['a', 1]), 'a');
  });

  it('is none of what every object has', () => {
    const some = ['constructor', 'toString', 'valueOf'].map(prefix => aTemplate({ prefix }));
    assert.deepEqual(oftenUsed(some, {}, now), []);
  });

  it('doesn’t lose its order when the clock is set back', () => {
    const usage = withUse(withUse(withUse({}, 'a', now), 'b', now), 'b', now);
    assert.deepEqual(
      oftenUsed(templates, usage, now - 400 * day).map(({ prefix }) => prefix),
      ['b', 'a'],
    );
  });
});

describe('a use', () => {
  it('is counted beside the others, which stay', () => {
    const before: Usage = { a: { count: 2, last: now - day } };
    const after = withUse(before, 'b', now);
    assert.deepEqual(after, { ...before, b: { count: 1, last: now } });
    assert.deepEqual(before, { a: { count: 2, last: now - day } });
  });

  it('leaves what can be kept and read again, whatever the prefix and the clock', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(fc.string(), fc.constantFrom('constructor', 'toString', 'a')),
            fc.date({ noInvalidDate: true }),
          ),
          { maxLength: 20 },
        ),
        uses => {
          const usage = uses
            .filter(([prefix]) => prefix !== '__proto__')
            .reduce<Usage>((before, [prefix, date]) => withUse(before, prefix, date.getTime()), {});
          assert.ok(v.is(UsageSchema, JSON.parse(JSON.stringify(usage))));
          for (const { count } of Object.values(usage)) {
            assert.ok(count >= 1);
          }
        },
      ),
    );
  });
});
