import { type Dates, longestDate } from './dates';
import { type Item, isMark, leadsOn } from './items';

/** What may be said once: how long it took, and when. */
export interface Taken {
  minutes?: number;
  when?: string;
}

/** Items: `from` the first, `to` after the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The shorthand at the end of some items. */
export interface Tail extends Range {
  readonly taken: Readonly<Taken>;
  /** The characters that say when. */
  readonly whenPart?: { readonly start: number; readonly end: number };
}

/** A date among items, from the item `from` to before `to`, and its characters. */
export interface FoundDate extends Range {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type ReadDate = (phrase: string) => string | undefined;

/**
 * The longest run of shorthand at the end of the items of `range`. `taken` is what the line has said already and
 * can't be said again. With `datesFollow`, a date counts only right after other shorthand.
 */
export function readTail(
  line: string,
  items: readonly Item[],
  range: Range,
  taken: Readonly<Taken>,
  dates: Dates,
  datesFollow = false,
): Tail {
  let { minutes, when } = taken;
  let whenPart: Tail['whenPart'];
  let at = range.to;
  while (at > range.from) {
    const item = items[at - 1] as Item;
    const before = at - 1 > range.from ? items[at - 2] : undefined;
    if (item.type === 'duration') {
      const counts = item.form === 'compact' || (item.form === 'spelled' && before && isMark(before));
      if (!item.alone || !counts || minutes !== undefined) {
        break;
      }
      minutes = item.minutes;
      at--;
    } else if (isMark(item)) {
      if (!item.alone) {
        break;
      }
      at--;
    } else {
      const found: FoundDate | undefined =
        when === undefined
          ? dateTo(line, items, { from: range.from, to: at }, phrase => dates.past(phrase))
          : undefined;
      const leader = found && found.from > range.from ? items[found.from - 1] : undefined;
      if (!found || (datesFollow && !(leader && isMark(leader)))) {
        break;
      }
      when = found.value;
      whenPart = { start: found.start, end: found.end };
      at = found.from;
    }
  }
  return {
    from: at,
    to: range.to,
    taken: {
      ...(minutes === undefined ? {} : { minutes }),
      ...(when === undefined ? {} : { when }),
    },
    ...(whenPart ? { whenPart } : {}),
  };
}

/** The longest date that ends with `range`. */
export function dateTo(
  line: string,
  items: readonly Item[],
  { from, to }: Range,
  read: ReadDate,
): FoundDate | undefined {
  for (let first = Math.max(from, to - longestDate); first < to; first++) {
    const found = dateOf(line, items, { from: first, to }, read);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** The longest date that begins with `range`. */
export function dateFrom(
  line: string,
  items: readonly Item[],
  { from, to }: Range,
  read: ReadDate,
): FoundDate | undefined {
  for (let last = Math.min(to, from + longestDate); last > from; last--) {
    const found = dateOf(line, items, { from, to: last }, read);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** A date is far shorter than this: nothing longer is looked at. */
const mostCharacters = 60;

/** The date that the items of `range` are, all of them. */
function dateOf(
  line: string,
  items: readonly Item[],
  { from, to }: Range,
  read: ReadDate,
): FoundDate | undefined {
  const first = items[from];
  const last = items[to - 1];
  if (!first || !last || last.end - first.start > mostCharacters) {
    return undefined;
  }
  for (let at = from; at < to; at++) {
    if (items[at]?.type !== 'text') {
      return undefined;
    }
  }
  const leader = items[from - 1];
  if (leader?.type === 'text' && leadsOn(line.slice(leader.start, leader.end))) {
    return undefined;
  }
  const phrase = line.slice(first.start, last.end).replace(/[,;.:]+$/, '');
  const value = read(phrase);
  return value === undefined
    ? undefined
    : { from, to, value, start: first.start, end: first.start + phrase.length };
}
