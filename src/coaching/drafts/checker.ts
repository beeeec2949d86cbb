import text from 'belay:wording.json';
import * as v from 'valibot';
import { type Check, createCheck } from '../wording/check';
import { CompiledRulesSchema, type Rule } from '../wording/rule';

/** Belay's rules with the check made of them. */
export interface Checker extends Check {
  /** The rule of that id. */
  rule(id: string): Extract<Rule, { kind: 'finding' }> | undefined;
}

let checker: Checker | undefined;

/** The check with Belay's own rules, made at the first call. */
export function builtInChecker(): Checker {
  if (!checker) {
    const rules = v.parse(CompiledRulesSchema, JSON.parse(text));
    const byId = new Map(rules.map(rule => [rule.id, rule]));
    checker = {
      ...createCheck(rules),
      rule: id => {
        const rule = byId.get(id);
        return rule?.kind === 'finding' ? rule : undefined;
      },
    };
  }
  return checker;
}
