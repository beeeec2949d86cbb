import fc from 'fast-check';
import { toLocalIso } from '../../../../src/platform/time';
import type { InitialData, Strings } from '../../../../src/practice/growth/protocol';
import { stringKeys } from '../../../../src/practice/growth/protocol';
import type { PracticeMoment } from '../../../../src/practice/moment';
import { dimensions, kinds, skills } from '../../../../src/vocabulary';

/** A moment whose details don't matter to the test. */
export function moment(when: string, details: Partial<PracticeMoment> = {}): PracticeMoment {
  return {
    id: when,
    when: `${when}T10:00:00+01:00`,
    what: `what happened on ${when}`,
    who: ['Ana'],
    ...details,
  };
}

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

/** Moments of some years around 2026, the latest first, with few people. */
export const anyMoments: fc.Arbitrary<PracticeMoment[]> = fc
  .array(
    fc.record(
      {
        id: fc.uuid(),
        when: fc
          .date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
          .map(date => toLocalIso(date, 60)),
        what: fc.string({ minLength: 1 }),
        who: fc.array(fc.constantFrom('Ana', 'ana ', 'Jo', 'Kim', 'Владимир'), { maxLength: 3 }),
        kind: fc.constantFrom(...kinds),
        skill: fc.constantFrom(...skills),
        dimension: fc.constantFrom(...dimensions),
        followUp: fc.record({ due: day, done: day.map(text => `${text}T10:00:00Z`) }, { requiredKeys: [] }),
      },
      { requiredKeys: ['id', 'when', 'what', 'who'] },
    ),
    { maxLength: 40 },
  )
  .map(moments => moments.sort((a, b) => Date.parse(b.when) - Date.parse(a.when)));

/** Words in which each stands for itself, with the places that are filled in. */
export const plainWords: InitialData = {
  strings: {
    ...(Object.fromEntries(stringKeys.map(key => [key, key])) as Strings),
    momentOne: '1 moment',
    momentMany: '{0} moments',
    personOne: '1 person',
    personMany: '{0} people',
    mark: '{0}: {1}',
    weekOf: 'week of {0}',
    span: '{0} to {1}',
    inMonth: '{0}, {1}',
    lastOne: '1 day ago',
    lastMany: '{0} days ago',
    lastToday: 'today',
  },
  kinds: kinds.map(kind => `kind ${kind}`),
  skills: [...skills],
  dimensions: [...dimensions],
  language: 'en-GB',
};
