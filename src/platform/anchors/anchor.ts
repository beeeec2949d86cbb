import * as v from 'valibot';
import { LineIndex } from './lineIndex';

/** How much an anchor keeps at most. */
export interface AnchorSize {
  /** Lines on each side of the anchored ones. */
  readonly reach: number;
  /** Anchored lines from each end of a range; those between go without saying. */
  readonly ends: number;
  /** Enclosing lines. */
  readonly scope: number;
}

/** Lines kept on each side unless the anchor says otherwise. */
export const contextSize = 8;
const wholeSize: AnchorSize = { reach: contextSize, ends: 12, scope: 3 };

const LineNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const Texts = v.array(v.string());

/**
 * What tells some lines of a file from all others, so that they are found again after edits. All texts are
 * normalised: without indentation, single blanks, cut at 200 characters; together they are under 10 kB.
 * A smaller one (`captureSmallAnchor`) has fewer of each.
 */
export const AnchorSchema = v.looseObject({
  /** First and last line when the anchor was taken, both included, from 0. */
  start: LineNumber,
  end: LineNumber,
  /** How many lines the file had. */
  total: LineNumber,
  /** The anchored lines, blank ones included; of more than 24 the first and the last 12. */
  lines: v.pipe(Texts, v.minLength(1)),
  /** The nearest 8 lines before and after that aren't blank, in the file's order; fewer at its ends. */
  before: Texts,
  after: Texts,
  /** How many lines before and after there may be, where that isn't 8: with fewer, an end of the file was near. */
  reach: v.optional(LineNumber),
  /** The lines that enclose the first one by indentation, the innermost first. */
  scope: Texts,
  /** How many other lines of the file read the same as the first one, and as the last. */
  twins: LineNumber,
  endTwins: LineNumber,
});
export type Anchor = v.InferOutput<typeof AnchorSchema>;

/** A range of lines, both ends included, from 0. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** `lines` ready for anchors: to take or find many in one file, build the index once. No lines are one empty line, as in an editor. */
export function indexOf(lines: readonly string[] | LineIndex): LineIndex {
  return lines instanceof LineIndex ? lines : new LineIndex(lines.length === 0 ? [''] : lines);
}

/**
 * The anchor of the lines from `start` to `end`, both included, from 0. Numbers beyond the file are moved
 * into it.
 */
export function captureAnchor(
  lines: readonly string[] | LineIndex,
  start: number,
  end: number,
  size: AnchorSize = wholeSize,
): Anchor {
  const index = indexOf(lines);
  const last = index.lines.length - 1;
  const from = clamp(Math.min(start, end), last);
  const to = clamp(Math.max(start, end), last);
  return {
    start: from,
    end: to,
    total: index.lines.length,
    lines: endsOf(index.texts.slice(from, to + 1), 2 * size.ends),
    before: index.before(index.rankOf(from), size.reach).reverse(),
    after: index.from(index.rankOf(to + 1), size.reach),
    ...(size.reach === contextSize ? {} : { reach: size.reach }),
    scope: index.scope(from).slice(0, size.scope),
    twins: index.linesWith(index.texts[from] ?? '').length - 1,
    endTwins: index.linesWith(index.texts[to] ?? '').length - 1,
  };
}

/** The texts of a range or, where these are more than `most`, half as many from each of its ends. */
export function endsOf(texts: readonly string[], most: number): string[] {
  return texts.length > most ? [...texts.slice(0, most / 2), ...texts.slice(-most / 2)] : [...texts];
}

function clamp(line: number, last: number): number {
  return Number.isFinite(line) ? Math.min(last, Math.max(0, Math.trunc(line))) : 0;
}
