/** Calendar days as `2026-03-01`: they compare as texts do. */

import { toLocalIso } from './time';

/** The user's day at `now`. */
export function localDay(now: Date): string {
  return toLocalIso(now).slice(0, 10);
}

/** The day that `when` fell on for its writer. */
export function dayOf({ when }: { readonly when: string }): string {
  return when.slice(0, 10);
}

const dayMs = 86_400_000;

/** The day `count` days after `day`, or before it where `count` is negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
