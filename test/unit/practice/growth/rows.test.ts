import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { followUpState } from '../../../../src/practice/growth/followUps';
import { packMoments, RowsSchema } from '../../../../src/practice/growth/rows';
import { anyMoments, moment } from './moments';

const today = '2026-11-25';

describe('moments as rows', () => {
  it('say the day, the words’ places, and what isn’t there by -1', () => {
    const { rows, people } = packMoments(
      [
        moment('1970-01-03', {
          kind: '1:1',
          skill: 'execution',
          dimension: 'coaching',
          followUp: { due: '2026-01-01' },
          who: ['Jo', 'Ana'],
        }),
        moment('1970-01-01', { who: [] }),
      ],
      [],
      today,
    );
    assert.deepEqual(rows, {
      days: [2, 0],
      kinds: [2, -1],
      skills: [2, -1],
      dimensions: [3, -1],
      followUps: [3, -1],
      workspaces: [-1, -1],
      who: [[0, 1], []],
    });
    assert.deepEqual(people, ['Jo', 'Ana']);
  });

  it('know one person by all spellings, once in a moment', () => {
    const { rows, people } = packMoments(
      [moment('2026-03-02', { who: ['ana', 'Ana '] }), moment('2026-03-01', { who: ['Ana', '  '] })],
      [],
      today,
    );
    assert.deepEqual([rows.who, people], [[[0], [0]], ['Ana']]);
  });

  it('keep the day of the writer’s clock', () => {
    const { rows } = packMoments([{ ...moment('1970-01-02'), when: '1970-01-02T00:30:00+02:00' }], [], today);
    assert.deepEqual(rows.days, [1]);
  });

  it('of several journals are the latest first, each with its workspace', () => {
    const { rows, workspaces, moments } = packMoments(
      [moment('1970-01-05'), moment('1970-01-02')],
      [
        { name: 'billing', moments: [moment('1970-01-04', { who: ['Kim'] })] },
        { name: 'shop', moments: [moment('1970-01-01')] },
      ],
      today,
    );
    assert.deepEqual(rows.days, [4, 3, 1, 0]);
    assert.deepEqual(rows.workspaces, [-1, 0, -1, 1]);
    assert.deepEqual(workspaces, ['billing', 'shop']);
    assert.deepEqual(
      moments.map(({ who }) => who[0]),
      ['Ana', 'Kim', 'Ana', 'Ana'],
    );
  });

  it('are as their schema has them, and none is lost', () => {
    fc.assert(
      fc.property(anyMoments, anyMoments, (here, others) => {
        const { rows, moments } = packMoments(here, [{ name: 'other', moments: others }], today);
        assert.ok(v.is(RowsSchema, JSON.parse(JSON.stringify(rows))));
        assert.equal(rows.days.length, here.length + others.length);
        assert.deepEqual(new Set(moments), new Set([...here, ...others]));
      }),
    );
  }).timeout(20_000);

  it('are refused where columns differ in length or hold something else', () => {
    const { rows } = packMoments([moment('2026-03-01')], [], today);
    for (const change of [
      { days: [1, 2] },
      { kinds: ['pairing'] },
      { who: [['Ana']] },
      { who: [0] },
      { skills: [0.5] },
    ]) {
      assert.equal(v.is(RowsSchema, { ...rows, ...change }), false, JSON.stringify(change));
    }
  });
});

describe('a follow-up', () => {
  for (const [followUp, state] of [
    [undefined, undefined],
    [{}, 'open'],
    [{ due: '2026-11-25' }, 'open'],
    [{ due: '2026-11-24' }, 'overdue'],
    [{ due: '2026-11-24', done: '2026-11-24T23:00:00+01:00' }, 'kept'],
    [{ due: '2026-11-24', done: '2026-11-25T01:00:00+01:00' }, 'late'],
    [{ done: '2026-11-25T01:00:00+01:00' }, 'kept'],
  ] as const) {
    it(`${JSON.stringify(followUp)} is ${state} on ${today}`, () => {
      assert.equal(followUpState({ followUp }, today), state);
    });
  }
});
