import { type FindTimes, foundCount } from './find';
import type { JournalRatios, JournalRow } from './journal';
import { encrypted } from './journalWays';

const inWords = (count: number) => count.toLocaleString('en');
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
const line = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The journal's rows of the table: Belay's own, and what one more moment costs in the usual ways of keeping an array. */
export function journalRows({
  rows,
  ratios,
}: {
  rows: readonly JournalRow[];
  ratios: JournalRatios;
}): string[] {
  const [first] = rows;
  const own = rows.filter(({ way }) => way === first?.way);
  const most = own.at(-1);
  if (!most) {
    throw new Error('Nothing of Belay’s was measured');
  }
  const count = inWords(most.moments);
  return [
    ...rows.map(({ way, moments, log, list }) =>
      line(
        `${way}: one more of ${inWords(moments)} moments, ms, median (95th percentile), ${log.samples} times`,
        `${ms(log.median)} (${ms(log.p95)}); the list after it ${ms(list)}`,
        '',
        '',
        '',
      ),
    ),
    line(
      `one more of ${count} moments, to one more of ${inWords(own[0]?.moments ?? 0)}: median; 95th percentile`,
      '',
      '',
      `${ratios.logMedian.toFixed(2)}; ${ratios.logP95.toFixed(2)}`,
      'at most 1.5',
    ),
    ...own.map(({ moments, open, raw, decoded, parsed }) =>
      line(
        `opening ${inWords(moments)} moments, ms; reading their files raw; and decoding them; and parsing them`,
        `${ms(open)}; ${ms(raw)}; ${ms(decoded)}; ${ms(parsed)}`,
        '',
        `${(open / raw).toFixed(1)} of raw, ${(open / decoded).toFixed(1)} of decoded, ${(open / parsed).toFixed(2)} of parsed`,
        moments === most.moments ? 'under 1000, at most 3 of raw' : '',
      ),
    ),
    ...rows
      .filter(({ way }) => way === encrypted.name)
      .map(({ moments, open }) => {
        const plain = own.find(row => row.moments === moments)?.open ?? Number.NaN;
        return line(
          `opening ${inWords(moments)} moments that are encrypted, ms`,
          ms(open),
          '',
          `${(open / plain).toFixed(2)} of plain`,
          '',
        );
      }),
    line(
      `memory of ${count} moments, MB, what a session keeps; their files’ bytes`,
      `${megabytes(most.heap)}; ${megabytes(most.bytes)}`,
      '',
      ratios.heapToBytes.toFixed(2),
      'at most 2.5',
    ),
  ];
}

/** The rows of finding moments. */
export function findRows({ build, update, query, queries }: FindTimes): string[] {
  const slowest = Math.max(...Object.values(queries));
  const among = `${inWords(foundCount)} moments`;
  return [
    line(
      `finding among ${among}: a query, ms, median; the slowest one’s`,
      `${ms(query)}; ${ms(slowest)}`,
      '',
      '',
      'under 16',
    ),
    line(
      `getting ready to find among ${among}, ms; again after one changed`,
      `${ms(build)}; ${ms(update)}`,
      '',
      '',
      '',
    ),
  ];
}
