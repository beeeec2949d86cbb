import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { type FileProblem, messageOf } from '../../platform/errors';
import { reasonOf } from '../../platform/schema';
import { findAlias, offsetOf } from '../../platform/yamlPlaces';
import { expandPhrases, parsePattern } from './pattern';
import {
  FindingRuleSchema,
  families,
  type Rule,
  SignRuleSchema,
  type Source,
  SourceSchema,
  signs,
} from './rule';

/** What every rule file may refer to: phrases as `<name>`, sources by their name. */
export interface Shared {
  readonly phrases: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The rules that could be read, what others may refer to, and what is wrong, with the line of each. */
export interface ParsedRules {
  readonly rules: readonly Rule[];
  readonly shared: Shared;
  readonly problems: readonly FileProblem[];
  /** The line on which each rule begins, by its id. */
  readonly lines: ReadonlyMap<string, number>;
}

const nothingShared: Shared = { phrases: new Map(), sources: new Map() };

/** A whole file: a family or a sign with its rules, and what its patterns refer to. */
const FileSchema = v.strictObject({
  family: v.optional(v.picklist(families, `it must be one of ${families.join(', ')}`)),
  sign: v.optional(v.picklist(signs, `it must be one of ${signs.join(', ')}`)),
  phrases: v.optional(
    v.record(
      v.string(),
      v.pipe(v.string('phrases parted by |'), v.trim(), v.nonEmpty('phrases parted by |')),
    ),
  ),
  sources: v.optional(v.record(v.string(), SourceSchema)),
  rules: v.optional(v.array(v.unknown(), 'a list of rules, "- " before each')),
});

type RuleFile = v.InferOutput<typeof FileSchema>;

/** Reads one rule file. A rule with a problem is left out and named with its line; the others are there. */
export function parseRules(file: string, text: string, known: Shared = nothingShared): ParsedRules {
  return new RuleFileReader(file, text, known).read();
}

class RuleFileReader {
  private readonly problems: FileProblem[] = [];
  private readonly lineCounter = new LineCounter();
  private readonly document;
  private readonly phrases: Map<string, string>;
  private readonly sources: Map<string, Source>;

  constructor(
    private readonly file: string,
    text: string,
    known: Shared,
  ) {
    this.document = parseDocument(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
      lineCounter: this.lineCounter,
    });
    this.phrases = new Map(known.phrases);
    this.sources = new Map(known.sources);
  }

  read(): ParsedRules {
    const rules: Rule[] = [];
    const lines = new Map<string, number>();
    const content = this.content();
    if (content) {
      this.learn(content);
      (content.rules ?? []).forEach((raw, index) => {
        const rule = this.rule(content, raw, ['rules', index]);
        if (rule) {
          rules.push(rule);
          lines.set(rule.id, this.lineOf(['rules', index, 'id']));
        }
      });
    }
    return {
      rules,
      lines,
      problems: this.problems,
      shared: { phrases: this.phrases, sources: this.sources },
    };
  }

  private content(): RuleFile | undefined {
    for (const error of this.document.errors) {
      const { line } = this.lineCounter.linePos(error.pos[0]);
      const reason = error.message.split(' at line ')[0] ?? error.message;
      this.problems.push({ file: this.file, line, reason });
    }
    if (this.problems.length > 0) {
      return undefined;
    }
    const alias = findAlias(this.document);
    if (alias !== undefined) {
      const { line } = this.lineCounter.linePos(alias);
      this.problems.push({
        file: this.file,
        line,
        reason: 'a value that begins with * needs quotes around it',
      });
      return undefined;
    }
    const content = this.checked(FileSchema, this.document.toJS(), []);
    if (content?.rules && (content.family === undefined) === (content.sign === undefined)) {
      this.refuse(['rules'], 'above its rules, the file must name either their family or their sign');
      return undefined;
    }
    return content;
  }

  /** Phrases may refer to those above them. */
  private learn(content: RuleFile): void {
    for (const [name, phrase] of Object.entries(content.phrases ?? {})) {
      const source = this.pattern(phrase, ['phrases', name]);
      if (source !== undefined) {
        this.phrases.set(name, source);
      }
    }
    for (const [name, source] of Object.entries(content.sources ?? {})) {
      this.sources.set(name, source);
    }
  }

  private rule(content: RuleFile, raw: unknown, path: readonly (string | number)[]): Rule | undefined {
    if (content.family !== undefined) {
      const read = this.checked(FindingRuleSchema, raw, path);
      const patterns = read && this.patternsOf(read, path);
      if (!read || !patterns) {
        return undefined;
      }
      const source = this.sources.get(read.source);
      if (!source) {
        this.refuse([...path, 'source'], `there is no source "${read.source}"`);
        return undefined;
      }
      return { ...read, ...patterns, kind: 'finding', family: content.family, source };
    }
    const read = this.checked(SignRuleSchema, raw, path);
    const patterns = read && this.patternsOf(read, path);
    return read && patterns && content.sign
      ? { ...read, ...patterns, kind: 'sign', sign: content.sign }
      : undefined;
  }

  /** The rule's patterns with the phrases in their places; `undefined` where one can't be read. */
  private patternsOf(rule: PatternLists, path: readonly (string | number)[]): PatternLists | undefined {
    let whole = true;
    const expand = (key: keyof PatternLists) =>
      rule[key].map((source, index) => {
        const expanded = this.pattern(source, [...path, key, index]);
        whole &&= expanded !== undefined;
        return expanded ?? '';
      });
    const lists = {
      finds: expand('finds'),
      unless: expand('unless'),
      'unless-in-sentence': expand('unless-in-sentence'),
      'unless-in-comment': expand('unless-in-comment'),
    };
    return whole ? lists : undefined;
  }

  private pattern(source: string, path: readonly (string | number)[]): string | undefined {
    try {
      const expanded = expandPhrases(source, this.phrases);
      parsePattern(path[0] === 'phrases' ? `(${expanded})` : expanded);
      return expanded;
    } catch (error) {
      this.refuse(path, messageOf(error));
      return undefined;
    }
  }

  private checked<S extends v.GenericSchema>(
    schema: S,
    value: unknown,
    path: readonly (string | number)[],
  ): v.InferOutput<S> | undefined {
    const result = v.safeParse(schema, value);
    if (result.success) {
      return result.output;
    }
    for (const issue of result.issues) {
      const inner = issue.path?.map(item => item.key as string | number) ?? [];
      this.refuse([...path, ...inner], reasonOf(issue));
    }
    return undefined;
  }

  private refuse(path: readonly (string | number)[], reason: string): void {
    const place = path.filter(key => typeof key === 'string' && key !== 'rules').join('.');
    this.problems.push({
      file: this.file,
      line: this.lineOf(path),
      reason: place === '' ? reason : `${place}: ${reason}`,
    });
  }

  private lineOf(path: readonly (string | number)[]): number {
    const offset = offsetOf(this.document, path);
    return offset === undefined ? 1 : this.lineCounter.linePos(offset).line;
  }
}

interface PatternLists {
  readonly finds: string[];
  readonly unless: string[];
  readonly 'unless-in-sentence': string[];
  readonly 'unless-in-comment': string[];
}
