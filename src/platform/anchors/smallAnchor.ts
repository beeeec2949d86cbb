import { type Anchor, type AnchorSize, captureAnchor, indexOf } from './anchor';
import type { LineIndex } from './lineIndex';

/** An anchor that is kept with each of a hundred thousand entries has at most so many bytes, as JSON. */
export const smallAnchorBytes = 2048;

/** From what finds nearly all lines again down to the least that tells a place from others. */
const sizes: readonly AnchorSize[] = [
  { reach: 4, ends: 2, scope: 3 },
  { reach: 3, ends: 2, scope: 2 },
  { reach: 2, ends: 1, scope: 1 },
  { reach: 1, ends: 1, scope: 1 },
];

/**
 * The anchor of some lines as `captureAnchor` takes it, with as much around them as `smallAnchorBytes` have room
 * for. `undefined` where there is no room even for the lines themselves, of a binary file say.
 */
export function captureSmallAnchor(
  lines: readonly string[] | LineIndex,
  start: number,
  end: number,
): Anchor | undefined {
  const index = indexOf(lines);
  for (const size of sizes) {
    const anchor = captureAnchor(index, start, end, size);
    if (new TextEncoder().encode(JSON.stringify(anchor)).length <= smallAnchorBytes) {
      return anchor;
    }
  }
  return undefined;
}
