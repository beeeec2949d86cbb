import { contextSize } from './anchor';
import type { LineIndex } from './lineIndex';
import { informationOf, similarity } from './similarity';

/** One line as an anchor remembers it, with what was around it. */
export interface LineMemory {
  readonly text: string;
  /** Where it was, from 0, and in how many lines. */
  readonly line: number;
  readonly total: number;
  /** Lines before and after that weren't blank, the nearest first, and the file's edge where it was in sight. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The lines that enclosed it, where that is known. */
  readonly scope: readonly string[] | undefined;
  /** How many other lines read the same. */
  readonly twins: number;
}

/** What a file's edges look like among the lines around. No normalised line has a line break. */
export const fileStart = '\nstart';
export const fileEnd = '\nend';

/** Lines further away say less about a place. */
export function nearness(distance: number): number {
  return 0.85 ** distance;
}

/** Lines looked at on each side of a place: some more than remembered, since lines may have been added between. */
const reach = contextSize + 5;
/** Less alike than that are just two lines of one language. */
const alike = 0.5;
/** What a line counts that is like another one, which is still there as it was. */
const stillThere = 0.4;
/** Enclosing lines weigh so, the innermost first. */
const scopeWeights = [0.6, 0.25, 0.15];

/** Compares what is around a place in a file with what was around a remembered line. */
export class ContextComparison {
  readonly #weights = new Map<string, number>();
  readonly #likenesses = new Map<string, number>();

  constructor(
    private readonly memory: LineMemory,
    private readonly index: LineIndex,
  ) {}

  /**
   * How alike the surroundings are, 0 to 1: the remembered lines are matched in their order with the lines before
   * and after a place, which is given as the ranks, among lines that aren't blank, of its first line and of the
   * first one behind it. With `exactly`, which is cheap, edited lines count as nothing.
   */
  at(rank: number, next: number, exactly: boolean): number {
    const { index, memory } = this;
    const before = index.before(rank, reach);
    const after = index.from(next, reach);
    if (before.length < reach) {
      before.push(fileStart);
    }
    if (after.length < reach) {
      after.push(fileEnd);
    }
    const [foundBefore, allBefore] = this.#match(memory.before, before, exactly);
    const [foundAfter, allAfter] = this.#match(memory.after, after, exactly);
    const all = allBefore + allAfter;
    return all === 0 ? 0 : (foundBefore + foundAfter) / all;
  }

  /** How alike the lines are that enclose `line`, 0 to 1; `undefined` where none are remembered. */
  scopeAt(line: number): number | undefined {
    const { scope } = this.memory;
    if (!scope) {
      return undefined;
    }
    const found = this.index.scope(line);
    if (scope.length === 0 || found.length === 0) {
      return scope.length === found.length ? 1 : 0;
    }
    const weights = scopeWeights.slice(0, scope.length);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const alikeSum = weights.reduce(
      (total, weight, depth) => total + weight * this.likeness(scope[depth] ?? '', found[depth] ?? ''),
      0,
    );
    return alikeSum / sum;
  }

  /** How alike a line and the remembered one are, where fewer lines than remembered read so: one of them was edited. */
  ownLikeness(text: string): number {
    const { memory, index } = this;
    if (text === memory.text) {
      return 1;
    }
    const areAllThere = index.linesWith(memory.text).length > memory.twins;
    const similar = similarity(index.tokensOf(memory.text), index.tokensOf(text));
    return similar < alike ? 0 : 0.95 * similar * (areAllThere ? stillThere : 1);
  }

  /** How alike two lines are: 1 for the same, 0 for no more alike than any two lines. */
  likeness(a: string, b: string): number {
    if (a === b) {
      return 1;
    }
    if (a === '' || b === '' || a.startsWith('\n') || b.startsWith('\n')) {
      return 0;
    }
    const key = `${a}\n${b}`;
    let likeness = this.#likenesses.get(key);
    if (likeness === undefined) {
      const similar = similarity(this.index.tokensOf(a), this.index.tokensOf(b));
      // A text that is still there wasn't edited: what is merely like it is another line.
      const there = this.index.linesWith(a).length > 0 ? stillThere : 1;
      likeness = similar < alike ? 0 : 0.95 * similar * there;
      this.#likenesses.set(key, likeness);
    }
    return likeness;
  }

  /** The weight of the remembered lines that are found, in order, and of all. */
  #match(memory: readonly string[], found: readonly string[], exactly: boolean): [number, number] {
    let all = 0;
    let best = new Float64Array(found.length + 1);
    for (const [i, text] of memory.entries()) {
      const weight = this.#weightOf(text) * nearness(i);
      all += weight;
      const next = new Float64Array(found.length + 1);
      for (const [j, candidate] of found.entries()) {
        const same = exactly ? Number(text === candidate) : this.likeness(text, candidate);
        const matched = (best[j] ?? 0) + (weight * same) / (1 + 0.08 * Math.abs(i - j));
        next[j + 1] = Math.max(matched, next[j] ?? 0, best[j + 1] ?? 0);
      }
      best = next;
    }
    return [best[found.length] ?? 0, all];
  }

  /** A line of many words says much about its place, one that a file has often says less. */
  #weightOf(text: string): number {
    let weight = this.#weights.get(text);
    if (weight === undefined) {
      const count = Math.max(1, this.index.linesWith(text).length);
      weight = text.startsWith('\n')
        ? 0.6
        : (0.2 + 0.8 * informationOf(this.index.tokensOf(text))) / (1 + 0.4 * Math.log2(count));
      this.#weights.set(text, weight);
    }
    return weight;
  }
}
