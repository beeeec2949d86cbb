import * as v from 'valibot';
import { IdSchema, line, OriginSchema, SourceSchema } from '../platform/fields';
import { kinds, skills } from '../vocabulary';

/** A section's id. */
export const SectionIdSchema = IdSchema;

/** What a button says; it begins with a verb. */
const Label = line(60, 'what its button says');

/**
 * Something to do in the editor, offered under "Practise it": insert the template with that snippet prefix,
 * log a moment with kind and skill preset, or open a worksheet as a new Markdown document.
 */
export const PractiseSchema = v.variant(
  'do',
  [
    v.strictObject({
      do: v.literal('insert'),
      label: Label,
      template: v.pipe(
        v.string(),
        v.regex(/^cc-[a-z-]+$/, 'the prefix of a template, which begins with cc-'),
      ),
    }),
    v.strictObject({
      do: v.literal('log'),
      label: Label,
      kind: v.picklist(kinds, `one of ${kinds.join(', ')}`),
      skill: v.optional(v.picklist(skills, `one of ${skills.join(', ')}`)),
    }),
    v.strictObject({
      do: v.literal('exercise'),
      label: Label,
      /** The worksheet: Markdown that its reader fills in. */
      sheet: v.pipe(v.string(), v.trim(), v.nonEmpty('the text of the worksheet')),
    }),
  ],
  issue =>
    issue.expected === 'Object'
      ? 'it must be a map that begins with do: insert, log or exercise'
      : issue.received === 'undefined'
        ? 'it is missing'
        : 'one of insert, log, exercise',
);
export type Practise = v.InferOutput<typeof PractiseSchema>;

/** A knowledge question: two to four answers, one of them right, each with its reason. */
export const QuestionSchema = v.strictObject({
  ask: line(300, 'the question'),
  answers: v.pipe(
    v.array(
      v.strictObject({
        say: line(200, 'the answer'),
        right: v.optional(v.boolean(), false),
        because: line(400, 'the reason why it is right or wrong'),
      }),
    ),
    v.minLength(2, 'at least two answers'),
    v.maxLength(4, 'at most four answers'),
    v.check(
      answers => answers.filter(answer => answer.right).length === 1,
      'exactly one answer with right: true',
    ),
  ),
});
export type Question = v.InferOutput<typeof QuestionSchema>;

/** The front matter of a section file. Unknown keys are refused, since they are most often misspelt ones. */
export const FrontMatterSchema = v.strictObject({
  id: SectionIdSchema,
  title: line(120, 'a title'),
  /** The group that the list of sections shows it in. */
  part: line(60, 'the name of a part'),
  /** One line for the list of sections. */
  summary: line(120, 'a line'),
  practise: v.optional(v.pipe(v.array(PractiseSchema), v.maxLength(16, 'at most sixteen actions')), []),
  questions: v.optional(v.pipe(v.array(QuestionSchema), v.maxLength(5, 'at most five questions')), []),
  sources: v.optional(v.pipe(v.array(SourceSchema), v.maxLength(12, 'at most twelve sources')), []),
});

/** One section of the guide: the unit that is read, linked and listed. */
export const SectionSchema = v.object({
  ...FrontMatterSchema.entries,
  origin: OriginSchema,
  markdown: v.string(),
});
export type Section = v.InferOutput<typeof SectionSchema>;

/** The guide in reading order. */
export const GuideSchema = v.pipe(v.array(SectionSchema), v.nonEmpty('at least one section'));
export type Guide = v.InferOutput<typeof GuideSchema>;

/** What the build makes of `media/guide`: sections, with their texts as HTML for the page where that was made ahead; and what they refer to: figures as SVG by name, snippet prefixes of templates. */
export const BuiltInSchema = v.object({
  pages: v.pipe(
    v.array(v.object({ section: SectionSchema, html: v.optional(v.string()) })),
    v.nonEmpty('at least one section'),
  ),
  figures: v.record(v.string(), v.string()),
  templates: v.array(v.string()),
});
export type BuiltIn = v.InferOutput<typeof BuiltInSchema>;

/** Where a reader is: a section, and how far down it as a share of its height (0 at the top, 1 at the end). */
export const PlaceSchema = v.object({
  id: SectionIdSchema,
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

/** The section of that id, which the guide must have: the one of a place that `placeIn` gave, say. */
export function sectionOf(guide: Guide, id: string): Section {
  const section = guide.find(candidate => candidate.id === id);
  if (!section) {
    throw new Error(`No section ${id}`);
  }
  return section;
}

/** The sections before and after `id` in reading order. */
export function neighbours(
  guide: Guide,
  id: string,
): { previous: Section | undefined; next: Section | undefined } {
  const at = guide.findIndex(section => section.id === id);
  return at < 0 ? { previous: undefined, next: undefined } : { previous: guide[at - 1], next: guide[at + 1] };
}
