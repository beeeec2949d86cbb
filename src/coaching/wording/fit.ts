import type { FindingRule } from './rule';
import type { Token } from './tokens';

/** Some tokens of a comment. `to` is exclusive. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is found, and what can stand in its place. `start` and `end` are UTF-16 offsets. */
export interface Fitted extends Range {
  readonly start: number;
  readonly end: number;
  readonly rephrasings: readonly string[];
}

/**
 * Makes a rule's rephrasings fit what they replace: a capital where there was one, `a` or `an` as the next
 * word asks, an end of the sentence that suits it. Where words can go, the range takes in what they would
 * leave behind: a comma, a blank, the small letter of the word after them.
 */
export function fitRephrasings(
  text: string,
  tokens: readonly Token[],
  match: Range,
  { reach, instead }: Pick<FindingRule, 'reach' | 'instead'>,
): Fitted {
  return reach === 'words'
    ? fitWords(text, tokens, match, instead)
    : fitClause(text, tokens, match, reach, instead);
}

const ends = new Set(['.', '!', '!!', '?', '?!', '…']);
const clauseEnds = new Set([',', ';', ':', '-', '(', ')']);

/** The clause or sentence around `match`, with the sign that ends it. */
function fitClause(
  text: string,
  tokens: readonly Token[],
  { from, to }: Range,
  reach: 'clause' | 'sentence',
  instead: readonly string[],
): Fitted {
  const bounds = (token: Token | undefined) =>
    !token ||
    token.kind === 'break' ||
    ends.has(token.text) ||
    (reach === 'clause' && clauseEnds.has(token.text));
  let first = from;
  while (!bounds(tokens[first - 1])) {
    first--;
  }
  let last = to;
  while (!bounds(tokens[last])) {
    last++;
  }
  const start = tokens[first]?.start ?? 0;
  const found = text.slice(start, tokens[last - 1]?.end ?? start);
  const sign = tokens[last];
  const hasSign = sign !== undefined && ends.has(sign.text) && sign.kind === 'mark';
  const rephrasings = instead.map(phrase => {
    const filled = phrase.replaceAll('$0', () => found);
    const end = hasSign && !/[?…]$/.test(filled) ? '.' : '';
    return (startsWithCapital(found) ? upperFirst(filled) : filled) + end;
  });
  const stop = hasSign ? last + 1 : last;
  return { from: first, to: stop, start, end: tokens[stop - 1]?.end ?? start, rephrasings };
}

function fitWords(text: string, tokens: readonly Token[], match: Range, instead: readonly string[]): Fitted {
  const start = tokens[match.from]?.start ?? 0;
  const end = tokens[match.to - 1]?.end ?? start;
  const capital = startsWithCapital(text.slice(start, end));
  const plain = { ...match, start, end, before: '', after: '', rest: '' };
  const gap = instead.includes('') ? closeGap(text, tokens, match) : undefined;
  const { before, after, rest, ...range } = gap ?? plain;
  const phrases = instead
    .filter(phrase => phrase !== '' || gap !== undefined)
    .map(phrase => (phrase === '' ? before + rest : `${before}${phrase}${after}${rest}`))
    .map(phrase => (capital ? upperFirst(phrase) : phrase));
  return withArticle(text, tokens, { ...range, rephrasings: phrases });
}

/** Takes in an article that no longer suits the word after it, as in `an ugly hack` without `ugly`. */
function withArticle(text: string, tokens: readonly Token[], fitted: Fitted): Fitted {
  const article = tokens[fitted.from - 1];
  if (article?.kind !== 'word' || (article.text !== 'a' && article.text !== 'an')) {
    return fitted;
  }
  const forms = fitted.rephrasings.map(phrase => (/^[aeio]|^u(?![ns]i|se)/i.test(phrase) ? 'an' : 'a'));
  if (forms.every(form => form === article.text)) {
    return fitted;
  }
  const capital = startsWithCapital(text.slice(article.start, article.end));
  const rephrasings = fitted.rephrasings.map((phrase, index) => {
    const whole = `${forms[index]} ${phrase}`;
    return capital ? upperFirst(whole) : whole;
  });
  return { ...fitted, from: fitted.from - 1, start: article.start, rephrasings };
}

interface Gap extends Range {
  readonly start: number;
  readonly end: number;
  /** What stays in front of a phrase that takes the words' place, between the two, and behind it. */
  readonly before: string;
  readonly after: string;
  readonly rest: string;
}

/** What has to go with words that are left out; `undefined` where the sentence needs them. */
function closeGap(text: string, tokens: readonly Token[], { from, to }: Range): Gap | undefined {
  const isComma = (index: number) => tokens[index]?.text === ',';
  const next = isComma(to) ? to + 1 : to;
  const first = isComma(from - 1) && (next > to || !isProse(tokens[next])) ? from - 1 : from;
  const start = tokens[first]?.start ?? 0;
  const follows = tokens[next];
  if (follows && isProse(follows)) {
    const rest = text.slice(follows.start, follows.end);
    return {
      from: first,
      to: next + 1,
      start,
      end: follows.end,
      before: first < from ? ' ' : '',
      after: ' ',
      rest,
    };
  }
  if (first < from) {
    return {
      from: first,
      to: next,
      start,
      end: tokens[next - 1]?.end ?? start,
      before: '',
      after: '',
      rest: '',
    };
  }
  if (tokens[first - 1]?.kind !== 'break') {
    return undefined;
  }
  // The words are a sentence of their own: its end and the blank after it go too.
  const stop = follows?.kind === 'mark' && ends.has(follows.text) ? next + 1 : next;
  const following = tokens[stop + 1];
  const end = tokens[stop - 1]?.end ?? start;
  const onSameLine = following && !text.slice(end, following.start).includes('\n');
  const after = onSameLine ? text.slice(end, following.start) : '';
  return { from, to: stop, start, end: end + after.length, before: '', after, rest: '' };
}

function isProse(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'code';
}

function startsWithCapital(words: string): boolean {
  return /^\p{Lu}/u.test(words);
}

function upperFirst(phrase: string): string {
  return phrase.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
