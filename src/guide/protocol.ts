import * as v from 'valibot';
import { GuideSchema, PlaceSchema, SectionSchema } from './section';

/** What the page shows: the list of sections, or a place in one. */
export const ViewSchema = v.variant('show', [
  v.object({ show: v.literal('contents') }),
  v.object({ show: v.literal('section'), place: PlaceSchema }),
]);
export type View = v.InferOutput<typeof ViewSchema>;

/** The words of the page itself, in the user's language. `{0}` stands for a section's title. */
export const StringsSchema = v.object({
  contents: v.string(),
  previous: v.string(),
  next: v.string(),
  around: v.string(),
  reading: v.string(),
  table: v.string(),
});
export type Strings = v.InferOutput<typeof StringsSchema>;

/** What the page is born with, so that its first paint waits for no message. */
export const InitialDataSchema = v.object({
  section: SectionSchema,
  place: PlaceSchema,
  strings: StringsSchema,
});
export type InitialData = v.InferOutput<typeof InitialDataSchema>;

/** Extension host to page. */
export const ToPageSchema = v.variant('type', [
  /** The whole guide: the answer to `ready`. */
  v.object({ type: v.literal('guide'), guide: GuideSchema }),
  v.object({ type: v.literal('go'), to: v.picklist(['contents', 'previous', 'next']) }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** Page to extension host. */
export const ToHostSchema = v.variant('type', [
  /** The page has painted and can take messages. */
  v.object({ type: v.literal('ready') }),
  /** The reader went or scrolled somewhere. */
  v.object({ type: v.literal('view'), view: ViewSchema }),
  /** Something went wrong in the page, for the log. */
  v.object({ type: v.literal('problem'), message: v.string() }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;
