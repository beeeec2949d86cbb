import type { Moment } from '../../src/journal/moment';
import { indexOf } from '../../src/platform/anchors/anchor';
import type { LineIndex } from '../../src/platform/anchors/lineIndex';
import { captureSmallAnchor } from '../../src/platform/anchors/smallAnchor';
import { toLocalIso } from '../../src/platform/time';
import { dimensions, kinds, skills } from '../../src/vocabulary';

const people = [
  'Ana',
  'Jo',
  'Kim',
  'Priya',
  'José',
  'Zoë',
  'Maximilian',
  'Oluwaseun',
  'Mei-Ling',
  'Владимир',
];
const sentences = [
  'Paired on the retry logic; she found the race herself and wrote the test first.',
  'Asked what led to the cache being a singleton instead of telling him to change it.',
  'She ran the planning for the first time and kept the discussion on the goal.',
  'We agreed on one thing to try until next week: smaller pull requests, each with its own reason.',
  'Gave feedback on the incident review: what happened, what it caused, what to try — he took it well.',
  'He was stuck on the migration for two days; three questions later he had a plan of his own.',
  'Handed over the release to her, with the checklist and the promise to be around.',
  'Talked about where he wants to be in a year; more design, less firefighting.',
  'Thanked the two for the on-call notes in front of the team 👏',
];

/** Numbers from 0 up to 1 that are the same in each run (a linear congruential generator, of 32 bits). */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const modules = 40;

/** A file of code, 921 lines long, that differs from those of other numbers. */
function codeOf(module: number): LineIndex {
  const functionOf = (n: number) => [
    `export async function load${module}Page${n}(request: Request, size = ${n}): Promise<Page> {`,
    `  const rows = await database.query('orders', { page: request.page, size });`,
    `  for (const row of rows) {`,
    `    if (row.total < ${n * module}) {`,
    `      logger.warn('below the limit', row.id);`,
    `    }`,
    `  }`,
    `  return { rows, next: rows.length < size ? undefined : request.page + ${n} };`,
    `}`,
    ``,
  ];
  return indexOf(
    Array.from({ length: 93 }, (_, n) => functionOf(n))
      .flat()
      .slice(0, 921),
  );
}

/**
 * Moments as people log them, the same in each run: 60 to 300 characters, one to three people, mostly a kind
 * and a skill, a third with a place in the code and its anchor; an hour or so between two of them. One in four says something
 * that isn't Latin-1.
 */
export function realisticMoments(count: number): Moment[] {
  const random = repeatable(count);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const hex = (length: number) => Array.from({ length }, () => oneOf([...'0123456789abcdef'])).join('');
  const files = Array.from({ length: modules }, (_, module) => codeOf(module));
  let ms = Date.UTC(2015, 0, 1);
  return Array.from({ length: count }, (): Moment => {
    ms += Math.floor(random() * 7_200_000);
    const length = 60 + Math.floor(random() * 240);
    let what = oneOf(sentences);
    while (what.length < length) {
      what += `${random() < 0.2 ? '\n' : ' '}${oneOf(sentences)}`;
    }
    const firstLine = 1 + Math.floor(random() * 900);
    const lastLine = firstLine + Math.floor(random() * 12);
    const module = Math.floor(random() * modules);
    const anchor = captureSmallAnchor(files[module] ?? [], firstLine - 1, lastLine - 1);
    return {
      id: [8, 4, 4, 4, 12].map(hex).join('-'),
      when: toLocalIso(new Date(ms), 60),
      what: what.slice(0, length).trim(),
      who: [...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => oneOf(people)))],
      ...(random() < 0.8 ? { kind: oneOf(kinds) } : {}),
      ...(random() < 0.6 ? { skill: oneOf(skills) } : {}),
      ...(random() < 0.2 ? { dimension: oneOf(dimensions) } : {}),
      ...(random() < 0.2 ? { minutes: 15 + Math.floor(random() * 60) } : {}),
      ...(random() < 0.33
        ? {
            place: {
              file: `src/${oneOf(['orders', 'billing', 'search'])}/module${module}.ts`,
              firstLine,
              lastLine,
              commit: hex(40),
              ...(anchor ? { anchor } : {}),
            },
          }
        : {}),
    };
  });
}
