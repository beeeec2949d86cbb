import { peopleByKey, personKeys } from '../../people';
import { addDays } from '../../platform/days';
import { type Kind, kinds, type Skill, skills } from '../../vocabulary';
import type { Moment } from '../moment';
import { groupByDay } from '../momentText';
import { byDue, isOpen } from './followUps';

/** What moments may be grouped by. */
export const groupings = ['day', 'person', 'kind', 'skill', 'followUp'] as const;
export type GroupBy = (typeof groupings)[number];

/**
 * How soon a follow-up is due: before today, today, on one of the seven days after, later, on no day; or that
 * it was done on one of the last `recentDays` days.
 */
export const followUpStages = ['overdue', 'today', 'week', 'later', 'someday', 'done'] as const;
export type FollowUpStage = (typeof followUpStages)[number];

/** What a group has in common, for the view to word; `undefined` is the group of those that have none. */
export type GroupLabel =
  | { readonly by: 'day'; readonly day: string }
  | { readonly by: 'person'; readonly name: string | undefined }
  | { readonly by: 'kind'; readonly kind: Kind | undefined }
  | { readonly by: 'skill'; readonly skill: Skill | undefined }
  | { readonly by: 'followUp'; readonly stage: FollowUpStage };

/** Moments with something in common. */
export interface MomentGroup {
  /** The same for the same group of other moments: what a view knows it by. */
  readonly key: string;
  readonly label: GroupLabel;
  /** At least one. */
  readonly moments: readonly Moment[];
}

const weekDays = 7;

/** For so many days a done follow-up is still listed. */
export const recentDays = 14;

/**
 * `moments`, the latest first, in groups, none of them empty. Days and people: the latest first; kinds and skills: in the order of
 * the vocabulary; those that have none last. Within a group the order given stays, but follow-ups come by the
 * day they are due. A moment with two people is in both groups; one without a follow-up is in no group of
 * follow-ups. `today` is the user's day, as `2026-03-01`.
 */
export function groupMoments(moments: readonly Moment[], by: GroupBy, today: string): MomentGroup[] {
  switch (by) {
    case 'day':
      return groupByDay(moments).map(({ day, moments: list }) => ({
        key: `day:${day}`,
        label: { by, day },
        moments: list,
      }));
    case 'person': {
      const known = peopleByKey(moments);
      return inOrder(collect(moments, personKeysOrNone), [...known.keys(), undefined], by, key => ({
        by,
        name: key === undefined ? undefined : known.get(key)?.name,
      }));
    }
    case 'kind':
      return inOrder(
        collect(moments, ({ kind }) => [kind]),
        [...kinds, undefined],
        by,
        kind => ({ by, kind }),
      );
    case 'skill':
      return inOrder(
        collect(moments, ({ skill }) => [skill]),
        [...skills, undefined],
        by,
        skill => ({
          by,
          skill,
        }),
      );
    case 'followUp': {
      const stages = collect([...moments].sort(byDue), moment => stageOf(moment, today));
      stages.get('done')?.sort((a, b) => doneAt(b) - doneAt(a));
      return inOrder(stages, followUpStages, by, stage => ({ by, stage }));
    }
  }
}

function personKeysOrNone(moment: Moment): Iterable<string | undefined> {
  const keys = personKeys(moment);
  return keys.size > 0 ? keys : [undefined];
}

/** The stage of a moment's follow-up; none where it has none, or one that was done long ago. */
function stageOf(moment: Moment, today: string): FollowUpStage[] {
  const { followUp } = moment;
  if (!followUp) {
    return [];
  }
  if (!isOpen(moment)) {
    return (followUp.done ?? '').slice(0, 10) > addDays(today, -recentDays) ? ['done'] : [];
  }
  const { due } = followUp;
  if (due === undefined) {
    return ['someday'];
  }
  if (due <= today) {
    return [due === today ? 'today' : 'overdue'];
  }
  return [due <= addDays(today, weekDays) ? 'week' : 'later'];
}

function doneAt({ followUp }: Moment): number {
  return Date.parse(followUp?.done ?? '');
}

function collect<K>(moments: readonly Moment[], keysOf: (moment: Moment) => Iterable<K>): Map<K, Moment[]> {
  const groups = new Map<K, Moment[]>();
  for (const moment of moments) {
    for (const key of keysOf(moment)) {
      const list = groups.get(key);
      if (list) {
        list.push(moment);
      } else {
        groups.set(key, [moment]);
      }
    }
  }
  return groups;
}

function inOrder<K extends string | undefined>(
  groups: ReadonlyMap<K, readonly Moment[]>,
  order: readonly K[],
  by: GroupBy,
  label: (key: K) => GroupLabel,
): MomentGroup[] {
  return order.flatMap(key => {
    const moments = groups.get(key);
    return moments ? [{ key: `${by}:${key ?? ''}`, label: label(key), moments }] : [];
  });
}
