import { best, candidatesFor } from './candidates';
import { ContextComparison, type LineMemory } from './context';
import type { LineIndex } from './lineIndex';
import { informationOf } from './similarity';

/**
 * How sure a place is. `exact`: the same text in the same surroundings. `likely`: the line or its surroundings
 * were edited, and nothing else comes close. `unsure`: the line was rewritten, or is gone and this is where it was.
 */
export type Confidence = 'exact' | 'likely' | 'unsure';

/** Where one remembered line is. */
export interface Found {
  readonly line: number;
  readonly confidence: Confidence;
  /** How much of what is remembered is there, 0 to 1. */
  readonly score: number;
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

/** Finds a remembered line by its text and what is around; `undefined` where neither is left. */
export function findLine(memory: LineMemory, index: LineIndex): Found | undefined {
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
    return { line: own.line, confidence: confidenceOf(own, next, memory, index), score: own.score };
  }
  // The line was rewritten where a line stands between its neighbours that wasn't there; else it is gone.
  const between = [...rated].sort((a, b) => b.context - a.context)[0];
  const bestContext = Math.max(between?.context ?? 0, gap?.context ?? 0);
  if (bestContext < leastContext) {
    return undefined;
  }
  if (between && (!gap || between.context >= gap.context)) {
    return { line: between.line, confidence: 'unsure', score: between.score };
  }
  const line = gap && (index.solid[gap.seam] ?? index.lines.length - 1);
  return line === undefined ? undefined : { line, confidence: 'unsure', score: 0.5 * bestContext };
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
  const likeness = comparison.ownLikeness(text);
  const context = comparison.at(rank, text === '' ? rank : rank + 1, exactly);
  const scope = comparison.scopeAt(line) ?? context;
  // A line that could stand anywhere is known by its surroundings, one of many words by itself.
  const own = 0.15 + 0.2 * informationOf(index.tokensOf(memory.text));
  const near = 1 / (1 + distanceOf(line, memory, index) / 30);
  return {
    line,
    likeness,
    context,
    score: own * likeness + (0.75 - own) * context + 0.2 * scope + 0.05 * near,
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
  if (own.likeness < 1) {
    return own.likeness >= 0.5 && own.context >= 0.5 ? 'likely' : 'unsure';
  }
  // One of the lines that read so is gone or was edited: it may have been the remembered one.
  const doubt = memory.twins > 0 && index.linesWith(memory.text).length <= memory.twins ? 0.25 : 0;
  if (own.context >= 0.5 + doubt && (!next || own.score - next.score >= clearLead)) {
    return 'exact';
  }
  return own.context >= 0.35 + doubt || isUnmistakable(memory, index) ? 'likely' : 'unsure';
}
