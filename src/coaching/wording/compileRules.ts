import type { FileProblem } from '../../platform/errors';
import type { Rule } from './rule';
import { parseRules, type Shared } from './ruleFile';

/** A rule file as it stands on the disk. */
export interface RuleFile {
  readonly name: string;
  readonly text: string;
}

/**
 * All rules of a set of files, in the order of their names. What a file named `_….yaml` defines, phrases
 * and sources, all others may refer to. A rule whose id is taken is left out and named.
 */
export function compileRules(files: readonly RuleFile[]): {
  readonly rules: readonly Rule[];
  readonly problems: readonly FileProblem[];
} {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const isShared = ({ name }: RuleFile) => /(^|[/\\])_[^/\\]*$/.test(name);
  const problems: FileProblem[] = [];
  let shared: Shared = { phrases: new Map(), sources: new Map() };
  for (const file of sorted.filter(isShared)) {
    const parsed = parseRules(file.name, file.text, shared);
    shared = parsed.shared;
    problems.push(...parsed.problems);
  }
  const rules: Rule[] = [];
  const fileOf = new Map<string, string>();
  for (const { name, text } of sorted.filter(file => !isShared(file))) {
    const parsed = parseRules(name, text, shared);
    problems.push(...parsed.problems);
    for (const rule of parsed.rules) {
      const first = fileOf.get(rule.id);
      if (first === undefined) {
        fileOf.set(rule.id, name);
        rules.push(rule);
      } else {
        const reason = `id: "${rule.id}" is already the id of a rule in ${first}`;
        problems.push({ file: name, line: parsed.lines.get(rule.id) ?? 1, reason });
      }
    }
  }
  return { rules, problems };
}
