import { type Excerpt, excerptOf } from '../../platform/excerpt';
import type { Moment } from '../moment';
import { type ForgetHow, type ForgetOptions, Forgetting } from './forgetting';

export type { ForgetHow, ForgetOptions } from './forgetting';

/** A mention of the person, as a preview shows it. */
export interface ForgetMention {
  /** Where it is: `what`, `followUp.text`, or the path of a key that this version doesn't know. */
  readonly field: string;
  readonly excerpt: Excerpt;
  /** Only their first name stands there. It is replaced only where the options say so. */
  readonly isWeak: boolean;
}

/** What forgetting does to a moment that mentions the person. */
export interface ForgetStep {
  readonly moment: Moment;
  /** `undefined` where it is deleted; `moment` itself where it stays, since all mentions are weak. */
  readonly after: Moment | undefined;
  /** At least one. */
  readonly mentions: readonly ForgetMention[];
}

/**
 * What forgetting somebody would change, in the order of `moments`; those that don't mention them are left out.
 * They go from `who`, and "someone" or the pseudonym takes their place in every text, of keys that this version
 * doesn't know too. When they are removed, a moment with nobody else in `who` is deleted whole. A link to code
 * that has the name in it is dropped, and so is the anchor of a place in code that has it. Ids, times and the like stay. Throws a `RangeError` for a pseudonym that
 * isn't one: see `isPseudonymOf`.
 */
export function planForget(
  moments: readonly Moment[],
  name: string,
  how: ForgetHow,
  options: ForgetOptions = {},
): ForgetStep[] {
  const forgetting = new Forgetting(name, how, options);
  return moments.flatMap(moment => {
    const mentions: ForgetMention[] = [];
    const after = forgetting.inMoment(moment, (field, text, mention) =>
      mentions.push({ field, excerpt: excerptOf(text, [mention]), isWeak: mention.isWeak }),
    );
    return mentions.length > 0 ? [{ moment, after, mentions }] : [];
  });
}
