import * as v from 'valibot';
import { type Anchor, AnchorSchema } from '../platform/anchors/anchor';
import { isInCalendar, KeptTimestampSchema, noSuchDay, TimestampSchema } from '../platform/time';
import { dimensions, kinds, skills } from '../vocabulary';

const Line = v.pipe(v.number(), v.integer(), v.minValue(1));

function oneOf<const T extends readonly string[]>(words: T) {
  return v.picklist(words, `it must be one of ${words.join(', ')}`);
}

/** Where in the code a moment happened. */
export const CodePlaceSchema = v.looseObject({
  /** The file: its path within the workspace, with `/`, or its whole URI where it is outside. */
  file: v.pipe(v.string(), v.nonEmpty()),
  /** First and last line, both included, from 1. */
  firstLine: Line,
  lastLine: Line,
  /** The commit that was checked out, where Git told. */
  commit: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/, 'a commit hash'))),
  /** These lines on the host of the repository, where that is known: an https address. */
  permalink: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  /** What the lines read and what was around them, to find them again by: a small anchor, see `smallAnchor.ts`. */
  anchor: v.optional(AnchorSchema),
});
export type CodePlace = v.InferOutput<typeof CodePlaceSchema>;

/** The anchor of a place; `undefined` where it is of other lines than the place's, which somebody has changed by hand then. */
export function anchorOf({ anchor, firstLine, lastLine }: CodePlace): Anchor | undefined {
  return anchor?.start === firstLine - 1 && anchor.end === lastLine - 1 ? anchor : undefined;
}
/** A day as it may stand in what was kept: earlier versions took any up to the 31st of every month. */
const KeptDaySchema = v.pipe(v.string(), v.isoDate('a day, like 2026-03-01'));

/** A calendar day, of no time zone: `2026-03-01`. */
export const DaySchema = v.pipe(KeptDaySchema, v.check(isInCalendar, noSuchDay));

/** What is still to be done about a moment. */
export const FollowUpSchema = v.looseObject({
  /** The day from which it is due. */
  due: v.optional(DaySchema),
  /** What is to be done, where that isn't plain from the moment. */
  text: v.optional(v.string()),
  /** When it was done. */
  done: v.optional(TimestampSchema),
});
export type FollowUp = v.InferOutput<typeof FollowUpSchema>;

/** A word that moments are found by: a letter or digit, then letters, digits, `-`, `_`, `.` or `/`. */
export const TagSchema = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_./-]*$/u, 'a word without blanks'),
);

/**
 * One mentoring moment. Keys that this version doesn't know are kept, so that a moment written by a later
 * one of the same format loses nothing here.
 */
export const MomentSchema = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  /** When it happened. */
  when: TimestampSchema,
  /** Markdown; its first line is what lists show. */
  what: v.pipe(v.string(), v.nonEmpty('what happened')),
  who: v.array(v.pipe(v.string(), v.nonEmpty())),
  kind: v.optional(oneOf(kinds)),
  skill: v.optional(oneOf(skills)),
  dimension: v.optional(oneOf(dimensions)),
  tags: v.optional(v.array(TagSchema)),
  /** How long it took. */
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
  /** What the user learned from it. */
  learned: v.optional(v.string()),
  followUp: v.optional(FollowUpSchema),
  place: v.optional(CodePlaceSchema),
});
export type Moment = v.InferOutput<typeof MomentSchema>;

/**
 * A moment as it is read from what Belay itself has kept, segments and backups. It may have days that the calendar
 * doesn't have, 31 February say, which earlier versions took: what was in the journal stays in it.
 */
export const KeptMomentSchema = v.looseObject({
  ...MomentSchema.entries,
  when: KeptTimestampSchema,
  followUp: v.optional(
    v.looseObject({
      ...FollowUpSchema.entries,
      due: v.optional(KeptDaySchema),
      done: v.optional(KeptTimestampSchema),
    }),
  ),
});

/** The names in a list that a person typed, as `Ana, @Jo and Kim`: separated by commas, semicolons or "and"; no empty ones, none twice. */
export function parseNames(typed: string): string[] {
  const names = typed
    .split(/[,;]|\s+and\s+/i)
    .map(name => name.trim().replace(/^@/, '').trim())
    .filter(name => name !== '');
  return [...new Set(names)];
}
