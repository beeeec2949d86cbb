/** How many characters of a line an anchor looks at: the rest of a minified line tells nothing more. */
const lineLimit = 200;

/** A line as anchors compare it: without its indentation and with single blanks, so that a reindented line stays the same. */
export function normalise(line: string): string {
  // Cut first, so that a line of a megabyte costs no more than others; the indentation may be most of it.
  const text = line
    .trimStart()
    .slice(0, 2 * lineLimit)
    .trimEnd();
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).slice(0, lineLimit).trimEnd();
}

/** The words and signs of a line, each with what it weighs there. */
export interface Tokens {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A sign of punctuation says little about which line it is, and formatters change it. */
const signWeight = 0.2;

/** Splits a line into words, as `userName` or `user_name` into two, and signs. Quotes are all the same to it. */
export function tokensOf(text: string): Tokens {
  const weights = new Map<string, number>();
  let total = 0;
  for (const [token] of text.matchAll(/\p{Lu}*\p{Ll}+|\p{Lu}+|\p{N}+|[^\p{L}\p{N}\s_]|[\p{L}]+/gu)) {
    const isWord = /[\p{L}\p{N}]/u.test(token);
    const weight = isWord ? Math.min(1.5, 0.6 + token.length / 10) : signWeight;
    const key = isWord ? token.toLowerCase() : /["'`]/.test(token) ? '"' : token;
    weights.set(key, (weights.get(key) ?? 0) + weight);
    total += weight;
  }
  return { weights, total };
}

/** How alike two lines are by their words and signs: 0 for nothing in common, 1 for the same. */
export function similarity(a: Tokens, b: Tokens): number {
  if (a.total === 0 || b.total === 0) {
    return a.total === b.total ? 1 : 0;
  }
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let common = 0;
  for (const [token, weight] of small.weights) {
    common += Math.min(weight, large.weights.get(token) ?? 0);
  }
  const dice = (2 * common) / (a.total + b.total);
  // A line that was wrapped has become several, each with a part of it and nothing else.
  const least = Math.min(a.total, b.total);
  return least < 2 ? dice : Math.max(dice, (0.75 * common) / least);
}

/** How much a line tells about its place: next to nothing for `}`, 1 for a line of several words. */
export function informationOf(tokens: Tokens): number {
  return Math.min(1, tokens.total / 5);
}
