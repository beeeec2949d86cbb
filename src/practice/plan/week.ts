import { addDays } from '../../platform/days';

/** The Monday of the week that `day` is in: weeks begin on it, whatever the user's language. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Whether a week is nearly over on `day`: from its Friday on. */
export function isWeeksEnd(day: string): boolean {
  return [5, 6, 0].includes(weekdayOf(day));
}

/** Whether a week has hardly begun on `day`: on its Monday and Tuesday. */
export function isWeeksStart(day: string): boolean {
  return [1, 2].includes(weekdayOf(day));
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** Whether something happened in the week that begins on `monday`: by its writer's day. */
export function isInWeek(when: string, monday: string): boolean {
  const day = when.slice(0, 10);
  return day >= monday && day < addDays(monday, 7);
}
