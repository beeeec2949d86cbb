import * as v from 'valibot';
import { isRecord } from '../../platform/record';
import { reasonOf } from '../../platform/schema';
import { type KeptMomentSchema, type Moment, MomentSchema } from '../moment';

/** What is wrong with a value that should be a moment, and where in it. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** Far more levels than any moment has, and far fewer than what reads and writes moments can take. */
const deepest = 50;

/** What a value is to be: a moment, or one that Belay itself has kept. */
export type MomentForm = typeof MomentSchema | typeof KeptMomentSchema;

/** `value` as a moment; or all that keeps it from being one. */
export function checkMoment(
  value: unknown,
  form: MomentForm = MomentSchema,
): { moment: Moment } | { faults: readonly Fault[] } {
  if (isDeeperThan(deepest, value)) {
    return { faults: [{ path: [], reason: 'it is nested too deeply' }] };
  }
  // Valibot takes a list for an object, and one without required keys for a good one.
  const lists = Object.entries(isRecord(value) ? value : {}).filter(
    ([key, part]) => (key === 'followUp' || key === 'place') && Array.isArray(part),
  );
  if (lists.length > 0) {
    return { faults: lists.map(([key]) => ({ path: [key], reason: 'it must be a map, not a list' })) };
  }
  // One reason a field: what has another form isn't also no day.
  const result = v.safeParse(form, value, { abortPipeEarly: true });
  if (result.success) {
    return { moment: result.output };
  }
  return {
    faults: result.issues.map(issue => ({
      path: (issue.path ?? []).flatMap(({ key }) =>
        typeof key === 'string' || typeof key === 'number' ? [key] : [],
      ),
      reason: reasonOf(issue),
    })),
  };
}

/** The faults in one line: `kind: …; place.file: …`. */
export function formatFaults(faults: readonly Fault[]): string {
  const texts = faults.map(({ path, reason }) => (path.length > 0 ? `${path.join('.')}: ${reason}` : reason));
  // Two conditions on one value may have the same reason.
  return [...new Set(texts)].join('; ');
}

/** Goes down level by level, since a value that is too deep would exhaust the stack of whatever recurses. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) {
      return true;
    }
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
