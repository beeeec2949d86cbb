import { levelCount } from '../content/levels';

/** Where a rating and what was logged tell different things: more was said than shows, or more shows than was said. */
export type Disagreement = 'littleEvidence' | 'muchEvidence';

/** From this level on moments would be expected: what somebody does without a reminder. */
const highLevel = 3;

/** A habit leaves more traces than that in 90 days. */
const mostLittle = 1;

/** With fewer moments than that of any kind, it is the journal that doesn't tell much. */
const leastLogged = 3;

/** So many moments in 90 days are more than the first levels tell of, level by level. */
const much: Readonly<Record<number, number>> = { 1: 6, 2: 12 };

/** Whether a rating and its evidence disagree: `moments` may show it, of `logged` moments in the same time. */
export function disagreement(
  level: number,
  { moments, logged }: { readonly moments: number; readonly logged: number },
): Disagreement | undefined {
  if (level >= highLevel && level <= levelCount) {
    return moments <= mostLittle && logged >= leastLogged ? 'littleEvidence' : undefined;
  }
  return moments >= (much[level] ?? Number.POSITIVE_INFINITY) ? 'muchEvidence' : undefined;
}
