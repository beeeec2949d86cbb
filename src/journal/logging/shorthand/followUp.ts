import type { FollowUp } from '../../moment';
import type { Dates } from './dates';
import type { Item } from './items';
import { dateFrom, dateTo, type FoundDate, type Range, readTail, type Tail } from './tail';

/** A follow-up as it stands on the line, from `start` to `end`, and the shorthand that ends the line after it. */
export interface ReadFollowUp {
  readonly followUp: Pick<FollowUp, 'due' | 'text'>;
  readonly start: number;
  readonly end: number;
  readonly tail: Tail;
}

/**
 * Reads the follow-up whose `!follow-up` or `!2026-12-01` is the item at `sign`. It goes to the end of the
 * line, but for what is nothing but shorthand from there on: labels, a duration, dates gone by after those, and
 * people right after the follow-up's own date (`!follow-up friday @Ana`). Other people are of its text
 * (`!follow-up ask @Ana`). A day to come at its end or its beginning is `due` and goes; one between stays in the
 * text as well. What is in double quotes, all of the rest, is the text as it stands.
 */
export function readFollowUp(line: string, items: readonly Item[], sign: number, dates: Dates): ReadFollowUp {
  const first = items[sign] as Item;
  const all = { from: sign + 1, to: items.length };
  const tail = withoutItsPeople(line, items, readTail(line, items, all, {}, dates, true), sign, dates);
  const range = { from: sign + 1, to: tail.from };
  const end = items[tail.from - 1]?.end ?? first.end;
  const given = first.type === 'followUp' ? first.due : undefined;
  const found = given === undefined ? findDue(line, items, range, dates) : undefined;
  const due = given ?? found?.value;
  const text = textOf(line, items, range, found);
  return {
    followUp: { ...(due === undefined ? {} : { due }), ...(text === '' ? {} : { text }) },
    start: first.start,
    end,
    tail,
  };
}

/** `tail` without what belongs to the follow-up: it begins with a label or duration, or with people after a date. */
function withoutItsPeople(
  line: string,
  items: readonly Item[],
  tail: Tail,
  sign: number,
  dates: Dates,
): Tail {
  const due = (phrase: string) => dates.due(phrase);
  const sentence = { from: sign + 1, to: tail.from };
  const ownDate = items[tail.from]?.type === 'person' && dateTo(line, items, sentence, due);
  const signHasDay = tail.from === sign + 1 && items[sign]?.type === 'followUp' && 'due' in items[sign];
  if (ownDate || signHasDay) {
    return tail;
  }
  let { from } = tail;
  while (from < tail.to && items[from]?.type !== 'label' && items[from]?.type !== 'duration') {
    from++;
  }
  const start = items[from]?.start ?? line.length;
  if (!tail.whenPart || tail.whenPart.start >= start) {
    return { ...tail, from };
  }
  const { when: _, ...taken } = tail.taken;
  return { from, to: tail.to, taken };
}

function findDue(line: string, items: readonly Item[], range: Range, dates: Dates): FoundDate | undefined {
  const due = (phrase: string) => dates.due(phrase);
  const found = dateTo(line, items, range, due) ?? dateFrom(line, items, range, due);
  for (let from = range.from + 1; !found && from < range.to; from++) {
    const within = dateFrom(line, items, { from, to: range.to }, due);
    if (within) {
      return within;
    }
  }
  return found;
}

/** What is to be done: the items of `range` without the date at either end, and without the `@` of people. */
function textOf(line: string, items: readonly Item[], range: Range, found: FoundDate | undefined): string {
  const from = found?.from === range.from ? found.to : range.from;
  const to = found?.to === range.to ? found.from : range.to;
  const pieces = items.slice(from, Math.max(from, to)).map((item, index, all) => {
    const blank = index === 0 ? '' : line.slice(all[index - 1]?.end, item.start);
    return item.type === 'person'
      ? blank + line.slice(item.start, item.core.start) + item.name + line.slice(item.core.end, item.end)
      : blank + line.slice(item.start, item.end);
  });
  const text = pieces.join('').trim();
  const quoted = /^"([^"]*(?:""[^"]*)*)"$/.exec(text)?.[1];
  return (
    quoted?.replaceAll('""', '"') ??
    text
      .replace(/^[,;:]\s*/, '')
      .replace(/[,;]$/, '')
      .trim()
  );
}
