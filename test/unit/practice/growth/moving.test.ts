import assert from 'node:assert/strict';
import { moveBy } from '../../../../src/practice/growth/webview/charts/moving';

/** A grid of three columns and two lines, without the place in the middle of the first. */
const points = [
  { x: 10, y: 10 },
  { x: 30, y: 10 },
  { x: 10, y: 20 },
  { x: 20, y: 20 },
  { x: 30, y: 20 },
];

describe('moving through a chart by keys', () => {
  for (const [from, key, to] of [
    [0, 'ArrowRight', 1],
    [1, 'ArrowLeft', 0],
    [0, 'ArrowDown', 2],
    [4, 'ArrowUp', 1],
    [3, 'ArrowUp', 0],
    [2, 'ArrowRight', 3],
    [4, 'ArrowRight', undefined],
    [0, 'ArrowUp', undefined],
    [3, 'Home', 0],
    [3, 'End', 4],
    [3, 'a', undefined],
  ] as const) {
    it(`${key} leads from ${from} to ${to}`, () => {
      assert.equal(moveBy(key, points, from), to);
    });
  }

  it('leads nowhere where there is nothing', () => {
    assert.equal(moveBy('End', [], 0), undefined);
    assert.equal(moveBy('ArrowDown', points, 9), undefined);
  });
});
