import * as v from 'valibot';

/** How much a wording costs its reader. */
export const strengths = [
  /** Harsh: it hurts, or sounds as if it were meant to. */
  'warning',
  /** Correcting: it judges where it could help. */
  'hint',
  /** A demand that keeps its reason to itself. */
  'prompt',
] as const;
export type Strength = (typeof strengths)[number];

/** What a wording does to the author of the code. */
export const families = [
  'judging-the-person',
  'reproachful-why',
  'bare-verdict',
  'condescension',
  'absolutes',
  'rhetorical-question',
  'mockery',
  'harsh-words',
  'impatience',
  'demand-without-reason',
] as const;
export type Family = (typeof families)[number];

/** What a good comment does. */
export const signs = ['asks', 'explains', 'next-step', 'praises'] as const;
export type Sign = (typeof signs)[number];

/** How far around the words that were found a rule's rephrasing takes the place of the comment. */
export const reaches = ['words', 'clause', 'sentence'] as const;
export type Reach = (typeof reaches)[number];

const text = (purpose: string) => v.pipe(v.string(purpose), v.trim(), v.nonEmpty(purpose));
const patterns = v.array(text('a pattern: words in quotes'), 'a list of patterns, "- " before each');
const examples = v.pipe(
  v.array(text('a sentence'), 'a list of sentences, "- " before each'),
  v.nonEmpty('at least one sentence'),
);
const id = v.pipe(
  v.string('lower-case words joined by hyphens'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'it must be lower-case words joined by hyphens'),
);

/** Where a rule's reason was taken from. */
export const SourceSchema = v.strictObject({
  title: text('what it is called, with its author'),
  url: v.pipe(v.string('an address'), v.url('it must be an address')),
});

const common = {
  id,
  /** What it looks for; see pattern.ts. */
  finds: v.pipe(patterns, v.nonEmpty('at least one pattern')),
  /** Patterns that excuse a finding which they share a word with. */
  unless: v.optional(patterns, []),
  /** Patterns that excuse every finding in their sentence. */
  'unless-in-sentence': v.optional(patterns, []),
  /** Patterns that excuse every finding in their comment. */
  'unless-in-comment': v.optional(patterns, []),
  /** Comments that it must find something in, and ones that it mustn't. */
  matches: examples,
  spares: examples,
};

/** A rule about a wording that teaches less than it could. */
export const FindingRuleSchema = v.strictObject({
  ...common,
  strength: v.picklist(strengths, `it must be one of ${strengths.join(', ')}`),
  /** What the wording withholds from the author or why it stings, in a sentence or two for whoever wrote it. */
  why: text('a sentence that says what the author loses'),
  /**
   * What could stand in its place, written to read well there: in lower case but for names, `…` where the
   * writer has something to add, `$0` for the words that were found, nothing at all where they can go.
   */
  instead: v.pipe(
    v.array(v.string('words in quotes'), 'a list of phrases, "- " before each'),
    v.nonEmpty('at least one phrase'),
  ),
  /** How far a finding reaches: the words that were found, or what is around them up to a comma or the sentence's ends. */
  reach: v.optional(v.picklist(reaches, `it must be one of ${reaches.join(', ')}`), 'words'),
  /** True where a comment is told once at most. */
  once: v.optional(v.boolean('it must be true or false'), false),
  /** A rule that is silent where one of these signs of a good comment is in the comment. */
  'unless-sign': v.optional(v.array(v.picklist(signs, `it must be one of ${signs.join(', ')}`)), []),
  /** The name of a source that sources.yaml lists. */
  source: text('the name of a source'),
});

/** A rule about what is good in a comment. */
export const SignRuleSchema = v.strictObject(common);

/** A rule as it is used: with its family, and its source in full. */
export const RuleSchema = v.variant('kind', [
  v.object({
    ...FindingRuleSchema.entries,
    kind: v.literal('finding'),
    family: v.picklist(families),
    source: SourceSchema,
  }),
  v.object({ ...SignRuleSchema.entries, kind: v.literal('sign'), sign: v.picklist(signs) }),
]);
export type Rule = v.InferOutput<typeof RuleSchema>;
export type FindingRule = Extract<Rule, { kind: 'finding' }>;
export type Source = v.InferOutput<typeof SourceSchema>;

/** What the build makes of the rule files, so that nothing but JSON is read at run time. */
export const CompiledRulesSchema = v.array(RuleSchema);
