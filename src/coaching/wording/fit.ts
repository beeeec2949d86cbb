import type { Token } from './tokens';

/** What is found, and what can stand in its place. `from` and `to` are tokens, `start` and `end` UTF-16 offsets. */
export interface Fitted {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly rephrasings: readonly string[];
}

/**
 * Makes a rule's rephrasings fit the words that they replace: a capital where there was one, `a` or `an` as
 * the new word asks. Where one of them is empty the range takes in the word after it, so that no double
 * blank or stray comma stays behind.
 */
export function fitRephrasings(
  text: string,
  tokens: readonly Token[],
  range: { readonly from: number; readonly to: number },
  instead: readonly string[],
): Fitted {
  let { from, to } = range;
  let start = tokens[from]?.start ?? 0;
  let end = tokens[to - 1]?.end ?? start;
  const found = text.slice(start, end);
  let phrases = instead.map(phrase => phrase.replaceAll('$0', () => found));
  const capital = startsWithCapital(found);
  if (instead.includes('')) {
    const gap = closeGap(text, tokens, from, to);
    ({ from, to, start, end } = gap);
    phrases = phrases.map(phrase => gap.before + [phrase, gap.rest].filter(part => part !== '').join(' '));
  }
  if (capital) {
    phrases = phrases.map(upperFirst);
  }
  const article = tokens[from - 1];
  if (article && (article.text === 'a' || article.text === 'an') && article.kind === 'word') {
    const fitting = phrases.map(phrase => (/^[aeio]|^u(?![ns]i|se)/i.test(phrase) ? 'an' : 'a'));
    if (fitting.some(form => form !== article.text)) {
      const isCapital = startsWithCapital(text.slice(article.start, article.end));
      phrases = phrases.map((phrase, index) => {
        const form = fitting[index] ?? 'a';
        return `${isCapital ? upperFirst(form) : form} ${phrase}`;
      });
      from--;
      start = article.start;
    }
  }
  return { from, to, start, end, rephrasings: phrases };
}

/** What has to go, and to come back, with words that are left out. */
function closeGap(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { from: number; to: number; start: number; end: number; before: string; rest: string } {
  const comma = (index: number) => tokens[index]?.text === ',';
  const next = comma(to) ? to + 1 : to;
  const follows = tokens[next];
  const first = comma(from - 1) && (next > to || !isProse(follows)) ? from - 1 : from;
  if (isProse(follows)) {
    const rest = text.slice(follows.start, follows.end);
    const before = first < from ? ' ' : '';
    return {
      from: first,
      to: next + 1,
      start: tokens[first]?.start ?? 0,
      end: follows.end,
      before,
      rest,
    };
  }
  const previous = tokens[first - 1];
  const start = previous && previous.kind !== 'break' ? previous.end : (tokens[first]?.start ?? 0);
  return { from: first, to: next, start, end: tokens[next - 1]?.end ?? start, before: '', rest: '' };
}

function isProse(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'code';
}

function startsWithCapital(words: string): boolean {
  return /^\p{Lu}/u.test(words);
}

function upperFirst(phrase: string): string {
  return phrase.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
