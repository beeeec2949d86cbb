import { dayOf } from '../platform/days';
import type { Dimension, Kind, Skill } from '../vocabulary';
import type { CodePlace, FollowUp, Moment } from './moment';

/** The words that a moment's fields need, in the user's language. */
export interface MomentWords {
  readonly when: string;
  readonly who: string;
  readonly kind: string;
  readonly skill: string;
  readonly dimension: string;
  readonly tags: string;
  readonly minutes: string;
  readonly where: string;
  readonly learned: string;
  readonly followUp: string;
  /** `due 2026-03-08`. */
  readonly due: (day: string) => string;
  /** `done 2026-03-09`. */
  readonly done: (day: string) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly skills: Readonly<Record<Skill, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
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

/** How what people have written is shown among a moment's fields. */
export interface FieldForm {
  text(text: string): string;
  place(place: CodePlace): string;
}

const plain: FieldForm = { text: text => text.trim(), place: formatPlace };

/** The fields that a moment has, each with its name, but for when it was, its kind and what people tell at length. */
export function momentFields(
  moment: Moment,
  words: MomentWords,
  form: FieldForm = plain,
): (readonly [name: string, value: string])[] {
  const { who, skill, dimension, tags, minutes, place, followUp } = moment;
  const fields: readonly (readonly [string, string | undefined])[] = [
    [words.who, who.map(form.text).join(', ')],
    [words.skill, skill && words.skills[skill]],
    [words.dimension, dimension && words.dimensions[dimension]],
    [words.tags, tags?.map(form.text).join(', ')],
    [words.minutes, minutes === undefined ? undefined : String(minutes)],
    [words.where, place && form.place(place) + (place.commit ? ` @ ${place.commit.slice(0, 12)}` : '')],
    [words.followUp, followUp && followUpText(followUp, words, form)],
  ];
  return fields.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function followUpText({ text = '', due, done }: FollowUp, words: MomentWords, form: FieldForm): string {
  const parts = [
    form.text(text),
    due === undefined ? '' : words.due(due),
    done === undefined ? '' : words.done(done.slice(0, 10)),
  ];
  return parts.filter(part => part !== '').join('; ');
}

/** A moment as a page of plain text: what happened, then its fields, those that it has. */
export function momentToText(moment: Moment, words: MomentWords): string {
  const { when, what, kind, learned } = moment;
  const lines = [
    [words.when, `${dayOf(moment)} ${when.slice(11, 16)}`],
    ...(kind ? [[words.kind, words.kinds[kind]]] : []),
    ...momentFields(moment, words),
    ...(learned?.trim() ? [[words.learned, learned.trim()]] : []),
  ].map(([name, value]) => `${name}: ${value}`);
  return `${what}\n\n${lines.join('\n')}\n`;
}
