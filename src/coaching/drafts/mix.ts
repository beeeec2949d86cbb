import * as v from 'valibot';
import { type Label, readOpening } from '../label';
import type { Summary } from '../wording/check';

/** What a comment is to its reader, as the review mix counts it. */
export const mixKinds = ['praise', 'question', 'suggestion', 'issue', 'other'] as const;
export type MixKind = (typeof mixKinds)[number];

/** How many comments of each kind were written in a month, how much of their wording was found, and how much of that was heeded. */
const MonthSchema = v.object({
  ...v.entriesFromList(mixKinds, v.number()),
  findings: v.number(),
  heeded: v.number(),
});
export type Month = v.InferOutput<typeof MonthSchema>;

/** By month, `2026-11`. */
export const MixSchema = v.record(v.string(), MonthSchema);
export type Mix = v.InferOutput<typeof MixSchema>;

const kindOfLabel: Readonly<Record<Label, MixKind>> = {
  praise: 'praise',
  question: 'question',
  suggestion: 'suggestion',
  nitpick: 'suggestion',
  todo: 'suggestion',
  chore: 'suggestion',
  issue: 'issue',
  thought: 'other',
  note: 'other',
};

/** The kind of a comment: by its label, else by what it does. */
export function kindOf(text: string, { praises, asks }: Pick<Summary, 'praises' | 'asks'>): MixKind {
  const opening = readOpening(text.trim());
  if (opening) {
    return kindOfLabel[opening.label];
  }
  return praises ? 'praise' : asks ? 'question' : 'other';
}

export const emptyMonth: Month = {
  praise: 0,
  question: 0,
  suggestion: 0,
  issue: 0,
  other: 0,
  findings: 0,
  heeded: 0,
};

/** `mix` with one more comment in `month`: its kind, how many findings it ever had and how many of them it had no more at its end. */
export function withComment(mix: Mix, month: string, kind: MixKind, findings: number, heeded: number): Mix {
  const before = Object.hasOwn(mix, month) ? mix[month] : undefined;
  const { ...counts } = before ?? emptyMonth;
  counts[kind] += 1;
  counts.findings += findings;
  counts.heeded += heeded;
  return { ...mix, [month]: counts };
}
