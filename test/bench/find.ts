import { performance } from 'node:perf_hooks';
import type { Moment } from '../../src/journal/moment';
import { createFinder } from '../../src/journal/views/find';
import { kinds } from '../../src/vocabulary';
import { median } from './statistics';

/** How many moments there are to find among. */
export const foundCount = 10_000;
const people = ['Ana', 'José Álvarez', 'Kim', 'Priya', 'Tomás', 'Wei'];
const phrases = [
  'paired on the retry logic until she found the race herself',
  'reviewed the migration and asked what happens when it stops half-way',
  'talked about what he wants to learn next quarter',
  'the résumé of the incident named a cause and no person',
  'let the team choose the order of the stories',
  'she led the design discussion and I only took notes',
];
const queries = [
  'e',
  'ret',
  'retry logic',
  '@ana',
  'jose',
  'kind:review migration',
  '#tag3',
  '2026-1',
  'zebra',
];

/** Milliseconds, medians. */
export interface FindTimes {
  /** Making a finder of moments never seen before. */
  readonly build: number;
  /** Making it again after one moment was replaced. */
  readonly update: number;
  /** One query; `queries` says it for each. */
  readonly query: number;
  readonly queries: Readonly<Record<string, number>>;
}

/** Finding among 10,000 moments of about 200 characters. */
export function measureFind(): FindTimes {
  const builds: number[] = [];
  let moments: Moment[] = [];
  for (let run = 0; run < 7; run += 1) {
    moments = makeMoments(run);
    builds.push(timeOf(() => createFinder(moments)));
  }
  const updates = Array.from({ length: 15 }, (_, run) => {
    const next = moments.map((moment, index) => (index === run ? { ...moment, what: 'changed' } : moment));
    return timeOf(() => createFinder(next));
  });
  const finder = createFinder(moments);
  const times = queries.map(query =>
    Array.from({ length: 15 }, () =>
      timeOf(() => {
        // A list shows the first few.
        for (const found of finder.find(query).slice(0, 30)) {
          found.excerpt();
        }
      }),
    ),
  );
  return {
    build: median(builds),
    update: median(updates),
    query: median(times.flat()),
    queries: Object.fromEntries(queries.map((query, index) => [query, median(times[index] ?? [])])),
  };
}

function timeOf(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function makeMoments(run: number): Moment[] {
  return Array.from({ length: foundCount }, (_, n): Moment => {
    const pick = <T>(list: readonly T[], step: number) => list[Math.floor(n / step) % list.length] as T;
    const day = String(1 + (n % 28)).padStart(2, '0');
    return {
      id: `${run}-${n}`,
      when: `2026-${String(1 + (n % 12)).padStart(2, '0')}-${day}T10:00:00+01:00`,
      what: [1, 7, 49, 3].map(step => pick(phrases, step)).join('; '),
      who: [pick(people, 1)],
      kind: pick(kinds, 5),
      tags: [`tag${n % 10}`],
      place: { file: `src/part${n % 40}/file${n % 97}.ts`, firstLine: 1, lastLine: 3 },
    };
  });
}
