import { isOwning, isPseudonymOf, type Mention, type MentionOptions, NameMatcher } from '../../nameMatcher';
import { personKey } from '../../people';
import { AnchorSchema } from '../../platform/anchors/anchor';
import type { Moment } from '../moment';

/** What becomes of the person: nobody, or somebody by another name. */
export type ForgetHow = 'remove' | { readonly pseudonym: string };

export interface ForgetOptions extends MentionOptions {
  /** Weak mentions are replaced as well: the first name alone. */
  readonly firstName?: boolean;
  /** What takes the person's place in a text where they are removed: "someone", unless it is said here. */
  readonly someone?: string;
}

/** Told of every mention: the field, as `followUp.text`, its text, and where in it. */
export type MentionListener = (field: string, text: string, mention: Mention) => void;

/**
 * What the format tells and not people. It stays as it is: with another id or another time a moment would be
 * another one.
 */
const fixedFields = [
  'id',
  'when',
  'kind',
  'skill',
  'dimension',
  'followUp.due',
  'followUp.done',
  'place.commit',
];
const fixed = new Set(fixedFields);

/** Keys that the format knows; any other may be somebody's name. */
const knownKeys = new Set([
  ...fixedFields,
  ...['who', 'what', 'tags', 'minutes', 'learned', 'followUp', 'followUp.text'],
  ...['place', 'place.file', 'place.firstLine', 'place.lastLine', 'place.permalink', 'place.anchor'],
  ...Object.keys(AnchorSchema.entries).map(key => `place.anchor.${key}`),
]);

/**
 * What is of no use with another name in it and goes as a whole: an address that leads nowhere, and may be none at
 * all, and lines of code that no file has.
 */
const dropped = new Set(['place.permalink', 'place.anchor']);

/** A value within so many others is left alone: nobody's notes go so deep, and the stack doesn't much deeper. */
export const deepest = 200;

/** Takes one person out of moments. */
export class Forgetting {
  readonly #matcher: NameMatcher;
  readonly #standIn: string;
  /** The stand-in for tags and paths, which have no blanks. */
  readonly #oneWord: string;

  /** Throws a `RangeError` where the pseudonym isn't one: see `isPseudonymOf`. */
  constructor(
    private readonly name: string,
    private readonly how: ForgetHow,
    private readonly options: ForgetOptions = {},
  ) {
    this.#matcher = new NameMatcher(name, options);
    this.#standIn = standInFor(name, how, options);
    this.#oneWord = oneWordOf(this.#standIn, name);
  }

  /** Whether `text` mentions the person in a way that is replaced. */
  isIn(text: string): boolean {
    return this.#matcher.mentions(text).some(mention => this.#isReplaced(mention));
  }

  /**
   * `moment`, or the draft of one, without the person, or `moment` itself where there is nothing to replace;
   * `undefined` where they are removed and it was about nobody else.
   */
  inMoment<M extends { readonly who?: Moment['who'] | undefined }>(
    moment: M,
    listener?: MentionListener,
  ): M | undefined {
    const after = this.#inObject(moment, '', listener) as M;
    return moment.who?.length && after.who?.length === 0 ? undefined : after;
  }

  /** A value of a later format without the person: every text in it, keys included. */
  inUnknown(value: unknown): unknown {
    return this.#inValue(value, '?');
  }

  #isReplaced(mention: Mention): boolean {
    return !mention.isWeak || this.options.firstName === true;
  }

  #inValue(value: unknown, field: string, listener?: MentionListener, depth = 0): unknown {
    if (depth > deepest) {
      return value;
    }
    if (typeof value === 'string') {
      return fixed.has(field) ? value : this.#inText(value, field, listener);
    }
    if (Array.isArray(value)) {
      const after =
        field === 'who' ? this.#inNames(value, listener) : this.#inList(value, field, listener, depth);
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
    return list.map(item => this.#inValue(item, field, listener, depth + 1));
  }

  #inObject(object: object, field: string, listener?: MentionListener, depth = 0): object {
    const taken = new Set(Object.keys(object));
    let isSame = true;
    const entries = Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
      const path = pathOf(field, key);
      const after = this.#inValue(value, path, listener, depth + 1);
      const isDropped = dropped.has(path) && after !== value;
      const afterKey = knownKeys.has(path) ? key : this.#inKey(key, field, taken, listener);
      isSame &&= after === value && afterKey === key;
      return isDropped ? [] : [[afterKey, after]];
    });
    return isSame ? object : Object.fromEntries(entries);
  }

  /** The key that takes the place of `key` in `field`: none that is `taken` or means something, so that no value is lost. */
  #inKey(key: string, field: string, taken: Set<string>, listener?: MentionListener): string {
    const after = this.#inText(key, pathOf(field, key), listener);
    if (after === key) {
      return key;
    }
    let free = after;
    for (let count = 2; taken.has(free) || knownKeys.has(pathOf(field, free)); count += 1) {
      free = `${after} ${count}`;
    }
    taken.add(free);
    return free;
  }

  #inNames(names: readonly string[], listener?: MentionListener): string[] {
    const after: string[] = [];
    for (const name of names) {
      const mentions = this.#matcher.mentions(name);
      const isSame = personKey(name) === personKey(this.name) && personKey(name) !== '';
      if (isSame && mentions.length === 0) {
        mentions.push({ start: 0, end: name.length, isWeak: false });
      }
      for (const mention of mentions) {
        listener?.('who', name, mention);
      }
      if (!mentions.some(mention => this.#isReplaced(mention))) {
        after.push(name);
      } else if (this.how !== 'remove' && !hasName([...names, ...after], this.#standIn)) {
        after.push(this.#standIn);
      }
    }
    return after;
  }

  #inText(text: string, field: string, listener?: MentionListener): string {
    const standIn = field === 'tags' || field === 'place.file' ? this.#oneWord : this.#standIn;
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

/** The path of a key of `field`; a moment itself is no field: ''. A key that looks like a path itself is quoted. */
function pathOf(field: string, key: string): string {
  const name = key === '' || key.includes('.') ? JSON.stringify(key) : key;
  return field === '' ? name : `${field}.${name}`;
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
