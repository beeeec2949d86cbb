import * as v from 'valibot';

const reason = 'a date and time with an offset, as 2026-03-01T14:30:00+01:00';

/** ISO 8601 with the offset of the writer's clock, so that its day stays its day. */
export const TimestampSchema = v.pipe(
  v.string(),
  v.isoTimestamp(reason),
  // The pattern lets forms pass that no engine can read.
  v.check(text => !Number.isNaN(Date.parse(text)), reason),
);

/** `date` in the local time zone as ISO 8601 with its offset, to the second. */
export function toLocalIso(date: Date, offsetMinutes = -date.getTimezoneOffset()): string {
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const pad = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${local}${sign}${pad(offsetMinutes / 60)}:${pad(offsetMinutes % 60)}`;
}
