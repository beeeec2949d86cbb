import { toLocalIso } from '../../../platform/time';
import type { Dimension } from '../../../vocabulary';
import type { MomentWords } from '../../momentText';
import type { Shorthand } from './parse';

/** The words that telling what was understood needs, in the user's language. */
export interface ShorthandWords extends Pick<MomentWords, 'kinds' | 'skills'> {
  readonly dimensions: Readonly<Record<Dimension, string>>;
  /** `30 min`; of 90, `1 h 30 min`. */
  minutes(minutes: number): string;
  /** A day (`2026-11-21`) as people say it: `Sat 21 Nov`; with the year where it isn't `thisYear` (`2026`). */
  day(day: string, thisYear: string): string;
  /** `today` and the like before a day that is told. */
  today(day: string): string;
  yesterday(day: string): string;
  /** A day and a time of it, `14:30`. */
  atTime(day: string, time: string): string;
  /** `due` is a day as people say it. */
  followUp(due: string | undefined, text: string | undefined): string;
}

/** What is told of what was understood; the text isn't. */
export type Understood = {
  readonly [Key in Exclude<keyof Shorthand, 'what' | 'parts'>]?: Readonly<Shorthand[Key]> | undefined;
};

/**
 * What was understood, in a short line as is shown below the input: `Ana · Pairing · Execution · #retries ·
 * 30 min · yesterday, Sat 21 Nov · follow up on Fri 27 Nov`. Empty where nothing was. Noon, which stands for a time
 * that wasn't said, isn't told, nor is the time of what is now.
 */
export function describeShorthand(parsed: Understood, words: ShorthandWords, now: Date): string {
  const { who = [], kind, skill, dimension, tags = [], minutes, when, followUp } = parsed;
  const thisYear = toLocalIso(now).slice(0, 4);
  const pieces = [
    who.join(', '),
    kind && words.kinds[kind],
    skill && words.skills[skill],
    dimension && words.dimensions[dimension],
    tags.map(tag => `#${tag}`).join(' '),
    minutes === undefined ? undefined : words.minutes(minutes),
    when === undefined ? undefined : describeWhen(when, words, now),
    followUp && words.followUp(followUp.due && words.day(followUp.due, thisYear), followUp.text),
  ];
  return pieces.filter(Boolean).join(' · ');
}

function describeWhen(when: string, words: ShorthandWords, now: Date): string {
  const today = toLocalIso(now);
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  const day = when.slice(0, 10);
  const time = when.slice(11, 16);
  let told = words.day(day, today.slice(0, 4));
  if (day === today.slice(0, 10)) {
    told = words.today(told);
  } else if (day === toLocalIso(before).slice(0, 10)) {
    told = words.yesterday(told);
  }
  return when === today || when.slice(11, 19) === '12:00:00' ? told : words.atTime(told, time);
}
