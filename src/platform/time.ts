import * as v from 'valibot';

/** What is wrong with a day that no calendar has. */
export const noSuchDay = 'there is no such day';

/** Whether the calendar has the day that `text` begins with, as in 2026-03-01: JavaScript makes 3 March of a 31 February. */
export function isInCalendar(text: string): boolean {
  const [year = 0, month = 0, day] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day;
}

const reason = 'a date and time with an offset, as 2026-03-01T14:30:00+01:00';

/** A time as it may stand in what was kept: earlier versions took any day up to the 31st of every month. */
export const KeptTimestampSchema = v.pipe(
  v.string(),
  v.isoTimestamp(reason),
  // The pattern lets forms pass that no engine can read.
  v.check(text => !Number.isNaN(Date.parse(text)), reason),
);

/** ISO 8601 with the offset of the writer's clock, so that its day stays its day. */
export const TimestampSchema = v.pipe(KeptTimestampSchema, v.check(isInCalendar, noSuchDay));

/** `date` in the local time zone as ISO 8601 with its offset, to the second. */
export function toLocalIso(date: Date, offsetMinutes = -date.getTimezoneOffset()): string {
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const pad = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${local}${sign}${pad(offsetMinutes / 60)}:${pad(offsetMinutes % 60)}`;
}
