import { isOwning, isPseudonymOf, type Mention, type MentionOptions, NameMatcher } from '../../nameMatcher';
import { personKey } from '../../people';
import type { ForgetShape } from './shape';

/** What becomes of the person: nobody, or somebody by another name. */
export type ForgetHow = 'remove' | { readonly pseudonym: string };

export interface ForgetOptions extends MentionOptions {
  /** Weak mentions are replaced as well: the first name alone. */
  readonly firstName?: boolean;
  /** What takes the person's place in a text where they are removed: "someone", unless it is said here. */
  readonly someone?: string;
}

/** Whom to forget, and how. */
export interface ForgetWish {
  readonly name: string;
  readonly how: ForgetHow;
  readonly options?: ForgetOptions;
}

/** Told of every mention: the field, as `followUp.text`, its text, and where in it. */
export type MentionListener = (field: string, text: string, mention: Mention) => void;

/** A value within so many others is left alone: nobody's notes go so deep, and the stack doesn't much deeper. */
export const deepest = 200;

/** Takes the place of what was about nobody else than the person. */
const gone = Symbol('gone');

/** Takes one person out of entries of that shape. */
export class Forgetting {
  readonly #name: string;
  readonly #how: ForgetHow;
  readonly #options: ForgetOptions;
  readonly #matcher: NameMatcher;
  readonly #standIn: string;
  /** The stand-in for tags and paths, which have no blanks. */
  readonly #oneWord: string;

  /** Throws a `RangeError` where the pseudonym isn't one: see `isPseudonymOf`. */
  constructor(
    private readonly shape: ForgetShape,
    { name, how, options = {} }: ForgetWish,
  ) {
    this.#name = name;
    this.#how = how;
    this.#options = options;
    this.#matcher = new NameMatcher(name, options);
    this.#standIn = standInFor(name, how, options);
    this.#oneWord = oneWordOf(this.#standIn, name);
  }

  /** Whether `text` mentions the person in a way that is replaced. */
  isIn(text: string): boolean {
    return this.#matcher.mentions(text).some(mention => this.#isReplaced(mention));
  }

  /**
   * `entry`, or the draft of one, without the person, or `entry` itself where there is nothing to replace;
   * `undefined` where they are removed and it was about nobody else.
   */
  inEntry<E extends object>(entry: E, listener?: MentionListener): E | undefined {
    const after = this.#inObject(entry, '', listener);
    return after === gone ? undefined : (after as E);
  }

  /** Whether an id in `entry` that somebody chose has the name: it stays. */
  isInIds(entry: object): boolean {
    return this.shape.idsOf(entry).some(id => this.isIn(id));
  }

  /** A value of a later format without the person: every text in it, keys included. */
  inUnknown(value: unknown): unknown {
    return this.#inValue(value, '?');
  }

