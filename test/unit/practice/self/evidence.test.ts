import assert from 'node:assert/strict';
import type { Subject } from '../../../../src/practice/content/levels';
import { evidenceFor, recentMoments } from '../../../../src/practice/self/evidence';
import { aMoment } from '../../support';

const about = { asks: 'How?', behaviours: ['a', 'b', 'c', 'd'], evidence: { kinds: ['pairing', 'review'] } };
const skill = { skill: 'execution', ...about } as Subject;
const dimension = { dimension: 'execution', ...about } as Subject;

const idsOf = (moments: readonly { readonly id: string }[]) => moments.map(({ id }) => id);

describe('the evidence for a subject', () => {
  it('is what names it, whatever its kind, and what is of its kinds and names nothing else', () => {
    const moments = [
      aMoment('named', { skill: 'execution' }),
      aMoment('named, other kind', { skill: 'execution', kind: '1:1' }),
      aMoment('of its kind', { kind: 'pairing' }),
      aMoment('of its kind, names another skill', { kind: 'pairing', skill: 'people-development' }),
      aMoment('other kind', { kind: '1:1' }),
      aMoment('without any'),
    ];
    assert.deepEqual(idsOf(evidenceFor(skill, moments)), ['named', 'named, other kind', 'of its kind']);
  });

  it('tells a skill from the dimension of the same name', () => {
    const moments = [
      aMoment('skill', { skill: 'execution' }),
      aMoment('dimension', { dimension: 'execution' }),
      aMoment('both kinds', { kind: 'review', dimension: 'coaching' }),
    ];
    assert.deepEqual(idsOf(evidenceFor(skill, moments)), ['skill', 'both kinds']);
    assert.deepEqual(idsOf(evidenceFor(dimension, moments)), ['dimension']);
  });

  it('is of the last 90 days, today among them, and of no day to come', () => {
    const on = (day: string) => aMoment(day, { when: `${day}T23:59:00+14:00` });
    const days = ['2026-11-21', '2026-11-20', '2026-08-23', '2026-08-22'];
    assert.deepEqual(idsOf(recentMoments(days.map(on), '2026-11-20')), ['2026-11-20', '2026-08-23']);
  });
});
