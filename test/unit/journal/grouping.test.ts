import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type GroupBy, groupings, groupMoments } from '../../../src/journal/views/grouping';
import { aMoment, anyMoment } from '../support';

const today = '2026-11-20';

/** The groups as their keys with the ids of their moments. */
function idsByKey(moments: Parameters<typeof groupMoments>[0], by: GroupBy): [string, string][] {
  return groupMoments(moments, by, today).map(group => [
    group.key,
    group.moments.map(({ id }) => id).join(' '),
  ]);
}

describe('moments by person', () => {
  const moments = [
    aMoment('a', { who: ['Jo', 'Ana'] }),
    aMoment('b', { who: [] }),
    aMoment('c', { who: ['ana ', 'Ana'] }),
    aMoment('d', { who: [' '] }),
    aMoment('e', { who: ['ANA'] }),
  ];

  it('stand under everybody who was there, once, and those with nobody at the end', () => {
    assert.deepEqual(idsByKey(moments, 'person'), [
      ['person:jo', 'a'],
      ['person:ana', 'a c e'],
      ['person:', 'b d'],
    ]);
  });

  it('have the most frequent spelling as their label', () => {
    assert.deepEqual(
      groupMoments(moments, 'person', today).map(({ label }) => label),
      [
        { by: 'person', name: 'Jo' },
        { by: 'person', name: 'Ana' },
        { by: 'person', name: undefined },
      ],
    );
  });
});

describe('moments by day, kind and skill', () => {
  it('are in the order of days, the latest first', () => {
    const moments = ['2026-03-02', '2026-03-01'].map(day => aMoment(day, { when: `${day}T10:00:00Z` }));
    assert.deepEqual(idsByKey(moments, 'day'), [
      ['day:2026-03-02', '2026-03-02'],
      ['day:2026-03-01', '2026-03-01'],
    ]);
  });

  it('are in the order of the vocabulary, those without one last', () => {
    const moments = [
      aMoment('a'),
      aMoment('b', { kind: '1:1', skill: 'execution' }),
      aMoment('c', { kind: 'pairing', skill: 'people-development' }),
      aMoment('d', { kind: '1:1' }),
    ];
    assert.deepEqual(idsByKey(moments, 'kind'), [
      ['kind:pairing', 'c'],
      ['kind:1:1', 'b d'],
      ['kind:', 'a'],
    ]);
    assert.deepEqual(idsByKey(moments, 'skill'), [
      ['skill:people-development', 'c'],
      ['skill:execution', 'b'],
      ['skill:', 'a d'],
    ]);
  });
});

describe('moments by follow-up', () => {
  const due = (day: string) => aMoment(day, { followUp: { due: day } });
  const doneOn = (day: string) => aMoment(`done ${day}`, { followUp: { done: `${day}T10:00:00+01:00` } });

  it('are in the order in which they need doing, whatever order they came in', () => {
    const moments = [
      aMoment('no follow-up'),
      doneOn('2026-11-07'),
      doneOn('2026-11-06'),
      doneOn('2026-11-19'),
      due('2026-11-28'),
      due('2026-11-27'),
      due('2026-11-21'),
      due('2026-11-20'),
      due('2026-11-19'),
      due('2026-01-01'),
      aMoment('someday', { followUp: {} }),
    ];
    assert.deepEqual(idsByKey(moments, 'followUp'), [
      ['followUp:overdue', '2026-01-01 2026-11-19'],
      ['followUp:today', '2026-11-20'],
      ['followUp:week', '2026-11-21 2026-11-27'],
      ['followUp:later', '2026-11-28'],
      ['followUp:someday', 'someday'],
      ['followUp:done', 'done 2026-11-19 done 2026-11-07'],
    ]);
  });
});

describe('groups', () => {
  it('are never empty, have keys of their own and leave no moment out, whatever moments there are', () => {
    fc.assert(
      fc.property(fc.array(anyMoment), fc.constantFrom(...groupings), (moments, by) => {
        const groups = groupMoments(moments, by, today);
        assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
        assert.ok(groups.every(group => group.moments.length > 0));
        const grouped = new Set(groups.flatMap(group => group.moments));
        assert.equal(grouped.size, by === 'followUp' ? 0 : moments.length);
      }),
    );
  });
});
