import * as v from 'valibot';
import { marks, ReaderSchema } from './reader';
import { GuideSchema, PlaceSchema, SectionIdSchema, SectionSchema } from './section';

/** Which sections the contents show. */
export const filters = ['all', 'unread', 'bookmarks'] as const;
export type Filter = (typeof filters)[number];

/** What the page shows: the list of sections, a place in one, or what a search found. */
export const ViewSchema = v.variant('show', [
  v.object({ show: v.literal('contents'), filter: v.picklist(filters) }),
  v.object({ show: v.literal('section'), place: PlaceSchema }),
  v.object({ show: v.literal('search'), query: v.string() }),
]);
export type View = v.InferOutput<typeof ViewSchema>;

/** Where a page's reader can be sent: from the view's title bar, the command palette or a key. */
export const destinations = [
  'contents',
  'bookmarks',
  'search',
  'previous',
  'next',
  'back',
  'forward',
  'place',
] as const;
export type Destination = (typeof destinations)[number];

/** Where the page is drawn: in the side bar (or wherever the user moved the view to), or as an editor. */
export const SurfaceSchema = v.picklist(['view', 'editor']);
export type Surface = v.InferOutput<typeof SurfaceSchema>;

/** What the page's words are called. */
export const stringKeys = [
  'guide',
  'contents',
  'back',
  'forward',
  'search',
  'searchShort',
  'searchResults',
  'found',
  'foundOne',
  'foundNone',
  'foundNoneHelp',
  'searchHelp',
  'all',
  'unread',
  'bookmarks',
  'show',
  'noBookmarks',
  'noUnread',
  'progress',
  'continueWith',
  'started',
  'read',
  'practised',
  'unopened',
  'bookmarked',
  'bookmark',
  'copyLink',
  'openInEditor',
  'onThisPage',
  'previous',
  'next',
  'around',
  'reading',
  'teamPage',
  'untrustedPage',
  'notes',
  'notesHelp',
  'notesKept',
  'notesNotKept',
  'practise',
  'check',
  'right',
  'wrong',
  'sources',
  'iHaveRead',
] as const;

/** The words of the page itself, in the user's language. `{0}` and so on stand for what the page fills in. */
const StringsSchema = v.object(v.entriesFromList(stringKeys, v.string()));
export type Strings = v.InferOutput<typeof StringsSchema>;

/** What the page is born with, so that its first paint waits for no message. */
export const InitialDataSchema = v.object({
  section: SectionSchema,
  /** The section's text as HTML, where the build has made it. */
  html: v.optional(v.string()),
  place: PlaceSchema,
  reader: ReaderSchema,
  surface: SurfaceSchema,
  figures: v.record(v.string(), v.string()),
  strings: StringsSchema,
});
export type InitialData = v.InferOutput<typeof InitialDataSchema>;

/** Extension host to page. */
export const ToPageSchema = v.variant('type', [
  /** The whole guide: the answer to `ready`, and again whenever a team's page has changed. */
  v.object({ type: v.literal('guide'), guide: GuideSchema }),
  v.object({ type: v.literal('reader'), reader: ReaderSchema }),
  v.object({ type: v.literal('go'), to: v.picklist(destinations) }),
  /** Open a section, at the heading with that slug if it has it. */
  v.object({ type: v.literal('open'), id: SectionIdSchema, heading: v.optional(v.string()) }),
  /** The note on a section as it is stored; the answer to `readNote`. */
  v.object({ type: v.literal('note'), id: SectionIdSchema, text: v.string() }),
  /** That text of a note has been stored, or couldn't be. */
  v.object({
    type: v.literal('noteKept'),
    id: SectionIdSchema,
    text: v.string(),
    problem: v.optional(v.string()),
  }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** Page to extension host. */
export const ToHostSchema = v.variant('type', [
  /** The page has painted and can take messages. */
  v.object({ type: v.literal('ready') }),
  /** The reader went or scrolled somewhere. */
  v.object({ type: v.literal('view'), view: ViewSchema }),
  v.object({ type: v.literal('mark'), id: SectionIdSchema, mark: v.picklist(marks), on: v.boolean() }),
  v.object({ type: v.literal('bookmark'), id: SectionIdSchema, on: v.boolean() }),
  /** Do one of a section's actions: its index in the section's list. */
  v.object({
    type: v.literal('practise'),
    id: SectionIdSchema,
    action: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ type: v.literal('readNote'), id: SectionIdSchema }),
  v.object({
    type: v.literal('keepNote'),
    id: SectionIdSchema,
    text: v.pipe(v.string(), v.maxLength(100_000)),
  }),
  v.object({ type: v.literal('copyLink'), id: SectionIdSchema, heading: v.optional(v.string()) }),
  v.object({ type: v.literal('openInEditor'), id: SectionIdSchema }),
  /** Something went wrong in the page, for the log. */
  v.object({ type: v.literal('problem'), message: v.string() }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;
