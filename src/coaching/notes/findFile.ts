import { type Anchor, indexOf } from './anchor';
import type { LineIndex } from './lineIndex';
import { type Confidence, type Location, locate } from './locate';
import { similarity, tokensOf } from './similarity';

/** A file that may be the one that an anchor was taken in. */
export interface CandidateFile {
  readonly path: string;
  readonly lines: readonly string[] | LineIndex;
}

/** The file that an anchor is in now. */
export interface FoundFile<F extends CandidateFile = CandidateFile> {
  readonly file: F;
  readonly location: Location;
  /** How sure the file is; how sure the line in it is, `location` says. */
  readonly confidence: Confidence;
}

/**
 * Picks the file that was renamed, of some that weren't there before say, by the lines that an anchor
 * remembers; among files that have them alike by how much of the former `path` they share. `undefined` where
 * none has the anchored lines or their surroundings.
 */
export function findFile<F extends CandidateFile>(
  anchor: Anchor,
  files: readonly F[],
  path?: string,
): FoundFile<F> | undefined {
  const rated = files
    .flatMap(file => {
      const index = indexOf(file.lines);
      const location = locate(anchor, index);
      return location
        ? [{ file, location, share: shareOf(anchor, index), name: nameLikeness(path, file.path) }]
        : [];
    })
    .sort((a, b) => b.share + 0.1 * b.name - (a.share + 0.1 * a.name));
  const [first, second] = rated;
  if (!first) {
    return undefined;
  }
  const lead = first.share - (second?.share ?? 0);
  const confidence =
    first.share >= 0.95 && lead > 0.1 ? 'exact' : first.share >= 0.6 && lead > 0.05 ? 'likely' : 'unsure';
  return { file: first.file, location: first.location, confidence };
}

/** The part of what an anchor remembers that a file has, 0 to 1, each line by the words in it. */
function shareOf(anchor: Anchor, index: LineIndex): number {
  let all = 0;
  let found = 0;
  for (const text of new Set([...anchor.before, ...anchor.lines, ...anchor.after, ...anchor.scope])) {
    const weight = index.tokensOf(text).total;
    all += weight;
    found += index.linesWith(text).length > 0 ? weight : 0;
  }
  return all === 0 ? 0 : found / all;
}

function nameLikeness(former: string | undefined, path: string): number {
  return former === undefined ? 0 : similarity(tokensOf(former), tokensOf(path));
}
