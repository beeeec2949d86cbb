import { type Token, tokenise } from './tokens';

/** The sentences of a comment, as the check sees them: each with its tokens, none of them empty. */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'break') {
      sentence.push(token);
    } else if (sentence.length > 0) {
      sentences.push(sentence);
      sentence = [];
    }
  }
  return sentences;
}

/**
 * Where the sentence with `start` to `end` begins and ends, with the sign that ends it; from the first to the
 * last of them where that is in several. Offsets are UTF-16, as in tokens.
 */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  const touched = sentencesOf(tokenise(text)).filter(
    sentence => (sentence[0]?.start ?? end) < end && (sentence.at(-1)?.end ?? start) > start,
  );
  return {
    start: Math.min(start, touched[0]?.[0]?.start ?? start),
    end: Math.max(end, touched.at(-1)?.at(-1)?.end ?? end),
  };
}
