import { performance } from 'node:perf_hooks';
import { captureAnchor } from '../../src/platform/anchors/anchor';
import { locate } from '../../src/platform/anchors/locate';
import { median } from './statistics';

const lineCount = 20_000;

/** Finding a review note's code again in a file of 20,000 similar lines that was edited: milliseconds, one value a note. */
export function measureLocate(): number[] {
  const lines = Array.from({ length: lineCount }, (_, n) =>
    n % 3 === 0 ? `  const value${n % 977} = read(source${n % 31}, ${n});` : `  }${' '.repeat(n % 5)}`,
  );
  const edited = ['// new', ...lines.map(line => line.replace('read(', 'readFrom('))];
  return Array.from({ length: 12 }, (_, note) => {
    const anchor = captureAnchor(lines, 3 * note * 500, 3 * note * 500);
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      locate(anchor, edited);
      return performance.now() - begun;
    });
    return median(times);
  });
}