  #isReplaced(mention: Mention): boolean {
    return !mention.isWeak || this.#options.firstName === true;
  }

  #inValue(value: unknown, field: string, listener?: MentionListener, depth = 0): unknown {
    if (depth > deepest) {
      return value;
    }
    if (typeof value === 'string') {
      return this.shape.isFixed(field) ? value : this.#inText(value, field, listener);
    }
    if (Array.isArray(value)) {
      const isPeople = this.shape.isPeople(field) && value.every(item => typeof item === 'string');
      const after = isPeople
        ? this.#inNames(value, field, listener)
        : this.#inList(value, field, listener, depth);
      return after.length === value.length && after.every((item, index) => item === value[index])
        ? value
        : after;
    }
    return typeof value === 'object' && value !== null
      ? this.#inObject(value, field, listener, depth)
      : value;
  }

  #inList(
    list: readonly unknown[],
    field: string,
    listener: MentionListener | undefined,
    depth: number,
  ): unknown[] {
    return list.map(item => this.#inValue(item, field, listener, depth + 1)).filter(item => item !== gone);
  }

  /** What was about nobody else goes with what it is in, up to a list or to the entry itself. */
  #inObject(object: object, field: string, listener?: MentionListener, depth = 0): object | typeof gone {
    const taken = new Set(Object.keys(object));
    let isSame = true;
    let isGone = false;
    const entries = Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
      const path = pathOf(field, key);
      const after = this.#inValue(value, path, listener, depth + 1);
      const isDropped = this.shape.isDropped(path) && after !== value;
      const afterKey = this.shape.isKnown(path) ? key : this.#inKey(key, field, taken, listener);
      isSame &&= after === value && afterKey === key;
      isGone ||= after === gone || (this.shape.isPeople(path) && isEmptied(value, after));
      return isDropped ? [] : [[afterKey, after]];
    });
    if (isGone) {
      return gone;
    }
    return isSame ? object : Object.fromEntries(entries);
  }

  /** The key that takes the place of `key` in `field`: none that is `taken` or means something, so that no value is lost. */
  #inKey(key: string, field: string, taken: Set<string>, listener?: MentionListener): string {
    const after = this.#inText(key, pathOf(field, key), listener);
    if (after === key) {
      return key;
    }
    let free = after;
    for (let count = 2; taken.has(free) || this.shape.isKnown(pathOf(field, free)); count += 1) {
      free = `${after} ${count}`;
    }
    taken.add(free);
    return free;
  }

  #inNames(names: readonly string[], field: string, listener?: MentionListener): string[] {
    const after: string[] = [];
    for (const name of names) {
      const mentions = this.#matcher.mentions(name);
      const isSame = personKey(name) === personKey(this.#name) && personKey(name) !== '';
      if (isSame && mentions.length === 0) {
        mentions.push({ start: 0, end: name.length, isWeak: false });
      }
      for (const mention of mentions) {
        listener?.(field, name, mention);
      }
      if (!mentions.some(mention => this.#isReplaced(mention))) {
        after.push(name);
      } else if (this.#how !== 'remove' && !hasName([...names, ...after], this.#standIn)) {
        after.push(this.#standIn);
      }
    }
    return after;
  }

  #inText(text: string, field: string, listener?: MentionListener): string {
    const standIn = this.shape.isOneWord(field) ? this.#oneWord : this.#standIn;
    let after = '';
    let at = 0;
    for (const mention of this.#matcher.mentions(text)) {
      listener?.(field, text, mention);
      if (this.#isReplaced(mention)) {
        const owning = isOwning(text, mention);
        after += text.slice(at, mention.start) + standIn + (owning ? `${text[mention.end]}s` : '');
        at = mention.end + (owning ? 1 : 0);
      }
    }
    return after + text.slice(at);
  }
}

/** The path of a key of `field`; an entry itself is no field: ''. A key that looks like a path itself is quoted. */
function pathOf(field: string, key: string): string {
  const name = key === '' || key.includes('.') ? JSON.stringify(key) : key;
  return field === '' ? name : `${field}.${name}`;
}

/** Whether somebody was in a list of people, and nobody is left. */
function isEmptied(before: unknown, after: unknown): boolean {
  return Array.isArray(before) && before.length > 0 && Array.isArray(after) && after.length === 0;
}

function hasName(names: readonly string[], name: string): boolean {
  return names.some(one => personKey(one) === personKey(name));
}

function standInFor(name: string, how: ForgetHow, { someone = 'someone' }: ForgetOptions): string {
  if (how === 'remove') {
    return [someone, 'somebody'].find(one => isPseudonymOf(one, name)) ?? '…';
  }
  if (!isPseudonymOf(how.pseudonym, name)) {
    throw new RangeError('The pseudonym is empty or has a word of the name in it');
  }
  return how.pseudonym.trim();
}

function oneWordOf(standIn: string, name: string): string {
  const word = standIn
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [word, 'anon', 'x1'].find(one => isPseudonymOf(one, name)) ?? 'x2';
}
