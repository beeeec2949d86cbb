import * as v from 'valibot';

const reason = 'a date and time with an offset, as 2026-03-01T14:30:00+01:00';

/** ISO 8601 with the offset of the writer's clock, so that its day stays its day. */
export const TimestampSchema = v.pipe(
  v.string(),
  v.isoTimestamp(reason),
  // The pattern lets forms pass that no engine can read.
  v.check(text => !Number.isNaN(Date.parse(text)), reason),
);
