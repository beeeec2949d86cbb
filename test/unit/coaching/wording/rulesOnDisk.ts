import { type Check, createCheck } from '../../../../src/coaching/wording/check';
import { compileRulesOnDisk } from '../../../wording/rules';

/** Belay's own rules and what is wrong with them, which is nothing. */
export const compiled = await compileRulesOnDisk();

/** The check that ships. */
export const belay: Check = createCheck(compiled.rules);

/** What is flagged in `text`: rule and words. */
export function flagged(text: string): string[] {
  return belay.check(text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}
