import * as v from 'valibot';
import { IdSchema, line, listOf, OriginSchema, oneOf, SourceSchema } from '../../platform/fields';
import { dimensions, kinds, skills } from '../../vocabulary';

/** The guide's five steps, each by the id of its section. */
export const stepIds = [
  'start-mentoring',
  'volunteer-to-lead',
  'improve-communication',
  'learn-performance-management',
  'talk-with-your-manager',
] as const;
export type StepId = (typeof stepIds)[number];

/** Lower-case words, or beginnings of words, by which a moment's text suggests something. */
export const WordsSchema = listOf(
  v.pipe(
    line(40, 'a word'),
    v.check(word => word === word.toLowerCase(), 'lower-case letters'),
  ),
  0,
  6,
);

/** What shows that an exercise was done. */
const EvidenceSchema = v.strictObject({
  /** In words, which moments count. */
  counts: line(200, 'which moments count'),
  kinds: listOf(oneOf(kinds), 1, 3),
  skills: v.optional(listOf(oneOf(skills), 0, 2), []),
  dimensions: v.optional(listOf(oneOf(dimensions), 0, 2), []),
  words: v.optional(WordsSchema, []),
  /** So many such moments make it done. */
  moments: v.pipe(v.number(), v.integer(), v.minValue(1, 'at least 1'), v.maxValue(4, 'at most 4')),
});

/** The front matter of an exercise's file. Unknown keys are refused, since they are most often misspelt ones. */
export const ExerciseFrontSchema = v.strictObject({
  id: IdSchema,
  title: line(60, 'a title'),
  step: oneOf(stepIds),
  /** What it trains and why that matters. */
  purpose: line(200, 'what it trains'),
  /** A concrete first move, for today. */
  first: line(280, 'a first move'),
  /** What done looks like to somebody else. */
  done: line(280, 'what done looks like'),
  evidence: EvidenceSchema,
  /** The section of the guide to read about it. */
  guide: v.optional(IdSchema),
  /** Exercises that should come before. */
  after: v.optional(listOf(IdSchema, 0, 2), []),
  sources: v.optional(listOf(SourceSchema, 0, 12), []),
});

/** One exercise of the practice plan. */
export const ExerciseSchema = v.object({
  ...ExerciseFrontSchema.entries,
  origin: OriginSchema,
  /** How to do it well, with an example. */
  markdown: v.string(),
});
export type Exercise = v.InferOutput<typeof ExerciseSchema>;
