import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, createCheck } from '../../../../src/coaching/wording/check';
import { compileRules } from '../../../../src/coaching/wording/compileRules';

const folder = join(process.cwd(), 'media/wording');

/** Belay's own rules and what is wrong with them, which is nothing. */
export const compiled = compileRules(
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
);

/** The check that ships. */
export const belay: Check = createCheck(compiled.rules);

/** What is flagged in `text`: rule and words. */
export function flagged(text: string): string[] {
  return belay.check(text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}
