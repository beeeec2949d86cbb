import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileRules } from '../../src/coaching/wording/compileRules';
import type { Rule } from '../../src/coaching/wording/rule';
import { formatProblems, UserError } from '../../src/platform/errors';

const folder = 'media/wording';

/** What the files of Belay's own rules compile to. */
export async function compileRulesOnDisk(): Promise<ReturnType<typeof compileRules>> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.map(async name => ({
      name: join(folder, name),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
  return compileRules(files);
}

/** Belay's own rules. Throws a `UserError` that names what is wrong in their files. */
export async function loadRules(): Promise<readonly Rule[]> {
  const { rules, problems } = await compileRulesOnDisk();
  if (problems.length > 0) {
    throw new UserError(`The wording rules have problems:\n${formatProblems(problems)}`);
  }
  return rules;
}
