/** Days as whole numbers, which columns of them are made of: 0 is 1 January 1970. */

const dayMs = 86_400_000;

/** The number of the day `2026-03-01`. */
export function numberOfDay(day: string): number {
  return Math.floor(Date.parse(day) / dayMs);
}

/** `2026-03-01` of its number. */
export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The first day of a month; months count from 0 and may lie in other years: -1 is the December before. */
export function firstOfMonth(year: number, month: number): number {
  // `Date.UTC` would take the first hundred years for those after 1900.
  return new Date(0).setUTCFullYear(year, month, 1) / dayMs;
}

/** Year and month, from 0, of a day. */
export function monthOf(number: number): { readonly year: number; readonly month: number } {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** The Thursday of a day's week, which begins on Monday: a week belongs to the year, and here to the month, that its Thursday is in. */
export function thursdayOf(number: number): number {
  // Day 0 was a Thursday.
  return 7 * Math.floor((number + 3) / 7);
}

/** The Monday of a day's week. */
export function mondayOf(number: number): number {
  return thursdayOf(number) - 3;
}

/** The first Thursday on a day or after it. */
export function thursdayFrom(number: number): number {
  return 7 * Math.ceil(number / 7);
}

/** The same day so many months before, or that month's last where it has no such day. */
export function monthsBefore(number: number, count: number): number {
  const { year, month } = monthOf(number);
  const date = number - firstOfMonth(year, month);
  const last = firstOfMonth(year, month - count + 1) - 1;
  return Math.min(firstOfMonth(year, month - count) + date, last);
}
