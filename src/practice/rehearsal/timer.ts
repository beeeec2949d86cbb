import * as v from 'valibot';

/** A stopwatch as data, which a page keeps over being hidden: times in milliseconds. */
export const TimerSchema = v.object({
  /** What it had measured when it was started or stopped last. */
  elapsed: v.number(),
  /** The clock's time when it was started; none while it stands. */
  since: v.optional(v.number()),
});
export type Timer = v.InferOutput<typeof TimerSchema>;

export const startedAt = (now: number): Timer => ({ elapsed: 0, since: now });

export function elapsedAt({ elapsed, since }: Timer, now: number): number {
  // A clock that was set back takes nothing away.
  return elapsed + (since === undefined ? 0 : Math.max(0, now - since));
}

export const isRunning = ({ since }: Timer): boolean => since !== undefined;

export const stopped = (timer: Timer, now: number): Timer => ({ elapsed: elapsedAt(timer, now) });

export const goingOn = (timer: Timer, now: number): Timer =>
  isRunning(timer) ? timer : { elapsed: timer.elapsed, since: now };
