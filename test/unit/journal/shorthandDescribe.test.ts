import assert from 'node:assert/strict';
import {
  describeShorthand,
  parseShorthand,
  type ShorthandWords,
} from '../../../src/journal/logging/shorthand';
import { dimensions, kinds, skills } from '../../../src/vocabulary';

/** A Wednesday. */
const now = new Date(2026, 10, 25, 15, 30, 20);

/** `<id>` for each of `ids`. */
const labels = <T extends string>(ids: readonly T[]) =>
  Object.fromEntries(ids.map(id => [id, `<${id}>`])) as Record<T, string>;

const words: ShorthandWords = {
  kinds: labels(kinds),
  skills: labels(skills),
  dimensions: labels(dimensions),
  minutes: minutes => `${minutes} min`,
  day: (day, thisYear) => (day.startsWith(thisYear) ? day.slice(5) : day),
  today: day => `today ${day}`,
  yesterday: day => `yesterday ${day}`,
  atTime: (day, time) => `${day} at ${time}`,
  followUp: (due, text) => `follow up ${due ?? '-'} ${text ?? '-'}`,
};

describe('what is said of shorthand while it is typed', () => {
  for (const [line, said] of [
    [
      'paired with @Ana on retries #execution #ci #b 30m yesterday !follow-up friday',
      'Ana · <pairing> · <execution> · #ci #b · 30 min · yesterday 11-24 · follow up 11-27 -',
    ],
    ['', ''],
    ['only a story', ''],
    ['met @Ana and @Jo #coaching', 'Ana, Jo · <coaching>'],
    ['x today', 'today 11-25'],
    ['x at 9:05', 'today 11-25 at 09:05'],
    ['x yesterday at 9:05', 'yesterday 11-24 at 09:05'],
    ['x 2025-12-31', '2025-12-31'],
    ['x !fu ask', 'follow up - ask'],
    ['x !2027-01-02 ask', 'follow up 2027-01-02 ask'],
  ] as const) {
    it(`is "${said}" for "${line}"`, () => {
      assert.equal(describeShorthand(parseShorthand(line, now), words, now), said);
    });
  }

  it('knows yesterday on the first of a month', () => {
    const first = new Date(2026, 2, 1, 0, 30);
    assert.equal(describeShorthand(parseShorthand('x yesterday', first), words, first), 'yesterday 02-28');
  });
});
