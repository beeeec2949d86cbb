/** A duration at the beginning of some words. */
export interface Duration {
  readonly minutes: number;
  /** How many words it takes. */
  readonly words: number;
  /** How many characters of punctuation stand at the end of its last word. */
  readonly trailing: number;
  /** Written short, as `30m` or `30 min`; otherwise spelled out, as `2 hours`. */
  readonly compact: boolean;
}

const longest = 10_000;

const number = String.raw`\d{1,5}(?:[.,]\d{1,2})?`;
const end = '(?<trailing>[,;.:!?)]*)$';
// Lower case only: 30M are millions. With a blank before the `m` they are metres.
const compactForms = [
  new RegExp(`^(?<hours>\\d{1,3})h ?(?<minutes>[0-5]?\\d)(?:m|min)?${end}`),
  new RegExp(`^(?<hours>${number}) ?(?:h|hrs?)${end}`),
  new RegExp(`^(?<minutes>${number})(?:m| ?mins?)${end}`),
];
const spelledForms = [
  new RegExp(`^(?<hours>${number}) hours?${end}`),
  new RegExp(`^(?<minutes>${number}) minutes?${end}`),
  new RegExp(`^(?<hour>an hour)${end}`),
  new RegExp(`^(?<half>half an hour)${end}`),
];

/**
 * The duration that `words` begin with, the longest; `undefined` where there is none, or one that isn't 1 to
 * 10,000 minutes.
 */
export function readDuration(words: readonly string[]): Duration | undefined {
  for (let count = words.length; count > 0; count--) {
    const text = words.slice(0, count).join(' ');
    const compact = firstMatch(compactForms, text);
    const groups = (compact ?? firstMatch(spelledForms, text))?.groups;
    if (groups) {
      const minutes = Math.round(
        toNumber(groups['hours']) * 60 +
          toNumber(groups['minutes']) +
          (groups['hour'] ? 60 : 0) +
          (groups['half'] ? 30 : 0),
      );
      return minutes >= 1 && minutes <= longest
        ? { minutes, words: count, trailing: groups['trailing']?.length ?? 0, compact: compact !== undefined }
        : undefined;
    }
  }
  return undefined;
}

function firstMatch(forms: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const form of forms) {
    const match = form.exec(text);
    if (match) {
      return match;
    }
  }
  return undefined;
}

/** `1.5` and `1,5` are the same; nothing is none. */
function toNumber(text: string | undefined): number {
  return Number((text ?? '0').replace(',', '.'));
}
