import * as v from 'valibot';

/** Something to read about a question once it was answered: a heading, and paragraphs or a list below it. */
const NoteBlockSchema = v.object({
  title: v.string(),
  paragraphs: v.array(v.string()),
  items: v.array(v.string()),
});
export type NoteBlock = v.InferOutput<typeof NoteBlockSchema>;

/** A story that could be told. */
const StoryChoiceSchema = v.object({ id: v.string(), title: v.string() });

/** A way the answer can have gone. */
const GradeChoiceSchema = v.object({
  grade: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  label: v.string(),
  /** What it means. */
  detail: v.string(),
  /** When the question comes again then. */
  next: v.string(),
});

/** What was said of an answer before its rating was taken back. */
const GivenSchema = v.object({
  seconds: v.number(),
  note: v.optional(v.string()),
  story: v.optional(v.string()),
});
export type Given = v.InferOutput<typeof GivenSchema>;

const QuestionScreenSchema = v.object({
  kind: v.literal('question'),
  /** Another one for each time that a question is asked. */
  key: v.string(),
  /** What has just become of the question before. */
  said: v.optional(v.string()),
  canUndo: v.boolean(),
  /** Which of how many it is. */
  position: v.string(),
  about: v.string(),
  ask: v.string(),
  /** What the user noted for themselves last time. */
  lastNote: v.optional(v.string()),
  /** Shown when it was answered. */
  notes: v.array(NoteBlockSchema),
  stories: v.array(StoryChoiceSchema),
  grades: v.array(GradeChoiceSchema),
  given: v.optional(GivenSchema),
});
export type QuestionScreen = v.InferOutput<typeof QuestionScreenSchema>;

const EndScreenSchema = v.object({
  kind: v.literal('end'),
  key: v.string(),
  said: v.optional(v.string()),
  canUndo: v.boolean(),
  title: v.string(),
  text: v.string(),
  rows: v.array(
    v.object({
      question: v.string(),
      ask: v.string(),
      grade: v.string(),
      time: v.string(),
      next: v.string(),
      note: v.optional(v.string()),
    }),
  ),
});
export type EndScreen = v.InferOutput<typeof EndScreenSchema>;

export const ScreenSchema = v.variant('kind', [QuestionScreenSchema, EndScreenSchema]);
export type Screen = v.InferOutput<typeof ScreenSchema>;

/** The longest note that is taken. */
export const longestNote = 2_000;

/** The words of the page itself, in the user's language. */
export const StringsSchema = v.object({
  /** How long an answer may take: `of 2:00`. */
  limit: v.string(),
  over: v.string(),
  time: v.string(),
  pause: v.string(),
  resume: v.string(),
  restart: v.string(),
  answered: v.string(),
  skip: v.string(),
  undo: v.string(),
  rate: v.string(),
  story: v.string(),
  noStory: v.string(),
  openStory: v.string(),
  note: v.string(),
  lastNote: v.string(),
  back: v.string(),
  answerKeys: v.string(),
  rateKeys: v.string(),
  notKept: v.string(),
  question: v.string(),
  howItWent: v.string(),
  comesAgain: v.string(),
  more: v.string(),
  mock: v.string(),
  history: v.string(),
  close: v.string(),
});
export type Strings = v.InferOutput<typeof StringsSchema>;

/** What the page is born with; the first screen comes when it is ready. */
export const InitialDataSchema = v.object({
  /** How long an answer may take, in milliseconds. */
  limit: v.number(),
  strings: StringsSchema,
});
export type InitialData = v.InferOutput<typeof InitialDataSchema>;

/** Extension host to page. */
export const ToPageSchema = v.variant('type', [
  v.object({ type: v.literal('screen'), screen: ScreenSchema }),
  /** A rating couldn't be kept, and why. */
  v.object({ type: v.literal('notKept'), reason: v.string() }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));

/** Page to extension host. `key` is that of the screen that it is about. */
export const ToHostSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({
    type: v.literal('rated'),
    key: v.string(),
    grade: v.picklist([1, 2, 3, 4]),
    seconds,
    note: v.optional(v.pipe(v.string(), v.maxLength(longestNote))),
    story: v.optional(v.string()),
  }),
  v.object({ type: v.literal('skip'), key: v.string() }),
  v.object({ type: v.literal('undo'), key: v.string() }),
  v.object({ type: v.literal('openStory'), id: v.string() }),
  v.object({ type: v.literal('openQuestion'), id: v.string() }),
  v.object({ type: v.literal('run'), what: v.picklist(['more', 'mock', 'history']) }),
  v.object({ type: v.literal('leave') }),
  v.object({ type: v.literal('problem'), message: v.string() }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;
