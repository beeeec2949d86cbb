import { type Anchor, indexOf } from './anchor';
import type { Confidence } from './findLine';
import type { LineIndex } from './lineIndex';
import { type Location, locateRated } from './locate';
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

/** What the same name is worth beside the same lines. */
const nameWeight = 0.15;

/**
 * Picks the file that was renamed, of some that weren't there before say, by the lines that an anchor
 * remembers and, where its former `path` is given, by how much of that they share. `undefined` where none has
 * the anchored lines or their surroundings.
 */
export function findFile<F extends CandidateFile>(
  anchor: Anchor,
  files: readonly F[],
  path?: string,
): FoundFile<F> | undefined {
  const rated = files
    .flatMap(file => {
      const found = locateRated(anchor, indexOf(file.lines));
      if (!found) {
        return [];
      }
      const { score, ...location } = found;
      return [{ file, location, score: score + nameWeight * likenessOf(path, file.path) }];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = rated;
  if (!first) {
    return undefined;
  }
  const lead = first.score - (second?.score ?? 0);
  const confidence =
    first.location.confidence === 'exact' && lead >= 0.2
      ? 'exact'
      : first.location.confidence !== 'unsure' && lead >= 0.1
        ? 'likely'
        : 'unsure';
  return { file: first.file, location: first.location, confidence };
}

function likenessOf(former: string | undefined, path: string): number {
  return former === undefined ? 0 : similarity(tokensOf(former), tokensOf(path));
}
