import type { Rehearsal } from '../../../../src/practice/entry';
import type { RehearsalGrade } from '../../../../src/practice/rehearsal/schedule';

let count = 0;

/** A rehearsal at noon of a day, `2026-03-01`. */
export function rehearsed(
  question: string,
  day: string,
  rating: RehearsalGrade = 3,
  rest: Partial<Rehearsal> = {},
): Rehearsal {
  count += 1;
  return {
    type: 'rehearsal',
    id: `rehearsal ${count}`,
    question,
    rehearsed: `${day}T12:00:00+01:00`,
    rating,
    seconds: 65,
    ...rest,
  };
}
