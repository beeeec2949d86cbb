import { type Anchor, contextSize, indexOf, type LineRange } from './anchor';
import { best, candidatesFor } from './candidates';
import { ContextComparison, fileEnd, fileStart, type LineMemory } from './context';
import type { LineIndex } from './lineIndex';
import { informationOf } from './similarity';

/**
 * How sure a place is. `exact`: the same text in the same surroundings. `likely`: the line or its surroundings
 * were edited, and nothing else comes close. `unsure`: the line was rewritten, or is gone and this is where it was.
 */
export type Confidence = 'exact' | 'likely' | 'unsure';

/** Where an anchor is in a file. */
export interface Location extends LineRange {
  readonly confidence: Confidence;
}

/** Where one remembered line is. */
interface Found {
  readonly line: number;
  readonly confidence: Confidence;
}

/** A place that may be the line's. */
interface Rated {
  readonly line: number;
  /** 0 to 1: the line's own text, its surroundings, all together. */
  readonly likeness: number;
  readonly context: number;
  readonly score: number;
}

/** Places that are compared with every means. */
const finalists = 14;
/** A line that is less like the remembered one isn't that line edited, unless its surroundings say so. */
const leastLikeness = 0.4;
/** Surroundings less alike than that are no evidence of a place. */
const leastContext = 0.35;
/** A place has to be better by that much than the next to be `exact`. */
const clearLead = 0.015;

/**
 * Finds the anchored lines in `lines` by their content. `undefined` where nothing of them or of their
 * surroundings is left: the note is an orphan. Takes time linear in the file's length.
 */
export function locate(anchor: Anchor, lines: readonly string[] | LineIndex): Location | undefined {
  const index = indexOf(lines);
  if (isUntouched(anchor, index)) {
    return { start: anchor.start, end: anchor.end, confidence: 'exact' };
  }
  const { first, last } = memoriesOf(anchor);
  const start = findLine(first, index);
  if (!last) {
    return start && { start: start.line, end: start.line, confidence: start.confidence };
  }
  return joinEnds(anchor, index, start, findLine(last, index));
}

/** Whether the place, the lines and their nearest surroundings are all as they were. */
function isUntouched(anchor: Anchor, index: LineIndex): boolean {
  const { start, end, total, lines, before, after } = anchor;
  const half = Math.ceil(lines.length / 2);
  const found = [
    ...index.texts.slice(start, start + half),
    ...index.texts.slice(end + 1 - (lines.length - half), end + 1),
  ];
  return (
    total === index.lines.length &&
    areSame(found, lines) &&
    areSame(index.before(index.rankOf(start), contextSize).reverse(), before) &&
    areSame(index.from(index.rankOf(end + 1), contextSize), after)
  );
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

/** What the anchor remembers of its first line and, where it has several, of its last. */
function memoriesOf(anchor: Anchor): { first: LineMemory; last: LineMemory | undefined } {
  const { start, end, total, lines } = anchor;
  const elided = end - start + 1 > lines.length;
  const head = elided ? lines.slice(0, Math.ceil(lines.length / 2)) : lines;
  const tail = elided ? lines.slice(Math.ceil(lines.length / 2)) : lines;
  const outerBefore = [...anchor.before].reverse();
  const before = withEdge(outerBefore, outerBefore.length < contextSize ? fileStart : undefined);
  const after = withEdge(anchor.after, anchor.after.length < contextSize ? fileEnd : undefined);
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
    // Unknown; one such line at least takes a context to be told from it.
    twins: 1,
  };
  return { first, last };
}

function withEdge(texts: readonly string[], edge: string | undefined): string[] {
  return edge === undefined ? [...texts] : [...texts, edge];
}

/** The range between the places of its two ends, or around the surer of them where they don't fit together. */
function joinEnds(
  anchor: Anchor,
  index: LineIndex,
  start: Found | undefined,
  end: Found | undefined,
): Location | undefined {
  const span = anchor.end - anchor.start;
  const last = index.lines.length - 1;
  if (start && end && start.line <= end.line && end.line - start.line <= 3 * span + 20) {
    const bySureness = [start.confidence, end.confidence];
    const isWhole = end.line - start.line === span;
    const confidence = bySureness.includes('unsure')
      ? 'unsure'
      : bySureness.includes('likely') || !isWhole
        ? 'likely'
        : 'exact';
    return { start: start.line, end: end.line, confidence };
  }
  if (start && (!end || start.confidence !== 'unsure' || end.confidence === 'unsure')) {
    return { start: start.line, end: Math.min(last, start.line + span), confidence: lower(start.confidence) };
  }
  return end && { start: Math.max(0, end.line - span), end: end.line, confidence: lower(end.confidence) };
}

