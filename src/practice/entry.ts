import * as v from 'valibot';
import { SegmentCodec } from '../platform/segment';
import { TimestampSchema } from '../platform/time';
import { levelCount, subjectIds } from './content/levels';

const Text = v.pipe(v.string(), v.nonEmpty());
const Day = v.pipe(v.string(), v.isoDate('a day, like 2026-03-01'));

/** What is kept of a moment where it counts for something: it may be deleted, or in another workspace's journal. */
export const KeptMomentSchema = v.looseObject({
  id: Text,
  when: TimestampSchema,
  /** Its first line. */
  what: Text,
  who: v.array(Text),
  /** The workspace whose journal has it, as its window was called. */
  workspace: v.optional(v.string()),
});
export type KeptMoment = v.InferOutput<typeof KeptMomentSchema>;

/** What the user wants to practise in a week. */
const FocusSchema = v.looseObject({
  type: v.literal('focus'),
  /** `focus <monday>`: one a week. */
  id: Text,
  /** Its Monday. */
  week: Day,
  /** Ids of exercises, the first first. */
  exercises: v.array(Text),
  /** One intention, in the user's words. */
  intention: v.optional(v.string()),
});

/** A moment that the user accepted as evidence for an exercise. */
const EvidenceSchema = v.looseObject({
  type: v.literal('evidence'),
  /** `evidence <exercise> <moment>`. */
  id: Text,
  exercise: Text,
  moment: KeptMomentSchema,
  added: TimestampSchema,
});

/** An exercise that the user says is done. */
const DoneSchema = v.looseObject({
  type: v.literal('done'),
  /** `done <exercise>`. */
  id: Text,
  exercise: Text,
  done: TimestampSchema,
  /** How it went, in the user's words. */
  note: v.optional(v.string()),
});

/** How the user rates themselves on a skill or a dimension. Earlier ratings stay: they show the change. */
const RatingSchema = v.looseObject({
  type: v.literal('rating'),
  id: Text,
  subject: v.picklist(subjectIds),
  /** From 1. */
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(levelCount)),
  why: v.optional(v.string()),
  rated: TimestampSchema,
});

/** What documents are about: a STAR story, the reflection on the decision, a weekly review, a career conversation. */
export const documentKinds = ['story', 'reflection', 'review', 'career'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A text of the user's, edited as a Markdown document. */
const DocumentSchema = v.looseObject({
  type: v.literal('document'),
  id: Text,
  kind: v.picklist(documentKinds),
  title: Text,
  /** The whole document as it was saved. */
  text: v.string(),
  created: TimestampSchema,
  /** When it was last saved. */
  changed: v.optional(TimestampSchema),
  /** Moments that it grew from. */
  moments: v.optional(v.array(KeptMomentSchema)),
  /** Ids of interview questions that a story answers. */
  questions: v.optional(v.array(Text)),
});

/** A question that was rehearsed, and how it went: 1 again, 2 hard, 3 good, 4 easy. */
const RehearsalSchema = v.looseObject({
  type: v.literal('rehearsal'),
  id: Text,
  question: Text,
  rehearsed: TimestampSchema,
  rating: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  /** How long the answer took. */
  seconds: v.pipe(v.number(), v.minValue(0)),
  /** The document of the story that was told. */
  story: v.optional(Text),
  /** What the user wants to do otherwise next time. */
  note: v.optional(Text),
  /** The mock interview that it was part of. */
  mock: v.optional(Text),
});

/** Answers on whether management is for the user that aren't a reflection yet. */
const DecisionDraftSchema = v.looseObject({
  type: v.literal('decisionDraft'),
  /** `decision draft`: there is one. */
  id: Text,
  /** The question that the user looks at. */
  at: v.string(),
  /** Choices and words, by question. */
  answers: v.record(
    v.string(),
    v.looseObject({ choice: v.optional(v.string()), words: v.optional(v.string()) }),
  ),
});

/** What the practice room keeps, one by one. */
export const EntrySchema = v.variant('type', [
  FocusSchema,
  EvidenceSchema,
  DoneSchema,
  RatingSchema,
  DocumentSchema,
  RehearsalSchema,
  DecisionDraftSchema,
]);
export type PracticeEntry = v.InferOutput<typeof EntrySchema>;
export type EntryType = PracticeEntry['type'];
export type EntryOf<T extends EntryType> = Extract<PracticeEntry, { readonly type: T }>;
export type Focus = EntryOf<'focus'>;
export type Evidence = EntryOf<'evidence'>;
export type Done = EntryOf<'done'>;
export type Rating = EntryOf<'rating'>;
export type PracticeDocument = EntryOf<'document'>;
export type Rehearsal = EntryOf<'rehearsal'>;

/** The segments of the log called `practice`. */
export const practiceSegments = new SegmentCodec<PracticeEntry>({
  log: 'practice',
  key: 'entry',
  schema: EntrySchema,
});

export const decisionDraftId = 'decision draft';
export const focusId = (monday: string) => `focus ${monday}`;
export const evidenceId = (exercise: string, moment: string) => `evidence ${exercise} ${moment}`;
export const doneId = (exercise: string) => `done ${exercise}`;
