import assert from 'node:assert/strict';
import fc from 'fast-check';
import { siblingStorages } from '../../../src/platform/siblings';

const id = '0123456789abcdef0123456789abcdef';

describe('the storages of other windows', () => {
  it('are those with the same id and a number, and the one without', () => {
    const names = [id, `${id}-1`, `${id}-2`, 'another', 'another-1'];
    assert.deepEqual(siblingStorages(id, names), [`${id}-1`, `${id}-2`]);
    assert.deepEqual(siblingStorages(`${id}-1`, names), [id, `${id}-2`]);
  });

  it('are none where this window is alone', () => {
    assert.deepEqual(siblingStorages(id, [id]), []);
    assert.deepEqual(siblingStorages(id, []), []);
  });

  it('aren’t those whose name only begins or ends alike', () => {
    const names = [
      `${id}0`,
      `x${id}`,
      `${id}-`,
      `${id}-a`,
      `${id}-1-2`,
      `${id}-1000`,
      `${id}-1.bak`,
      `x${id}-1`,
    ];
    assert.deepEqual(siblingStorages(id, names), []);
  });

  it('aren’t those of a storage whose own name has other hyphens', () => {
    assert.deepEqual(siblingStorages('ext-dev', ['ext', 'ext-dev-1', 'ext-1']), ['ext-dev-1']);
  });

  it('see each other from every window, and none sees itself', () => {
    const anyName = fc
      .tuple(
        fc.constantFrom('aaa', 'bbb', 'a-b'),
        fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      )
      .map(([name, number]) => (number === undefined ? name : `${name}-${number}`));
    fc.assert(
      fc.property(fc.uniqueArray(anyName), names => {
        for (const one of names) {
          const others = siblingStorages(one, names);
          assert.ok(!others.includes(one));
          assert.ok(others.every(other => siblingStorages(other, names).includes(one)));
        }
      }),
    );
  });
});
