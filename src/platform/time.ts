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

/**
 * Milliseconds since 1970 of a date and time, NaN where `text` is none: what `Date.parse` gives, and for times as
 * Belay writes them in less than half of its time. Opening a journal asks for it twice a moment.
 */
export function instantOf(text: string): number {
  const usual = usualInstant(text);
  return Number.isNaN(usual) ? Date.parse(text) : usual;
}

/** The instant of a text like 2026-03-01T14:30:00+01:00; NaN of any other, and of the end of months, which engines don't see alike. */
function usualInstant(text: string): number {
  const sign = text[19] === '-' ? -1 : 1;
  const isUsual =
    text.length === 25 &&
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    (text[19] === '+' || sign === -1) &&
    text[22] === ':';
  if (!isUsual) {
    return Number.NaN;
  }
  // `Date.UTC` would take years before 100 for others.
  const year = twoDigits(text, 0, 1, 99) * 100 + twoDigits(text, 2, 0, 99);
  const month = twoDigits(text, 5, 1, 12);
  const day = twoDigits(text, 8, 1, 28);
  const hour = twoDigits(text, 11, 0, 23);
  const minute = twoDigits(text, 14, 0, 59);
  const second = twoDigits(text, 17, 0, 59);
  const offset = twoDigits(text, 20, 0, 23) * 60 + twoDigits(text, 23, 0, 59);
  return Date.UTC(year, month - 1, day, hour, minute, second) - sign * offset * 60_000;
}

/** The number that the two characters from `at` are, where it is within these bounds; NaN otherwise. */
function twoDigits(text: string, at: number, least: number, most: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  const number = tens * 10 + ones;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits && number >= least && number <= most ? number : Number.NaN;
}

/** A time as it may stand in what was kept: earlier versions took any day up to the 31st of every month. */
export const KeptTimestampSchema = v.pipe(
  v.string(),
  v.isoTimestamp(reason),
  // The pattern lets forms pass that no engine can read.
  v.check(text => !Number.isNaN(instantOf(text)), reason),
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
