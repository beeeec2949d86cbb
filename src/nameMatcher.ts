import { type FoldedText, fold, foldWithPlaces, type TextRange } from './platform/fold';

/** Where a text speaks of somebody. */
export interface Mention extends TextRange {
  /** Only their first name stands there: it may be somebody else's. */
  readonly isWeak: boolean;
}

/** What counts as a mention of a person. */
export interface MentionOptions {
  /** Case must agree, apart from `@name`: for names that are words, such as Mark or Will. */
  readonly exactCase?: boolean;
  /** Names of others that contain this one: "Ana" isn't mentioned where "Ana Ruiz", of these, is. */
  readonly spare?: readonly string[];
}

const character = '[\\p{L}\\p{N}\\p{M}]';
const word = new RegExp(`${character}+`, 'gu');

/** The words of a name, folded. */
function wordsOf(name: string): string[] {
  return fold(name).match(word) ?? [];
}

/** A name that may stand for `name`: not empty, and without any word of it, so that neither gives it away nor brings it back. */
export function isPseudonymOf(pseudonym: string, name: string): boolean {
  const [words, own] = [wordsOf(pseudonym), wordsOf(name)];
  if (pseudonym.trim() === '') {
    return false;
  }
  return own.length > 0
    ? !words.some(one => own.includes(one)) && (own.length === 1 || !words.join('').includes(own.join('')))
    : name.trim() === '' || !fold(pseudonym).includes(fold(name.trim()));
}

/** Whether a name that ends in s owns what follows, as in "James' plan", and isn't just quoted. */
export function isOwning(text: string, { start, end }: TextRange): boolean {
  return (
    /s$/i.test(text.slice(start, end)) &&
    /^['’]\s+\p{L}/u.test(text.slice(end, end + 8)) &&
    !/['‘]/.test(text.charAt(start - 1))
  );
}

/** Finds the mentions of one person. */
export class NameMatcher {
  readonly #name: RegExp | undefined;
  readonly #firstName: RegExp | undefined;
  readonly #spared: readonly RegExp[];

  constructor(
    private readonly name: string,
    private readonly options: MentionOptions = {},
  ) {
    const [first = '', ...others] = name.trim().split(/\s+/);
    this.#name = patternOf(name);
    // An initial would be found everywhere.
    this.#firstName = others.length > 0 && wordsOf(first).join('').length > 1 ? patternOf(first) : undefined;
    this.#spared = (options.spare ?? []).flatMap(one => patternOf(one) ?? []);
  }

  /**
   * The mentions in `text`, in order, none overlapping: the name as a whole word, also as `@name` and with
   * `'s` behind it, whatever its case and accents, its words together or with some signs between them, as
   * handles and tags have them; and, as weak ones, the first of its words alone.
   */
  mentions(text: string): Mention[] {
    const folded = foldWithPlaces(text);
    const whole = rangesOf(this.#name, folded).filter(range => this.#hasCase(text, range));
    const first = rangesOf(this.#firstName, folded).filter(
      range => !whole.some(other => overlap(range, other)),
    );
    if (whole.length + first.length === 0) {
      return [];
    }
    const spared = this.#spared.flatMap(pattern => rangesOf(pattern, folded));
    return [
      ...whole.map(range => ({ ...range, isWeak: false })),
      ...first.map(range => ({ ...range, isWeak: true })),
    ]
      .filter(range => !spared.some(other => isWithin(range, other)))
      .sort((a, b) => a.start - b.start);
  }

  #hasCase(text: string, { start, end }: TextRange): boolean {
    return (
      !this.options.exactCase ||
      text[start] === '@' ||
      casedWords(text.slice(start, end)) === casedWords(this.name)
    );
  }
}

/** A text's letters and digits, without accents. */
function casedWords(text: string): string {
  return (text.normalize('NFD').match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

/** Finds a name in folded text; `undefined` where it consists of blanks or accents. */
function patternOf(name: string): RegExp | undefined {
  const folded = foldWithPlaces(name).text.trim();
  const words = folded.match(word);
  if (!words) {
    return folded === '' ? undefined : new RegExp(folded.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'gu');
  }
  const longestGap = Math.max(3, ...folded.split(word).map(gap => gap.length));
  const gap = `(?:\\s+|[^\\p{L}\\p{N}\\p{M}]{0,${longestGap}})`;
  return new RegExp(`(?:(?<!${character})@)?(?<!${character})${words.join(gap)}(?!${character})`, 'gu');
}

function rangesOf(pattern: RegExp | undefined, folded: FoldedText): TextRange[] {
  return pattern
    ? [...folded.text.matchAll(pattern)].map(match =>
        folded.original(match.index, match.index + match[0].length),
      )
    : [];
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` is longer than `inner` and holds it. */
function isWithin(inner: TextRange, outer: TextRange): boolean {
  return (
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  );
}
