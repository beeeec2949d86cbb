import { type Anchor, contextSize, endsOf, indexOf, type LineRange } from './anchor';
import { fileEnd, fileStart, type LineMemory } from './context';
import { type Confidence, type Found, findLine } from './findLine';
import type { LineIndex } from './lineIndex';

/** Where an anchor is in a file. */
export interface Location extends LineRange {
  readonly confidence: Confidence;
}

/** A place with how much of what the anchor remembers is there, 0 to 1: for comparing files. */
export interface RatedLocation extends Location {
  readonly score: number;
}

/**
 * Finds the anchored lines in `lines` by their content. `undefined` where nothing of them or of their
 * surroundings is left. Takes time linear in the file's length.
 */
export function locate(anchor: Anchor, lines: readonly string[] | LineIndex): Location | undefined {
  const found = locateRated(anchor, indexOf(lines));
  return found && { start: found.start, end: found.end, confidence: found.confidence };
}

/** Finds an anchor as `locate` does, and says how much of it is there. */
export function locateRated(anchor: Anchor, index: LineIndex): RatedLocation | undefined {
  if (isUntouched(anchor, index)) {
    return { start: anchor.start, end: anchor.end, confidence: 'exact', score: 1 };
  }
  const { first, last } = memoriesOf(anchor);
  const start = findLine(first, index);
  if (!last) {
    return start && { start: start.line, end: start.line, confidence: start.confidence, score: start.score };
  }
  return joinEnds(anchor, index, start, findLine(last, index));
}

/** Whether the place, the lines and their nearest surroundings are all as they were. */
function isUntouched(anchor: Anchor, index: LineIndex): boolean {
  const { start, end, total, lines, before, after, reach = contextSize } = anchor;
  return (
    total === index.lines.length &&
    areSame(endsOf(index.texts.slice(start, end + 1), lines.length), lines) &&
    areSame(index.before(index.rankOf(start), reach).reverse(), before) &&
    areSame(index.from(index.rankOf(end + 1), reach), after)
  );
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

/** What the anchor remembers of its first line and, where it has several, of its last. */
function memoriesOf(anchor: Anchor): { first: LineMemory; last: LineMemory | undefined } {
  const { start, end, total, lines, reach = contextSize } = anchor;
  const elided = end - start + 1 > lines.length;
  const head = elided ? lines.slice(0, Math.ceil(lines.length / 2)) : lines;
  const tail = elided ? lines.slice(Math.ceil(lines.length / 2)) : lines;
  const outerBefore = [...anchor.before].reverse();
  const before = withEdge(outerBefore, outerBefore.length < reach ? fileStart : undefined);
  const after = withEdge(anchor.after, anchor.after.length < reach ? fileEnd : undefined);
  const inner = (texts: readonly string[]) => texts.filter(text => text !== '');
  const first: LineMemory = {
    text: lines[0] ?? '',
    line: start,
    total,
    before,
    after: [...inner(head.slice(1)), ...(elided ? [] : after)].slice(0, contextSize + 1),
    scope: anchor.scope,
    twins: anchor.twins,
  };
  if (end === start) {
    return { first, last: undefined };
  }
  const last: LineMemory = {
    text: tail.at(-1) ?? '',
    line: end,
    total,
    before: [...inner(tail.slice(0, -1)).reverse(), ...(elided ? [] : before)].slice(0, contextSize + 1),
    after,
    scope: undefined,
    twins: anchor.endTwins,
  };
  return { first, last };
}

function withEdge(texts: readonly string[], edge: string | undefined): string[] {
  return edge === undefined ? [...texts] : [...texts, edge];
}

const sureness: readonly Confidence[] = ['unsure', 'likely', 'exact'];

/** The range between the places of its two ends, or around the surer of them where they don't fit together. */
function joinEnds(
  anchor: Anchor,
  index: LineIndex,
  start: Found | undefined,
  end: Found | undefined,
): RatedLocation | undefined {
  const span = anchor.end - anchor.start;
  const last = index.lines.length - 1;
  if (start && end && start.line <= end.line && end.line - start.line <= 3 * span + 20) {
    const worse = sureness.indexOf(start.confidence) < sureness.indexOf(end.confidence) ? start : end;
    const isSame =
      end.line - start.line === span &&
      areSame(endsOf(index.texts.slice(start.line, end.line + 1), anchor.lines.length), anchor.lines);
    return {
      start: start.line,
      end: end.line,
      confidence: worse.confidence === 'exact' && !isSame ? 'likely' : worse.confidence,
      score: (start.score + end.score) / 2,
    };
  }
  const [surer, other] =
    !start || (end && sureness.indexOf(end.confidence) > sureness.indexOf(start.confidence))
      ? [end, start]
      : [start, end];
  return (
    surer && {
      start: surer === start ? surer.line : Math.max(0, surer.line - span),
      end: surer === start ? Math.min(last, surer.line + span) : surer.line,
      // One end alone may be a bracket of the next function.
      confidence: 'unsure',
      score: (surer.score + Math.min(surer.score, other?.score ?? 0)) / 2,
    }
  );
}
