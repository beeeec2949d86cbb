import assert from 'node:assert/strict';
import fc from 'fast-check';
import { momentsIn, parsePeriod, periodsOf } from '../../../src/period';
import { aMoment, anyText } from '../support';

describe('a period that was typed', () => {
  for (const [text, from, to] of [
    ['2026', '2026-01-01', '2026-12-31'],
    [' 2026-02 ', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-03-05', '2026-03-05', '2026-03-05'],
    ['2025 to 2026-02', '2025-01-01', '2026-02-28'],
    ['2026-01-15..2026-01-20', '2026-01-15', '2026-01-20'],
    ['2026-01 – 2026-02', '2026-01-01', '2026-02-28'],
    ['2026-01 - 2026-02', '2026-01-01', '2026-02-28'],
  ] as const) {
    it(`“${text}” is from ${from} to ${to}`, () => {
      assert.deepEqual(parsePeriod(text), { from, to });
    });
  }

  for (const text of [
    '',
    'May',
    '26',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2026-02 to 2026-01',
    '2024..2025..2026',
  ]) {
    it(`“${text}” is none`, () => {
      assert.equal(parsePeriod(text), undefined);
    });
  }

  it('is never one that ends before it begins, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[0-9. to-]{0,24}$/)), text => {
        const period = parsePeriod(text);
        assert.ok(!period || period.from <= period.to);
      }),
    );
  });
});

describe('the moments of a period', () => {
  const moments = ['2026-03-02', '2026-03-01', '2026-02-28', '2025-12-31'].map(day =>
    aMoment(day, { when: `${day}T23:30:00-05:00` }),
  );

  it('are those of its days, the first and the last included, as their writer’s clock had them', () => {
    const inside = momentsIn(moments, { from: '2026-02-28', to: '2026-03-01' });
    assert.deepEqual(
      inside.map(({ id }) => id),
      ['2026-03-01', '2026-02-28'],
    );
  });

  it('are offered by year and month, the latest first', () => {
    assert.deepEqual(periodsOf(moments), [
      { text: '2026', count: 3 },
      { text: '2026-03', count: 2 },
      { text: '2026-02', count: 1 },
      { text: '2025', count: 1 },
      { text: '2025-12', count: 1 },
    ]);
  });
});
