import { dayOf } from './platform/days';

/** What falls on a day. */
interface Dated {
  readonly when: string;
}

/** From one day to another, both included: `2026-03-01`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const date = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** The days that `2026`, `2026-03` or `2026-03-01` stands for; `undefined` where there is no such day. */
function daysOf(text: string): Period | undefined {
  const [, year, month, day] = date.exec(text.trim()) ?? [];
  if (year === undefined) {
    return undefined;
  }
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > last) {
    return undefined;
  }
  return {
    from: `${year}-${month ?? '01'}-${day ?? '01'}`,
    to: `${year}-${month ?? '12'}-${day ?? last}`,
  };
}

/**
 * The period that a person typed: a year, a month or a day, or two of them with `..`, "to" or a dash between
 * blanks. `undefined` where it is none, or ends before it begins.
 */
export function parsePeriod(text: string): Period | undefined {
  const [first = '', last = first, ...more] = text.split(/\.\.+|\s+to\s+|\s+[-–]\s+/);
  const [from, to] = [daysOf(first), daysOf(last)];
  return from && to && more.length === 0 && from.from <= to.to ? { from: from.from, to: to.to } : undefined;
}

/** The moments of those days, in the order given. */
export function momentsIn<M extends Dated>(moments: readonly M[], { from, to }: Period): M[] {
  return moments.filter(moment => dayOf(moment) >= from && dayOf(moment) <= to);
}

/** The years and months that `moments`, the latest first, are of, each with how many: a year before its months. */
export function periodsOf(moments: readonly Dated[]): { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const moment of moments) {
    for (const text of [dayOf(moment).slice(0, 4), dayOf(moment).slice(0, 7)]) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const years = [...counts.keys()]
    .filter(text => text.length === 4)
    .sort()
    .reverse();
  const months = [...counts.keys()]
    .filter(text => text.length > 4)
    .sort()
    .reverse();
  return years
    .flatMap(year => [year, ...months.filter(month => month.startsWith(year))])
    .map(text => ({ text, count: counts.get(text) ?? 0 }));
}
