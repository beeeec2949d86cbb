import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ChildResult } from './journalChild';
import { belay, bytesIn, encrypted, ways } from './journalWays';
import { realisticMoments } from './moments';
import { median, percentile } from './statistics';

const run = promisify(execFile);

/** One way of keeping one number of moments, measured. */
export interface JournalRow {
  readonly way: string;
  readonly moments: number;
  /** Of its files, UTF-8. */
  readonly bytes: number;
  /** Milliseconds for logging one more moment: the medians, over the processes, of theirs. */
  readonly log: { readonly median: number; readonly p95: number; readonly samples: number };
  /** Milliseconds for asking for the list after one more was logged, as a view does that shows it; the median. */
  readonly list: number;
  /** Milliseconds for opening in a new process, the medians of several. */
  readonly open: number;
  /** The same for reading the bytes of the same files and nothing else; NaN, as the two below, where the files are in another form. */
  readonly raw: number;
  /** And for decoding them. */
  readonly decoded: number;
  /** And for decoding them, and parsing and keeping the JSON of each line, with no look at what it says. */
  readonly parsed: number;
  /** Bytes that the heap has grown by after opening, when all that nobody holds has been collected. */
  readonly heap: number;
}

/** What issue 5 sets as aims, as ratios: all of Belay's own rows. */
export interface JournalRatios {
  /** Logging with the most moments to logging with the fewest. */
  readonly logMedian: number;
  readonly logP95: number;
  /** Opening the most moments to reading their bytes raw. */
  readonly openToRaw: number;
  /** The same to parsing them as well: what Belay itself adds. */
  readonly openToParsed: number;
  /** The heap after opening the most moments to their files' bytes. */
  readonly heapToBytes: number;
}

/** What to measure, where it isn't all of it. */
export interface JournalBench {
  readonly sizes?: readonly number[];
  /** Processes for each row; of the ways that Belay is measured beside, one. */
  readonly rounds?: number;
  /** Moments logged in each process. */
  readonly logs?: number;
  readonly only?: string;
}

/** A process that has measured nothing before: what is compiled and cached is as in a new window. */
async function inNewProcess(way: string, folder: string, logs: number): Promise<ChildResult> {
  const child = resolve('out', 'bench', 'journalChild.mjs');
  const { stdout } = await run(process.execPath, ['--expose-gc', child, way, folder, String(logs)]);
  return JSON.parse(stdout) as ChildResult;
}

/**
 * Belay's journal beside the two usual ways of keeping an array, in one run and on this machine's disk: logging
 * one more moment, opening, memory. The sizes take turns within a round, so that what else the machine does meets all.
 */
export async function measureJournal({
  sizes = [100, 1_000, 10_000, 100_000],
  rounds = 5,
  logs = 60,
  only,
}: JournalBench = {}): Promise<{ rows: JournalRow[]; ratios: JournalRatios }> {
  const root = await mkdtemp(join(tmpdir(), 'belay-bench-'));
  try {
    const subjects = [];
    for (const moments of sizes) {
      const drawn = realisticMoments(moments);
      for (const way of ways.filter(({ name }) => only === undefined || name === only)) {
        const folder = join(root, `${subjects.length}`);
        await way.build(folder, drawn);
        const bytes = await bytesIn(folder);
        subjects.push({
          way,
          moments,
          folder,
          bytes,
          raw: [] as number[],
          decoded: [] as number[],
          parsed: [] as number[],
          results: [] as ChildResult[],
        });
      }
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { way, folder, raw, decoded, parsed, results } of round % 2 === 0
        ? subjects
        : [...subjects].reverse()) {
        if (way === belay) {
          raw.push((await inNewProcess('raw', folder, 0)).openMs);
          decoded.push((await inNewProcess('decoded', folder, 0)).openMs);
          parsed.push((await inNewProcess('parsed', folder, 0)).openMs);
        }
        if (way === belay || way === encrypted || round === 0) {
          results.push(await inNewProcess(way.name, folder, logs));
        }
      }
    }
    const rows = subjects.map(
      ({ way, moments, bytes, raw, decoded, parsed, results }): JournalRow => ({
        way: way.name,
        moments,
        bytes,
        log: {
          median: median(results.map(({ logMs }) => median(logMs))),
          // Of each process, so that one that met something else on this machine doesn't decide for all.
          p95: median(results.map(({ logMs }) => percentile(logMs, 95))),
          samples: results.flatMap(({ logMs }) => logMs).length,
        },
        list: median(results.flatMap(({ listMs }) => listMs)),
        open: median(results.map(({ openMs }) => openMs)),
        raw: median(raw),
        decoded: median(decoded),
        parsed: median(parsed),
        heap: median(results.map(({ heapBytes }) => heapBytes)),
      }),
    );
    return { rows, ratios: ratiosOf(rows) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function ratiosOf(rows: readonly JournalRow[]): JournalRatios {
  const own = rows.filter(({ way }) => way === ways[0]?.name).sort((a, b) => a.moments - b.moments);
  const [fewest, most] = [own[0], own.at(-1)];
  if (!fewest || !most) {
    throw new Error('Nothing of Belay’s was measured');
  }
  return {
    logMedian: most.log.median / fewest.log.median,
    logP95: most.log.p95 / fewest.log.p95,
    openToRaw: most.open / most.raw,
    openToParsed: most.open / most.parsed,
    heapToBytes: most.heap / most.bytes,
  };
}
