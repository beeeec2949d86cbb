import type { LineMemory } from './context';
import { nearness } from './context';
import type { LineIndex } from './lineIndex';

/** Places looked at closely, by where they come from. */
const sameTextLimit = 48;
const likelySeams = 6;
const seamReach = 5;
const sharedWordsLimit = 40;
/** Words of a line that are looked for in all others. */
const wordLimit = 6;

/** Places in a file where a remembered line may be now. */
export interface Candidates {
  readonly lines: readonly number[];
  /**
   * Where the remembered surroundings are, the best first: each is the number of lines before it that aren't
   * blank. The line itself may be gone from there.
   */
  readonly seams: readonly number[];
}

/** Finds those places in time linear in the file's length. */
export function candidatesFor(memory: LineMemory, index: LineIndex): Candidates {
  const votes = votesOf(memory, index);
  const expected = index.rankOf(memory.line);
  const nearest = (rank: number) => (votes[rank] ?? 0) + 0.01 / (1 + Math.abs(rank - expected));
  const seams = best(peaksOf(votes), nearest, likelySeams);
  const lines = new Set(
    best(index.linesWith(memory.text), line => nearest(index.rankOf(line)), sameTextLimit),
  );
  if (memory.line < index.lines.length) {
    lines.add(memory.line);
  }
  for (const seam of seams) {
    for (const line of index.solid.slice(Math.max(0, seam - seamReach), seam + seamReach)) {
      lines.add(line);
    }
  }
  for (const line of linesSharingWords(memory, index, nearest)) {
    lines.add(line);
  }
  return { lines: [...lines], seams };
}

/**
 * How well the exact texts of the remembered surroundings agree on each place. Every occurrence of such a line
 * votes for the place that lies from it as the remembered line lay; a rare line has more to say than a common
 * one. Places next to each other share, since a line may have come or gone between.
 */
function votesOf(memory: LineMemory, index: LineIndex): Float64Array {
  const votes = new Float64Array(index.solid.length + 1);
  const add = (text: string, distance: number, offset: number) => {
    const lines = index.linesWith(text);
    const weight = nearness(distance) / Math.sqrt(lines.length);
    for (const line of lines) {
      const rank = index.rankOf(line) + offset;
      if (rank >= 0 && rank < votes.length) {
        votes[rank] = (votes[rank] ?? 0) + weight;
      }
    }
  };
  for (const [distance, text] of memory.before.entries()) {
    add(text, distance, distance + 1);
  }
  const own = memory.text === '' ? 0 : 1;
  for (const [distance, text] of memory.after.entries()) {
    add(text, distance, -distance - own);
  }
  if (memory.text !== '') {
    add(memory.text, 0, 0);
  }
  return votes.map((vote, rank) => {
    const one = (votes[rank - 1] ?? 0) + (votes[rank + 1] ?? 0);
    const two = (votes[rank - 2] ?? 0) + (votes[rank + 2] ?? 0);
    return vote + 0.7 * one + 0.5 * two;
  });
}

/** Places with more votes than their neighbours. */
function peaksOf(votes: Float64Array): number[] {
  const peaks: number[] = [];
  for (const [rank, vote] of votes.entries()) {
    if (vote > 0 && vote >= (votes[rank - 1] ?? 0) && vote > (votes[rank + 1] ?? 0)) {
      peaks.push(rank);
    }
  }
  return peaks;
}

/** Lines with most of the remembered line's longest words, wherever they are: an edited line may have moved too. */
function linesSharingWords(
  memory: LineMemory,
  index: LineIndex,
  nearest: (rank: number) => number,
): number[] {
  const words = [...new Set(memory.text.match(/[\p{L}\p{N}_]{3,}/gu))]
    .sort((a, b) => b.length - a.length)
    .slice(0, wordLimit);
  const least = Math.ceil(words.length / 2);
  if (words.length === 0) {
    return [];
  }
  const shared = new Map<number, number>();
  for (const line of index.solid) {
    const text = index.texts[line] ?? '';
    let count = 0;
    for (const word of words) {
      if (text.includes(word)) {
        count += 1;
      }
    }
    if (count >= least) {
      shared.set(line, count);
    }
  }
  return best(
    [...shared.keys()],
    line => (shared.get(line) ?? 0) + nearest(index.rankOf(line)),
    sharedWordsLimit,
  );
}

/** The `count` items of the highest value, the highest first. */
export function best(items: readonly number[], rating: (item: number) => number, count: number): number[] {
  return items
    .map(item => ({ item, value: rating(item) }))
    .sort((a, b) => b.value - a.value || a.item - b.item)
    .slice(0, count)
    .map(({ item }) => item);
}
