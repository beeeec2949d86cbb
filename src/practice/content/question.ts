import * as v from 'valibot';
import { IdSchema, line, listOf, oneOf } from '../../platform/fields';
import { dimensions, kinds, skills } from '../../vocabulary';
import { WordsSchema } from './exercise';

/** Kinds of questions that interviewers ask, as the guide has them. */
export const questionKinds = ['behavioural', 'situational', 'technical-leadership'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The guide's five topics of interviews. */
export const topics = [
  'underperformance',
  'team-conflict',
  'missed-deadline',
  'stakeholder-disagreement',
  'debt-against-features',
] as const;
export type Topic = (typeof topics)[number];

/** A sketch of an answer, and why it is as strong or weak as it is. */
const AnswerSchema = v.strictObject({ answer: line(1200, 'the answer'), why: line(220, 'the reason') });

/** A question as its file has it. */
export const QuestionFrontSchema = v.strictObject({
  id: IdSchema,
  ask: line(240, 'the question'),
  kind: oneOf(questionKinds),
  topic: v.optional(oneOf(topics)),
  /** What interviewers look for. */
  assesses: listOf(line(110, 'what it assesses'), 2, 4),
  strong: AnswerSchema,
  weak: AnswerSchema,
  'follow-ups': listOf(line(140, 'a question'), 2, 4),
  /** Which logged moments could become a story for it. */
  fits: v.strictObject({
    kinds: listOf(oneOf(kinds), 1, 3),
    skills: v.optional(listOf(oneOf(skills), 0, 2), []),
    words: v.optional(WordsSchema, []),
  }),
});

/** A file of questions: those of one dimension. */
export const QuestionFileSchema = v.strictObject({
  dimension: oneOf(dimensions),
  questions: v.array(v.unknown(), 'a list of questions, "- " before each'),
});

/** An interview question. */
export const QuestionSchema = v.object({
  ...QuestionFrontSchema.entries,
  dimension: oneOf(dimensions),
});
export type Question = v.InferOutput<typeof QuestionSchema>;
