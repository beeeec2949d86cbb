import * as v from 'valibot';
import { commentKinds } from './reviewMonths';
import { RowsSchema } from './rows';

/** Whose moments are shown: this workspace's, or those of all. */
export const scopes = ['here', 'everywhere'] as const;
export type Scope = (typeof scopes)[number];

/** What the page's words are called. */
export const stringKeys = [
  'growth',
  'loading',
  'tryAgain',
  'writeReport',
  'filters',
  'period',
  'weeks',
  'months',
  'year',
  'all',
  'between',
  'from',
  'to',
  'person',
  'everybody',
  'kind',
  'allKinds',
  'noKind',
  'noSkill',
  'noDimension',
  'scope',
  'here',
  'everywhere',
  'momentOne',
  'momentMany',
  'personOne',
  'personMany',
  'summary',
  'span',
  'laterOne',
  'laterMany',
  'partial',
  'empty',
  'emptyHelp',
  'logMoment',
  'nothingFound',
  'showAll',
  'asTable',
  'mark',
  'calendar',
  'weekOf',
  'fewer',
  'more',
  'skill',
  'dimension',
  'byKind',
  'bySkill',
  'byDimension',
  'moments',
  'week',
  'people',
  'peopleHelp',
  'noPeople',
  'sort',
  'sortName',
  'sortLongest',
  'last',
  'lastToday',
  'lastOne',
  'lastMany',
  'lastAhead',
  'daysAgo',
  'showPeople',
  'followUps',
  'noFollowUps',
  'followUp',
  'kept',
  'late',
  'open',
  'overdue',
  'reviews',
  'reviewsHelp',
  'noReviews',
  'month',
  'praise',
  'question',
  'suggestion',
  'issue',
  'other',
  'inMonth',
  'findings',
  'findingsHelp',
  'noFindings',
  'found',
  'heeded',
  'reviewMoments',
  'noReviewMoments',
  'close',
  'showMore',
  'inJournalOf',
] as const;

/** The words of the page itself, in the user's language. `{0}` and so on stand for what the page fills in. */
const StringsSchema = v.object(v.entriesFromList(stringKeys, v.string()));
export type Strings = v.InferOutput<typeof StringsSchema>;

const Words = v.array(v.string());

/** What the page is born with: its words. Moments come when it asks for them. */
export const InitialDataSchema = v.object({
  strings: StringsSchema,
  /** Kinds, skills and dimensions in words, in the order of the vocabulary. */
  kinds: Words,
  skills: Words,
  dimensions: Words,
  /** The user's language, as `Intl` calls it. */
  language: v.string(),
});
export type InitialData = v.InferOutput<typeof InitialDataSchema>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ReviewMonthSchema = v.object(
  v.entriesFromList([...commentKinds, 'findings', 'heeded'] as const, v.number()),
);

/** All that is counted. */
const DataSchema = v.object({
  type: v.literal('data'),
  /** Rows count within one of these only: the next has others. */
  revision: Count,
  scope: v.picklist(scopes),
  rows: RowsSchema,
  people: Words,
  workspaces: Words,
  /** What the user's review comments were made of, by month, `2026-11`. */
  mix: v.record(v.string(), ReviewMonthSchema),
  /** The user's day. */
  today: v.pipe(v.string(), v.isoDate()),
  /** Reading the other journals was cancelled. */
  isPartial: v.boolean(),
});
export type Data = v.InferOutput<typeof DataSchema>;

/** So many moments' texts are asked for at once. */
export const mostTexts = 50;

const RowList = v.pipe(v.array(Count), v.maxLength(mostTexts));

/** Extension host to page. */
export const ToPageSchema = v.variant('type', [
  DataSchema,
  /** The data couldn't be read, and why. */
  v.object({ type: v.literal('failed'), message: v.string() }),
  /** The first lines of moments, by row; the answer to `texts`. */
  v.object({
    type: v.literal('texts'),
    revision: Count,
    texts: v.array(v.tuple([Count, v.string()])),
  }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** Page to extension host. */
export const ToHostSchema = v.variant('type', [
  /** The page is there, or wants other moments; it is told now and whenever they change. */
  v.object({ type: v.literal('read'), scope: v.picklist(scopes) }),
  v.object({ type: v.literal('texts'), revision: Count, rows: RowList }),
  /** Open a moment in an editor. */
  v.object({ type: v.literal('open'), revision: Count, row: Count }),
  v.object({ type: v.literal('logMoment') }),
  v.object({ type: v.literal('writeReport') }),
  /** Something went wrong in the page, for the log. */
  v.object({ type: v.literal('problem'), message: v.string() }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;
