/** How often a judgement on rows is right, from pairs of what was expected and what was found. */
export interface Score {
  readonly rows: number;
  readonly positives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The share of the negative rows that were flagged. */
  readonly falsePositives: number;
}

export function scoreOf(pairs: readonly { readonly expected: boolean; readonly found: boolean }[]): Score {
  const count = (expected: boolean, found: boolean) =>
    pairs.filter(pair => pair.expected === expected && pair.found === found).length;
  const hits = count(true, true);
  const missed = count(true, false);
  const wrong = count(false, true);
  const right = count(false, false);
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    rows: pairs.length,
    positives: hits + missed,
    precision: ratio(hits, hits + wrong),
    recall: ratio(hits, hits + missed),
    f1: ratio(2 * hits, 2 * hits + missed + wrong),
    falsePositives: ratio(wrong, wrong + right),
  };
}
