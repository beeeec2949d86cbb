import type { TextRange } from './fold';

/** A piece of a text on one line, and where in the piece the matches are: in order, none overlapping. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** Characters of an excerpt: what a line of a list shows. */
const excerptLength = 120;

/** How far before its first match an excerpt may begin. */
const leadLength = 30;

/** The part of `text` around the first of `ranges`, which are in order; from its beginning where there are none. */
export function excerptOf(text: string, ranges: readonly TextRange[]): Excerpt {
  const first = ranges[0]?.start ?? 0;
  const from = first <= leadLength ? 0 : cutAfterBlank(text, first - leadLength, first);
  const to =
    from + excerptLength >= text.length ? text.length : cutBeforeBlank(text, from + excerptLength, first);
  const before = from > 0 ? '… ' : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? ' …' : ''}`,
    ranges: ranges
      .filter(({ start }) => start < to)
      .map(({ start, end }) => ({ start: start + shift, end: Math.min(end, to) + shift })),
  };
}

/** The first place from `at` on where a word begins, or else `latest`. */
function cutAfterBlank(text: string, at: number, latest: number): number {
  const blank = text.slice(at, latest).search(/\s/);
  return blank < 0 ? latest : at + blank + 1;
}

/** The last place up to `at` where a word ends that is after `earliest`, or else `at`, not within a character. */
function cutBeforeBlank(text: string, at: number, earliest: number): number {
  const blank = text.slice(0, at).search(/\s\S*$/);
  if (blank > earliest) {
    return blank;
  }
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}
