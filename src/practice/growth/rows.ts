import * as v from 'valibot';
import { peopleByKey, personKeys, rememberedKeys } from '../../people';
import { dayOf } from '../../platform/days';
import { dimensions, kinds, skills } from '../../vocabulary';
import type { PracticeMoment } from '../moment';
import type { MomentsElsewhere } from '../ports';
import { numberOfDay } from './dayNumbers';
import { followUpState, followUpStates } from './followUps';

/** Numbers from -1 up, or days, which may be long ago. Looked at by hand: a schema would take longer over so many. */
const WholeNumbers = v.custom<readonly number[]>(
  value => Array.isArray(value) && value.every(Number.isSafeInteger),
  'whole numbers',
);

/**
 * Moments as columns, the latest first, so that many thousands are sent and counted fast. What isn't there is -1;
 * texts and ids stay behind.
 */
export const RowsSchema = v.pipe(
  v.object({
    /** The day of each, as `dayNumbers.ts` counts. */
    days: WholeNumbers,
    /** Where its kind, skill and dimension stand in the vocabulary. */
    kinds: WholeNumbers,
    skills: WholeNumbers,
    dimensions: WholeNumbers,
    /** What became of the follow-up: where it stands in `followUpStates`. */
    followUps: WholeNumbers,
    /** Where the other workspace's name stands in the list; -1 is this workspace. */
    workspaces: WholeNumbers,
    /** Where the names of those who were in it stand in the list. */
    who: v.custom<readonly (readonly number[])[]>(
      value => Array.isArray(value) && value.every(list => v.is(WholeNumbers, list)),
      'lists of whole numbers',
    ),
  }),
  v.check(
    ({ days, ...columns }) => Object.values(columns).every(({ length }) => length === days.length),
    'columns of one length',
  ),
);
export type Rows = v.InferOutput<typeof RowsSchema>;

/** Moments as the page gets them, and those that stay behind, in the same order. */
export interface Packed {
  readonly rows: Rows;
  readonly people: readonly string[];
  readonly workspaces: readonly string[];
  readonly moments: readonly PracticeMoment[];
}

/** Moments of this workspace, the latest first, with those of others as rows; `today` is the user's day. */
export function packMoments(
  here: readonly PracticeMoment[],
  elsewhere: readonly MomentsElsewhere[],
  today: string,
): Packed {
  const all = [
    ...here.map(moment => ({ moment, workspace: -1 })),
    ...elsewhere.flatMap(({ moments }, workspace) => moments.map(moment => ({ moment, workspace }))),
  ];
  if (elsewhere.length > 0) {
    const times = new Map(all.map(({ moment }) => [moment, Date.parse(moment.when)]));
    const timeOf = (moment: PracticeMoment) => times.get(moment) ?? 0;
    all.sort((a, b) => timeOf(b.moment) - timeOf(a.moment));
  }
  const moments = all.map(({ moment }) => moment);
  const people = peopleByKey(moments);
  const indexOfPerson = new Map([...people.keys()].map((key, index) => [key, index]));
  const keyOf = rememberedKeys();
  const numbers = (of: (moment: PracticeMoment) => number) => moments.map(of);
  const places = <T>(words: readonly T[], of: (moment: PracticeMoment) => T | undefined) => {
    const placeOf = new Map<T | undefined, number>(words.map((word, index) => [word, index]));
    return numbers(moment => placeOf.get(of(moment)) ?? -1);
  };
  return {
    rows: {
      days: numbers(moment => numberOfDay(dayOf(moment))),
      kinds: places(kinds, ({ kind }) => kind),
      skills: places(skills, ({ skill }) => skill),
      dimensions: places(dimensions, ({ dimension }) => dimension),
      followUps: places(followUpStates, moment => followUpState(moment, today)),
      workspaces: all.map(({ workspace }) => workspace),
      who: moments.map(moment => [...personKeys(moment, keyOf)].map(key => indexOfPerson.get(key) ?? -1)),
    },
    people: [...people.values()].map(({ name }) => name),
    workspaces: elsewhere.map(({ name }) => name),
    moments,
  };
}
