import { type Excerpt, excerptOf } from '../excerpt';
import { Forgetting, type ForgetWish } from './forgetting';
import type { ForgetShape } from './shape';

/** A mention of the person, as a preview shows it. */
export interface ForgetMention {
  /** Where it is: `what`, `followUp.text`, or the path of a key that this version doesn't know. */
  readonly field: string;
  readonly excerpt: Excerpt;
  /** Only their first name stands there. It is replaced only where the options say so. */
  readonly isWeak: boolean;
}

/** What forgetting does to an entry that mentions the person. */
export interface ForgetStep<E> {
  readonly entry: E;
  /** `undefined` where it is deleted; `entry` itself where it stays, since all mentions are weak. */
  readonly after: E | undefined;
  /** At least one. */
  readonly mentions: readonly ForgetMention[];
}

/**
 * What forgetting somebody would change, in the order of `entries`; those that don't mention them are left out.
 * They go from lists of people, and "someone" or the pseudonym takes their place in every text, of keys that this
 * version doesn't know too. When they are removed, what was about nobody else is deleted whole. What the shape says
 * is of no use with another name in it is dropped. Ids, times and the like stay. Throws a `RangeError` for a
 * pseudonym that isn't one: see `isPseudonymOf`.
 */
export function planForget<E extends object>(
  shape: ForgetShape,
  entries: readonly E[],
  wish: ForgetWish,
): ForgetStep<E>[] {
  const forgetting = new Forgetting(shape, wish);
  return entries.flatMap(entry => {
    const mentions: ForgetMention[] = [];
    const after = forgetting.inEntry(entry, (field, text, mention) =>
      mentions.push({ field, excerpt: excerptOf(text, [mention]), isWeak: mention.isWeak }),
    );
    return mentions.length > 0 ? [{ entry, after, mentions }] : [];
  });
}

/** A step as a page tells it, whatever it is of. */
export interface ForgetChange {
  /** One line that tells what it is, as plain text. */
  readonly title: string;
  readonly outcome: 'deleted' | 'changed' | 'stays';
  readonly mentions: readonly ForgetMention[];
}

/** Steps as a page tells them. */
export function changesOf<E>(steps: readonly ForgetStep<E>[], titleOf: (entry: E) => string): ForgetChange[] {
  return steps.map(({ entry, after, mentions }) => ({
    title: titleOf(entry),
    outcome: after === undefined ? 'deleted' : after === entry ? 'stays' : 'changed',
    mentions,
  }));
}

/** How many of `changes` are changes: nothing happens to what only stays. */
export function countChanges(changes: readonly ForgetChange[]): number {
  return changes.filter(({ outcome }) => outcome !== 'stays').length;
}
