import { Automaton, type Match } from './automaton';
import { type Fitted, fitRephrasings } from './fit';
import { isInCheckedLanguage } from './language';
import { parsePattern } from './pattern';
import { type Family, type FindingRule, type Rule, type Sign, type Strength, strengths } from './rule';
import { type Token, tokenise } from './tokens';

/** Words of a comment that teach its author less than they could. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly family: Family;
  readonly strength: Strength;
  /** UTF-16 offsets into the comment. */
  readonly start: number;
  readonly end: number;
  /** What the words withhold or why they sting. */
  readonly message: string;
  /** What can replace the text from `start` to `end` as it is. */
  readonly rephrasings: readonly string[];
}

/** What is good in a comment. */
export interface Summary {
  readonly asks: boolean;
  readonly explains: boolean;
  readonly nextStep: boolean;
  readonly praises: boolean;
}

export interface Check {
  /** Whether `text` is in the language of the rules. In another nothing is found and nothing seen. */
  reads(text: string): boolean;
  /** The findings in `text`, in order; no two overlap. */
  check(text: string): Finding[];
  sumUp(text: string): Summary;
}

/** Where one pattern belongs. */
interface Use {
  readonly rule: number;
  readonly role: 'finds' | 'unless' | 'unless-in-sentence' | 'unless-in-comment';
}

const roles = ['finds', 'unless', 'unless-in-sentence', 'unless-in-comment'] as const;

/** Makes a check of `rules`; it keeps nothing of the texts. Throws a `PatternError` on rules that nothing has checked. */
export function createCheck(rules: readonly Rule[]): Check {
  const uses = new Map<string, Use[]>();
  rules.forEach((rule, index) => {
    for (const role of roles) {
      for (const source of rule[role]) {
        uses.set(source, [...(uses.get(source) ?? []), { rule: index, role }]);
      }
    }
  });
  const automaton = new Automaton([...uses.keys()].map(source => parsePattern(source)));
  const usesOf = [...uses.values()];
  const read = (text: string) => {
    const tokens = tokenise(text);
    return isInCheckedLanguage(tokens)
      ? new Reading(text, tokens, rules, usesOf, automaton.run(tokens))
      : undefined;
  };
  return {
    reads: text => isInCheckedLanguage(tokenise(text)),
    check: text => read(text)?.findings() ?? [],
    sumUp: text => {
      const seen = read(text)?.signs() ?? new Set<Sign>();
      return {
        asks: seen.has('asks'),
        explains: seen.has('explains'),
        nextStep: seen.has('next-step'),
        praises: seen.has('praises'),
      };
    },
  };
}

/** One comment and what the patterns found in it. */
class Reading {
  private readonly matches = new Map<Use['role'], Map<number, Match[]>>();
  /** The number of the sentence that each token is in. */
  private readonly sentenceOf: readonly number[];

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly rules: readonly Rule[],
    usesOf: readonly (readonly Use[])[],
    matches: readonly Match[],
  ) {
    for (const match of matches) {
      for (const { rule, role } of usesOf[match.pattern] ?? []) {
        const byRule = this.matches.get(role) ?? new Map<number, Match[]>();
        this.matches.set(role, byRule);
        const list = byRule.get(rule) ?? [];
        byRule.set(rule, list);
        list.push(match);
      }
    }
    let sentence = 0;
    this.sentenceOf = tokens.map(token => (token.kind === 'break' ? ++sentence : sentence));
  }

  signs(): ReadonlySet<Sign> {
    const found = new Set<Sign>();
    this.rules.forEach((rule, index) => {
      if (rule.kind === 'sign' && !found.has(rule.sign) && this.candidates(index).length > 0) {
        found.add(rule.sign);
      }
    });
    return found;
  }

  findings(): Finding[] {
    const candidates = this.rules.flatMap((rule, index) =>
      rule.kind === 'finding' ? this.candidatesOf(rule, index) : [],
    );
    candidates.sort(
      (a, b) =>
        strengths.indexOf(a.rule.strength) - strengths.indexOf(b.rule.strength) ||
        b.fitted.to - b.fitted.from - (a.fitted.to - a.fitted.from) ||
        a.fitted.from - b.fitted.from,
    );
    const taken = new Uint8Array(this.tokens.length);
    const told = new Set<string>();
    const findings: Finding[] = [];
    for (const { rule, fitted } of candidates) {
      const { from, to, start, end, rephrasings } = fitted;
      if ((rule.once && told.has(rule.id)) || taken.subarray(from, to).some(isTaken => isTaken > 0)) {
        continue;
      }
      told.add(rule.id);
      taken.fill(1, from, to);
      const { id, family, strength, why } = rule;
      findings.push({ rule: id, family, strength, start, end, message: why, rephrasings });
    }
    return findings.sort((a, b) => a.start - b.start);
  }

  private candidatesOf(rule: FindingRule, index: number): { rule: FindingRule; fitted: Fitted }[] {
    const matches = this.candidates(index);
    if (matches.length === 0) {
      return [];
    }
    const seen = rule['unless-sign'].length > 0 ? this.signs() : undefined;
    if (seen && rule['unless-sign'].some(sign => seen.has(sign))) {
      return [];
    }
    const found: { rule: FindingRule; fitted: Fitted }[] = [];
    for (const match of matches) {
      // One finding takes in its whole clause: looking for its bounds again for each match would be quadratic.
      if (match.from >= (found.at(-1)?.fitted.to ?? 0)) {
        found.push({ rule, fitted: fitRephrasings(this.text, this.tokens, match, rule) });
      }
    }
    return rule.once ? found.slice(0, 1) : found;
  }

  /** The matches of a rule that nothing excuses. */
  private candidates(index: number): Match[] {
    const of = (role: Use['role']) => this.matches.get(role)?.get(index) ?? [];
    const found = of('finds').filter(({ from, to }) => from < to);
    if (found.length === 0 || of('unless-in-comment').length > 0) {
      return [];
    }
    const sentences = new Set(of('unless-in-sentence').map(({ from }) => this.sentenceOf[from]));
    const excused = of('unless');
    const covered = excused.length > 0 ? new Uint8Array(this.tokens.length) : undefined;
    for (const { from, to } of excused) {
      covered?.fill(1, from, to);
    }
    return found.filter(
      ({ from, to }) =>
        !sentences.has(this.sentenceOf[from]) &&
        !covered?.subarray(from, to).some(isCovered => isCovered > 0),
    );
  }
}
