import { isOwning, type MentionOptions, NameMatcher } from '../../../nameMatcher';
import { personKey } from '../../../people';
import { foldWithPlaces, type TextRange } from '../../../platform/fold';

/** How people are called in a report. */
export const nameForms = ['full', 'initials', 'none'] as const;
export type NameForm = (typeof nameForms)[number];

/** Somebody's name as it may stand in a text, and what takes its place. */
interface Hidden {
  readonly matcher: NameMatcher;
  readonly standIn: string;
}

interface Replacement extends TextRange {
  readonly standIn: string;
}

/** Words of names that aren't names by themselves: of teams, say. */
const notNames = new Set([
  'the',
  'a',
  'an',
  'and',
  'our',
  'my',
  'team',
  'all',
  'new',
  'everybody',
  'everyone',
]);

/** In a replaced text a stand-in may make a name with what is beside it; so many times is looked again. */
const mostRounds = 3;

/** Calls people in texts by their initials, or by words that name nobody. */
export class NameHider {
  /** Names by the words that they may begin with, since most texts name few of those who are known. */
  readonly #byWord = new Map<string, Hidden[]>();
  /** Names that have no words, by what they are. */
  readonly #signs = new Map<string, Hidden>();
  readonly #role: string;

  /** `names` are all that are known, `roles` words for anybody, such as "a colleague": the first that has nothing of a name is taken. */
  constructor(
    names: readonly string[],
    private readonly form: Exclude<NameForm, 'full'>,
    roles: readonly string[],
  ) {
    const known = [...new Map(names.map(name => [personKey(name), name])).values()].filter(
      name => name.trim() !== '',
    );
    const taken = new Set(known.flatMap(wordsOf));
    // No word of it is in a name: beside what is left of a text it can't make one.
    this.#role = roles.find(role => !wordsOf(role).some(word => taken.has(word))) ?? '…';
    for (const name of known) {
      this.#hide(name, {});
      for (const part of partsOf(name)) {
        // Parts count in their own case only: many are words as well.
        this.#hide(part, { exactCase: true });
      }
    }
  }

  /** `text` without a name. */
  inText(text: string): string {
    let before = text;
    for (let round = 0; round < mostRounds; round += 1) {
      const after = this.#replaced(before);
      if (after === before) {
        break;
      }
      before = after;
    }
    return before;
  }

  /** Somebody's initials; `undefined` where they have none, or where nobody is to be named. */
  initials(name: string): string | undefined {
    const initials = this.form === 'initials' ? initialsOf(name) : '';
    return initials === '' ? undefined : initials;
  }

  #hide(name: string, options: MentionOptions): void {
    const hidden = { matcher: new NameMatcher(name, options), standIn: this.initials(name) ?? this.#role };
    const words = wordsOf(name);
    // They may be written together, as handles have them.
    const beginnings = new Set(words.map((_word, index) => words.slice(0, index + 1).join('')));
    for (const word of beginnings) {
      this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), hidden]);
    }
    if (words.length === 0) {
      this.#signs.set(foldWithPlaces(name).text.trim(), hidden);
    }
  }

  /** Those who may be named in `text`. */
  #candidates(text: string): Set<Hidden> {
    const folded = foldWithPlaces(text).text;
    return new Set([
      ...wordsOf(text).flatMap(word => this.#byWord.get(word) ?? []),
      ...[...this.#signs].flatMap(([signs, hidden]) => (folded.includes(signs) ? [hidden] : [])),
    ]);
  }

  #replaced(text: string): string {
    const found = [...this.#candidates(text)].flatMap(({ matcher, standIn }) =>
      matcher.mentions(text).flatMap(({ start, end, isWeak }) => (isWeak ? [] : [{ start, end, standIn }])),
    );
    let after = '';
    let at = 0;
    for (const { start, end, standIn } of merged(found)) {
      const owning = isOwning(text, { start, end });
      after += text.slice(at, start) + this.#atPlace(text, start, standIn);
      after += owning ? `${text[end]}s` : '';
      at = end + (owning ? 1 : 0);
    }
    return after + text.slice(at);
  }

  /** A role begins with a capital letter where a sentence does. */
  #atPlace(text: string, start: number, standIn: string): string {
    return standIn === this.#role && beginsSentence(text, start)
      ? standIn.charAt(0).toUpperCase() + standIn.slice(1)
      : standIn;
  }
}

/** So many signs before a place tell whether a sentence begins there. */
const lookedAt = 12;

function beginsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - lookedAt), start);
  return (start <= lookedAt && before.trim() === '') || /(?:[.!?]\s+|\n\s*)$/.test(before);
}

/** The parts of a name of several words that may stand for it, as they are written then. */
function partsOf(name: string): string[] {
  const parts = name.trim().split(/\s+/);
  const isSmall = !/\p{Lu}/u.test(name);
  return parts.length < 2
    ? []
    : parts
        .filter(part => (part.match(/\p{L}/gu)?.length ?? 0) > 1 && !notNames.has(part.toLowerCase()))
        // What is small within a name, "van" say, is no name; in a name that was typed so it tells nothing.
        .map(part => (isSmall ? part.charAt(0).toUpperCase() + part.slice(1) : part))
        .filter(part => !/^\P{L}*\p{Ll}/u.test(part));
}

/** The words of a name or a text, folded. */
function wordsOf(name: string): string[] {
  return foldWithPlaces(name).text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** `A. R.` of Ana Ruiz. */
export function initialsOf(name: string): string {
  return (name.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => `${[...word][0]?.toUpperCase()}.`).join(' ');
}

/** Those that overlap as one: a name within a longer one, or two that share a word. */
function merged(found: readonly Replacement[]): Replacement[] {
  const result: Replacement[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && one.start < last.end) {
      const longer = one.end - one.start > last.end - last.start ? one : last;
      result[result.length - 1] = { ...longer, start: last.start, end: Math.max(last.end, one.end) };
    } else {
      result.push(one);
    }
  }
  return result;
}
