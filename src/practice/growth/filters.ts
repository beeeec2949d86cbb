import * as v from 'valibot';
import { personKey } from '../../people';
import { kinds } from '../../vocabulary';
import { monthsBefore, numberOfDay } from './dayNumbers';
import type { Rows } from './rows';

/** Which time is shown: the last 4 weeks, 3 months or year, all, or between two days. */
export const periods = ['weeks', 'months', 'year', 'all', 'between'] as const;
export type PeriodName = (typeof periods)[number];

/** What is shown; '' is everybody, every kind, and a day that isn't chosen. */
export const FiltersSchema = v.object({
  period: v.picklist(periods),
  from: v.string(),
  to: v.string(),
  person: v.string(),
  kind: v.picklist(['', 'none', ...kinds]),
});
export type Filters = v.InferOutput<typeof FiltersSchema>;

/** The last year of everything: enough to see a change in. */
export const usualFilters: Filters = { period: 'year', from: '', to: '', person: '', kind: '' };

/** Days from one to another, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** What is shown of all rows. */
export interface Shown {
  readonly range: DayRange;
  /** The rows within the range, and all up to its end: who hasn't been helped for long isn't within it. */
  readonly rows: readonly number[];
  readonly upToEnd: readonly number[];
  /** How many would be shown if they weren't dated after today, which the last weeks, months and year end with. */
  readonly later: number;
}

/** Applies filters. Somebody who isn't among `people` filters nothing: they may have been forgotten. */
export function applyFilters(rows: Rows, people: readonly string[], filters: Filters, today: string): Shown {
  const range = rangeOf(filters, rows, today);
  const key = personKey(filters.person);
  const person = key === '' ? -1 : people.findIndex(name => personKey(name) === key);
  const kind = filters.kind === '' ? undefined : filters.kind === 'none' ? -1 : kinds.indexOf(filters.kind);
  const upToEnd: number[] = [];
  const within: number[] = [];
  let later = 0;
  for (const [row, day] of rows.days.entries()) {
    const fits =
      (kind === undefined || rows.kinds[row] === kind) &&
      (person < 0 || rows.who[row]?.includes(person) === true);
    if (fits && day <= range.to) {
      upToEnd.push(row);
      if (day >= range.from) {
        within.push(row);
      }
    } else if (fits) {
      later += 1;
    }
  }
  return { range, rows: within, upToEnd, later: filters.period === 'between' ? 0 : later };
}

function rangeOf({ period, from, to }: Filters, { days }: Rows, today: string): DayRange {
  const now = numberOfDay(today);
  switch (period) {
    case 'weeks':
      return { from: now - 27, to: now };
    case 'months':
      return { from: monthsBefore(now, 3) + 1, to: now };
    case 'year':
      return { from: monthsBefore(now, 12) + 1, to: now };
    case 'all':
      return wholeRange(days, now);
    case 'between': {
      const whole = wholeRange(days, now);
      const [first, last] = [numberOfDay(from), numberOfDay(to)];
      if (Number.isNaN(first)) {
        const end = Number.isNaN(last) ? whole.to : last;
        return { from: Math.min(whole.from, end), to: end };
      }
      if (Number.isNaN(last)) {
        return { from: first, to: Math.max(whole.to, first) };
      }
      // The other way round is what somebody is about to mend.
      return { from: Math.min(first, last), to: Math.max(first, last) };
    }
  }
}

/** From the first day to the last, today included. */
function wholeRange(days: readonly number[], now: number): DayRange {
  return days.reduce(({ from, to }, day) => ({ from: Math.min(from, day), to: Math.max(to, day) }), {
    from: now,
    to: now,
  });
}
