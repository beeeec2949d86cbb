import { dayOf } from '../platform/days';
import type { Kind, Skill } from '../vocabulary';
import type { CodePlace, Moment } from './moment';

/** The words that a moment's page needs, in the user's language. */
export interface MomentWords {
  readonly when: string;
  readonly who: string;
  readonly kind: string;
  readonly skill: string;
  readonly where: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly skills: Readonly<Record<Skill, string>>;
}

/** `src/a.ts:3-9`, as people write it. */
export function formatPlace({ file, firstLine, lastLine }: CodePlace): string {
  return lastLine > firstLine ? `${file}:${firstLine}-${lastLine}` : `${file}:${firstLine}`;
}

/** The line of a moment that lists show: the first one with words in it. */
export function headlineOf({ what }: Moment): string {
  return what.trim().split(/[\r\n\u2028\u2029]/, 1)[0] ?? '';
}

/** Moments by day, the latest day first, in the order given within a day. */
export function groupByDay(moments: readonly Moment[]): { day: string; moments: Moment[] }[] {
  const days = new Map<string, Moment[]>();
  for (const moment of moments) {
    const day = dayOf(moment);
    const list = days.get(day);
    if (list) {
      list.push(moment);
    } else {
      days.set(day, [moment]);
    }
  }
  return [...days].map(([day, list]) => ({ day, moments: list })).sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** A moment's fields but what happened, by name, as text; `undefined` or empty are those that it doesn't have. */
export function momentFields(
  moment: Moment,
  words: MomentWords,
): readonly (readonly [name: string, value: string | undefined])[] {
  const { place } = moment;
  return [
    [words.when, `${dayOf(moment)} ${moment.when.slice(11, 16)}`],
    [words.who, moment.who.join(', ')],
    [words.kind, moment.kind && words.kinds[moment.kind]],
    [words.skill, moment.skill && words.skills[moment.skill]],
    [words.where, place && formatPlace(place) + (place.commit ? ` @ ${place.commit.slice(0, 12)}` : '')],
  ];
}

/** A moment as a page of plain text: what happened, then its fields, those that it has. */
export function momentToText(moment: Moment, words: MomentWords): string {
  const lines = momentFields(moment, words).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${moment.what}\n\n${lines.join('\n')}\n`;
}
