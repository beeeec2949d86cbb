import { performance } from 'node:perf_hooks';
import { toLocalIso } from '../../src/platform/time';
import { readDecoded, readParsed, readRaw, ways } from './journalWays';
import { realisticMoments } from './moments';

/** What a process of its own finds out about one journal, as it prints it. */
export interface ChildResult {
  readonly openMs: number;
  readonly heapBytes: number;
  /** Logging one more, for each. */
  readonly logMs: readonly number[];
  /** Asking for the list after that, for each. */
  readonly listMs: readonly number[];
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The heap after all that nobody holds has been collected. */
function heap(): number {
  if (!globalThis.gc) {
    throw new Error('node --expose-gc is needed');
  }
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** Ways of reading a folder that are no way of keeping a journal: what opening one is compared with. */
const readings: ReadonlyMap<string, (folder: string) => Promise<unknown>> = new Map([
  ['raw', readRaw],
  ['decoded', readDecoded],
  ['parsed', readParsed],
]);

const [, , wanted, folder = '', logs = '0'] = process.argv;

async function measure(): Promise<ChildResult> {
  const read = wanted === undefined ? undefined : readings.get(wanted);
  if (read) {
    return { openMs: await timed(() => read(folder)), heapBytes: 0, logMs: [], listMs: [] };
  }
  const way = ways.find(({ name }) => name === wanted);
  if (!way) {
    throw new Error(`There is no way called ${wanted}`);
  }
  const when = toLocalIso(new Date());
  const added = realisticMoments(Number(logs)).map(moment => ({ ...moment, when }));
  const before = heap();
  const begun = performance.now();
  const opened = await way.open(folder);
  const openMs = performance.now() - begun;
  const heapBytes = heap() - before;
  const logMs: number[] = [];
  for (const moment of added) {
    logMs.push(await timed(() => opened.log(moment)));
  }
  const listMs: number[] = [];
  await timed(() => opened.moments);
  for (const moment of added.slice(0, 20)) {
    await opened.log({ ...moment, id: crypto.randomUUID() });
    listMs.push(await timed(() => opened.moments));
  }
  return { openMs, heapBytes, logMs, listMs };
}

console.log(JSON.stringify(await measure()));
