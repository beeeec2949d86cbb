import type { ReviewMonth } from '../ports';
import { dayOfNumber, firstOfMonth } from './dayNumbers';
import type { DayRange } from './filters';

/** What comments are to their readers, in the order in which they are shown. */
export const commentKinds = ['praise', 'question', 'suggestion', 'issue', 'other'] as const;

/** A month and what its comments were made of. */
export interface CountedMonth {
  /** `2026-11`. */
  readonly month: string;
  readonly counts: ReviewMonth;
}

const nothing: ReviewMonth = {
  praise: 0,
  question: 0,
  suggestion: 0,
  issue: 0,
  other: 0,
  findings: 0,
  heeded: 0,
};

/** With more months than that those without comments are left out. */
const mostEmptyMonths = 120;

/** The months of `range` from the first with comments to the last, those between them included. */
export function reviewMonths(mix: Readonly<Record<string, ReviewMonth>>, range: DayRange): CountedMonth[] {
  const known = new Map(Object.entries(mix));
  const [from, to] = [dayOfNumber(range.from).slice(0, 7), dayOfNumber(range.to).slice(0, 7)];
  const found = [...known.keys()]
    .filter(month => /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && month >= from && month <= to)
    .sort();
  const [first, last] = [found[0], found.at(-1)];
  const months =
    first === undefined || last === undefined ? [] : monthsBetween(countOf(first), countOf(last));
  return (months ?? found).map(month => ({ month, counts: known.get(month) ?? nothing }));
}

/** The rows of a month, `2026-11`. */
export function rowsOfMonth(days: readonly number[], rows: readonly number[], month: string): number[] {
  const [from, before] = [firstOfMonth(0, countOf(month)), firstOfMonth(0, countOf(month) + 1)];
  return rows.filter(row => (days[row] ?? before) >= from && (days[row] ?? before) < before);
}

/** How many months after the beginning of the calendar `2026-11` is. */
function countOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

/** Both included; `undefined` where they are too many. */
function monthsBetween(first: number, last: number): string[] | undefined {
  return last - first < mostEmptyMonths
    ? Array.from({ length: last - first + 1 }, (_, index) =>
        dayOfNumber(firstOfMonth(0, first + index)).slice(0, 7),
      )
    : undefined;
}
