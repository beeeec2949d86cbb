import * as v from 'valibot';

/** One question of the page: what it tells, what it asks, and what may be answered. */
export const CardSchema = v.object({
  id: v.string(),
  /** Stands small above the title: what kind of question it is, which of how many. */
  about: v.string(),
  title: v.string(),
  /** Whether the title is content, and so English, as text, question and choices always are. */
  isTitleContent: v.optional(v.boolean()),
  text: v.optional(v.string()),
  ask: v.optional(v.string()),
  /** None where the answer is in the user's own words alone. */
  choices: v.array(
    v.object({
      id: v.string(),
      say: v.string(),
      detail: v.optional(v.string()),
      /** Something about this choice today: that it was the last one, and when. */
      note: v.optional(v.string()),
    }),
  ),
  /** What the box for the user's own words is called; there is none without it, nor before a choice is made. */
  write: v.optional(v.string()),
});
export type Card = v.InferOutput<typeof CardSchema>;

/** The longest text that a box takes. */
export const longestWords = 20_000;

export const AnswerSchema = v.object({
  choice: v.optional(v.string()),
  words: v.optional(v.pipe(v.string(), v.maxLength(longestWords))),
});
export type Answer = v.InferOutput<typeof AnswerSchema>;

/** How far somebody is: the card that they look at, and their answers by card. */
export const ProgressSchema = v.object({
  at: v.string(),
  answers: v.record(v.string(), AnswerSchema),
});
export type Progress = v.InferOutput<typeof ProgressSchema>;

/** The words of the page itself, in the user's language. */
export const StringsSchema = v.object({
  back: v.string(),
  next: v.string(),
  skip: v.string(),
  clear: v.string(),
  /** Ends it, from any card. */
  finish: v.string(),
  keys: v.string(),
  /** What couldn't be kept; the reason follows. */
  notKept: v.string(),
});
export type Strings = v.InferOutput<typeof StringsSchema>;

/** What the page is born with. */
export const InitialDataSchema = v.object({
  cards: v.pipe(v.array(CardSchema), v.minLength(1)),
  progress: v.optional(ProgressSchema),
  strings: StringsSchema,
});
export type InitialData = v.InferOutput<typeof InitialDataSchema>;

/** Extension host to page: whether all answers are kept, or why they couldn't be. */
export const ToPageSchema = v.object({ type: v.literal('kept'), problem: v.optional(v.string()) });
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** Page to extension host. */
export const ToHostSchema = v.variant('type', [
  v.object({ type: v.literal('answer'), id: v.string(), answer: AnswerSchema }),
  /** The user has gone to that card. */
  v.object({ type: v.literal('at'), id: v.string() }),
  v.object({ type: v.literal('finish') }),
  v.object({ type: v.literal('leave') }),
  /** Something went wrong in the page, for the log. */
  v.object({ type: v.literal('problem'), message: v.string() }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;