function lower(confidence: Confidence): Confidence {
  return confidence === 'exact' ? 'likely' : 'unsure';
}

function findLine(memory: LineMemory, index: LineIndex): Found | undefined {
  const comparison = new ContextComparison(memory, index);
  const { lines, seams } = candidatesFor(memory, index);
  const rough = new Map(lines.map(line => [line, rate(line, memory, index, comparison, true).score]));
  const rated = best(lines, line => rough.get(line) ?? 0, finalists)
    .map(line => rate(line, memory, index, comparison, false))
    .sort(
      (a, b) => b.score - a.score || distanceOf(a.line, memory, index) - distanceOf(b.line, memory, index),
    );
  const gaps = seams
    .map(seam => ({ seam, context: comparison.at(seam, seam, false) }))
    .sort((a, b) => b.context - a.context);
  const gap = gaps[0];
  const own = rated.find(({ likeness }) => likeness >= leastLikeness);
  if (own && isTheLine(own, gap?.context ?? 0, memory, index)) {
    const next = rated.find(other => other !== own && other.likeness >= leastLikeness);
    return { line: own.line, confidence: confidenceOf(own, next, memory, index) };
  }
  // The line was rewritten where a line stands between its neighbours that wasn't there; else it is gone.
  const between = [...rated].sort((a, b) => b.context - a.context)[0];
  const bestContext = Math.max(between?.context ?? 0, gap?.context ?? 0);
  if (bestContext < leastContext) {
    return undefined;
  }
  if (between && (!gap || between.context >= gap.context)) {
    return { line: between.line, confidence: 'unsure' };
  }
  return gap && { line: index.solid[gap.seam] ?? index.lines.length - 1, confidence: 'unsure' };
}

function rate(
  line: number,
  memory: LineMemory,
  index: LineIndex,
  comparison: ContextComparison,
  exactly: boolean,
): Rated {
  const text = index.texts[line] ?? '';
  const rank = index.rankOf(line);
  const likeness = comparison.likeness(memory.text, text);
  const context = comparison.at(rank, text === '' ? rank : rank + 1, exactly);
  const scope = comparison.scopeAt(line) ?? context;
  // A line that could stand anywhere is known by its surroundings, one of many words by itself.
  const own = 0.25 + 0.2 * informationOf(index.tokensOf(memory.text));
  const near = 1 / (1 + distanceOf(line, memory, index) / 30);
  return {
    line,
    likeness,
    context,
    score: own * likeness + (0.85 - own) * context + 0.1 * scope + 0.05 * near,
  };
}

/** How far a line is from where it was, counted from the file's start or its end, whichever changed less. */
function distanceOf(line: number, memory: LineMemory, index: LineIndex): number {
  const fromStart = Math.abs(line - memory.line);
  const fromEnd = Math.abs(index.lines.length - line - (memory.total - memory.line));
  return Math.min(fromStart, fromEnd);
}

/** Whether a line says enough, and is the only one to say it, to be known without its surroundings. */
function isUnmistakable(memory: LineMemory, index: LineIndex): boolean {
  return (
    memory.twins === 0 &&
    index.linesWith(memory.text).length === 1 &&
    informationOf(index.tokensOf(memory.text)) >= 0.5
  );
}

/** Whether a rated line is the remembered one rather than another like it, `gap` being the surroundings without it. */
function isTheLine(own: Rated, gap: number, memory: LineMemory, index: LineIndex): boolean {
  if (own.likeness === 1 && isUnmistakable(memory, index)) {
    return true;
  }
  // Its surroundings are still there, elsewhere, and closed over the place where it was.
  if (gap - own.context > 0.3) {
    return false;
  }
  if (own.likeness === 1) {
    return own.context >= 0.25;
  }
  return own.likeness * informationOf(index.tokensOf(memory.text)) + own.context >= 0.8;
}

function confidenceOf(own: Rated, next: Rated | undefined, memory: LineMemory, index: LineIndex): Confidence {
  if (own.likeness === 1) {
    const leads = !next || own.score - next.score >= clearLead;
    if (own.context >= 0.5 && leads) {
      return 'exact';
    }
    return own.context >= 0.35 || isUnmistakable(memory, index) ? 'likely' : 'unsure';
  }
  return own.likeness >= 0.5 && own.context >= 0.5 ? 'likely' : 'unsure';
}
