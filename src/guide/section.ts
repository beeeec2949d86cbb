import * as v from 'valibot';

/** A section's id: what links and stored places name it by. */
const SectionId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
);

/** The front matter of a section file. Unknown keys are refused, since they are most often misspelt ones. */
export const FrontMatterSchema = v.strictObject({
  id: SectionId,
  title: v.pipe(v.string(), v.nonEmpty('a title')),
  /** The group that the list of sections shows it in. */
  part: v.pipe(v.string(), v.nonEmpty('the name of a part')),
  /** One line for the list of sections. */
  summary: v.pipe(v.string(), v.nonEmpty('a line'), v.maxLength(120, 'at most 120 characters')),
});

/** One section of the guide: the unit that is read, linked and listed. */
export const SectionSchema = v.object({ ...FrontMatterSchema.entries, markdown: v.string() });
export type Section = v.InferOutput<typeof SectionSchema>;

/** The guide in reading order. */
export const GuideSchema = v.pipe(v.array(SectionSchema), v.nonEmpty('at least one section'));
export type Guide = v.InferOutput<typeof GuideSchema>;

/** Where a reader is: a section, and how far down it as a share of its height (0 at the top, 1 at the end). */
export const PlaceSchema = v.object({
  id: SectionId,
  scroll: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
export type Place = v.InferOutput<typeof PlaceSchema>;

/**
 * The place to open the guide at, from whatever was stored: the first section where nothing was, where it
 * can't be read, or where the section is gone.
 */
export function placeIn(guide: Guide, stored: unknown): Place {
  const place = v.safeParse(PlaceSchema, stored);
  if (place.success && guide.some(section => section.id === place.output.id)) {
    return place.output;
  }
  return { id: guide[0]?.id ?? '', scroll: 0 };
}

/** The sections before and after `id` in reading order. */
export function neighbours(
  guide: Guide,
  id: string,
): { previous: Section | undefined; next: Section | undefined } {
  const at = guide.findIndex(section => section.id === id);
  return at < 0 ? { previous: undefined, next: undefined } : { previous: guide[at - 1], next: guide[at + 1] };
}
