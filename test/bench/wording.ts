import { performance } from 'node:perf_hooks';
import { createCheck } from '../../src/coaching/wording/check';
import { loadRules } from '../wording/rules';
import { median } from './statistics';

/** What the wording check costs. All times in milliseconds. */
export interface WordingCost {
  /** A comment of 500 characters: the median of many. */
  readonly medianMsPer500Chars: number;
  /** The time of 100,000 characters as a multiple of the time of 10,000; about 10 where time grows with length alone. */
  readonly ratioTenTimesLength: number;
  /** The longest time of any hostile text of 100,000 characters. */
  readonly worstCaseMs: number;
}

const long = 100_000;

/** Ordinary prose with a few findings in it. */
const paragraph =
  'You forgot to close the file when the parser throws, which leaks a handle for each bad row. ' +
  'Could we wrap this in a `using` block, so that it closes whatever happens? Obviously the retry below then ' +
  'needs a fresh handle as well. I like how the loop is split; the name `rows_left` says what it counts. ' +
  'Never swallow the error here: why did you catch it at all? See https://example.com/errors for the rule. ' +
  'This is confusing. The test covers the empty file, not the missing one, and “it works” is no reason.\n\n';

/** Texts made to keep a check busy: each is repeated up to the length. */
const hostile = [
  ...['you ', 'you you forgot ', 'why did you ', 'never never ', 'this is so so so ', 'a ', 'what '],
  ...[
    '(',
    'a',
    '```',
    '> ',
    '`',
    '` `` ``` ',
    '"a ',
    "'a ",
    '“',
    '](',
    '*',
    'f*',
    '!',
    '?!',
    '.',
    ' ',
    '\n',
    '\t',
  ],
  ...['aaa ', 'sooo', '🤦', '\ud800', 'e.g. ', '-- ', 'a/', 'a,', '\u0301', 'I am not sure but ', 'https://'],
];

export async function measureWording(): Promise<WordingCost> {
  const check = createCheck(await loadRules());
  const timeOf = (text: string) => {
    const start = performance.now();
    check.check(text);
    return performance.now() - start;
  };
  const repeat = (part: string, length: number) =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const times = (text: string, count: number) => Array.from({ length: count }, () => timeOf(text));
  times(repeat(paragraph, 10_000), 20);
  const worst = hostile.map(part => Math.min(...times(repeat(part, long), 3)));
  return {
    medianMsPer500Chars: median(times(repeat(paragraph, 500), 400)),
    ratioTenTimesLength:
      median(times(repeat(paragraph, long), 9)) / median(times(repeat(paragraph, long / 10), 45)),
    worstCaseMs: Math.max(...worst),
  };
}
