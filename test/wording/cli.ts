// Checks comments from the command line: npm run -s wording -- ROWS.jsonl
// prints {"findings": […]} for each row, in order.
import { createCheck, type Finding } from '../../src/coaching/wording/check';
import { messageOf, UserError } from '../../src/platform/errors';
import { readRows } from './rows';
import { loadRules } from './rules';

/** A finding as it is printed. */
function printed({ rule, strength, start, end, message, rephrasings }: Finding) {
  return { rule, strength, start, end, message, rephrasings };
}

try {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    throw new UserError('Usage: npm run -s wording -- ROWS.jsonl (or .csv), each row with a text');
  }
  const rows = await readRows(file);
  const { check } = createCheck(await loadRules());
  const lines = rows.map(({ text }) => `${JSON.stringify({ findings: check(text).map(printed) })}\n`);
  process.stdout.write(lines.join(''));
} catch (error) {
  console.error(error instanceof UserError ? error.message : messageOf(error));
  process.exitCode = 1;
}
