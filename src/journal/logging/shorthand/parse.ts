import type { Dimension, Kind, Skill } from '../../../vocabulary';
import type { FollowUp } from '../../moment';
import { Dates } from './dates';
import { readFollowUp } from './followUp';
import { type Item, isMark, readItems } from './items';
import { suggestKind } from './labels';
import { dateFrom, type FoundDate, readTail, type Tail, type Taken } from './tail';

/** What a part of the line was understood as: the field that it fills. */
export type ShorthandField =
  | 'who'
  | 'kind'
  | 'skill'
  | 'dimension'
  | 'tags'
  | 'minutes'
  | 'when'
  | 'followUp';

/** Some characters that were understood: UTF-16 offsets, `end` not included. */
export interface ShorthandPart {
  readonly start: number;
  readonly end: number;
  readonly field: ShorthandField;
}

/** A line as it was understood. */
export interface Shorthand {
  /** The story, without what was taken out; empty where nothing else was typed, which the caller refuses. */
  readonly what: string;
  /** As typed, in the order of the line, none twice. */
  readonly who: string[];
  readonly kind?: Kind;
  readonly skill?: Skill;
  readonly dimension?: Dimension;
  readonly tags: string[];
  readonly minutes?: number;
  /** Local ISO with its offset. */
  readonly when?: string;
  readonly followUp?: Pick<FollowUp, 'due' | 'text'>;
  /** In the order of the line, none overlapping. */
  readonly parts: readonly ShorthandPart[];
}

/**
 * Reads a moment as it is typed on one line at `now`, in English. Further lines are kept as they are. Never fails:
 * what isn't shorthand stays text.
 *
 * - `@Ana`, `@ana.maria`, `@"Ana Maria"` is a person; an address, a package (`@types/node`) or a call isn't.
 * - `#pairing`, `#execution`, `#coaching`, `#retries` is a kind, skill, dimension or tag: see `readLabel`. The
 *   first of a field counts, a later one becomes a tag.
 * - `30m`, `30 min`, `1h30`, `1h 30m`, `1.5h`, `for 30m` is how long it took; `2 hours` only right after other
 *   shorthand, or after `for`, and then it also stays in the sentence.
 * - `yesterday`, `last friday`, `2 days ago`, `at 14:30`, `2026-11-20` is when: see `Dates.past`.
 * - `!follow-up …` (`!followup`, `!fu`, `!2026-12-01`) is a follow-up up to the shorthand that ends the line: see
 *   `readFollowUp`.
 *
 * Shorthand that ends the line is taken out of the text, with a date or not. Before that, within the sentence,
 * people and labels stay as words without their sign, and so does a duration; a date, and a duration, right
 * after other shorthand is taken out, and a date elsewhere is only words. A name that comes first in what ends
 * the line belongs to the sentence (`paired with @Ana 30m`) and stays too; if the whole line is shorthand the text
 * is empty. Where a date or duration follows a word like `to`, `since` or `took` it is the sentence's own.
 *
 * A lone `|` with nothing but shorthand after it ends the story: all after it is taken out, and in the
 * story only people and labels are understood. Nothing within backticks, double quotes or an address is shorthand.
 * Where there is no `#kind`, the first words may suggest one, as `paired with` does.
 */
export function parseShorthand(text: string, now: Date): Shorthand {
  const lineEnd = /\r?\n/.exec(text)?.index ?? text.length;
  const line = text.slice(0, lineEnd);
  const reading = new Reading(line, new Dates(now));
  const story = reading.read();
  return reading.result((story + text.slice(lineEnd)).trim());
}

/** Characters of the line that are replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

class Reading {
  readonly #items: readonly Item[];
  readonly #who = new Set<string>();
  readonly #tags = new Set<string>();
  readonly #parts: ShorthandPart[] = [];
  readonly #labels: { kind?: Kind | 'none'; skill?: Skill; dimension?: Dimension } = {};
  #taken: Taken = {};
  #followUp: Shorthand['followUp'];

  constructor(
    private readonly line: string,
    private readonly dates: Dates,
  ) {
    this.#items = readItems(line);
  }

  /** Reads the line and gives its story. */
  read(): string {
    const items = this.#items;
    const sign = items.findIndex(item => item.type === 'followUp');
    const storyLength = sign < 0 ? items.length : sign;
    // The end of the line counts first: what was added there is meant.
    const followUp = sign < 0 ? undefined : readFollowUp(this.line, items, sign, this.dates);
    this.#taken = { ...followUp?.tail.taken };
    const { tail, bar } = this.#storyTail(storyLength);
    this.#taken = { ...this.#taken, ...tail.taken };

    const edits = this.#readStory(bar ?? tail.from, bar === undefined);
    this.#take(tail);
    if (followUp) {
      this.#followUp = followUp.followUp;
      this.#parts.push({ start: followUp.start, end: followUp.end, field: 'followUp' });
      this.#take(followUp.tail);
    }

    const cut = items[bar ?? tail.from];
    const story = applyEdits(this.line.slice(0, cut?.start ?? this.line.length), edits).trim();
    // A comma or dash before what was taken out has nothing to separate any more.
    return cut && bar === undefined ? story.replace(/(?:[,;]|\s[-–—])$/, '').trimEnd() : story;
  }

  /** All that was understood, with `what`. */
  result(what: string): Shorthand {
    const { kind, skill, dimension } = this.#labels;
    const found = kind === 'none' ? undefined : (kind ?? suggestKind(what));
    const { minutes, when } = this.#taken;
    return {
      what,
      who: [...this.#who],
      ...(found ? { kind: found } : {}),
      ...(skill ? { skill } : {}),
      ...(dimension ? { dimension } : {}),
      tags: [...this.#tags],
      ...(minutes === undefined ? {} : { minutes }),
      ...(when === undefined ? {} : { when }),
      ...(this.#followUp ? { followUp: this.#followUp } : {}),
      parts: this.#parts.sort((a, b) => a.start - b.start),
    };
  }

  /** The shorthand that ends the story of the first `length` items; `bar` is where a lone `|` stands before it. */
  #storyTail(length: number): { tail: Tail; bar?: number } {
    const items = this.#items;
    const bar = items.findLastIndex((item, index) => index < length && item.type === 'bar');
    if (bar >= 0) {
      const tail = readTail(this.line, items, { from: bar + 1, to: length }, this.#taken, this.dates);
      if (tail.from === bar + 1) {
        return { tail, bar };
      }
    }
    const tail = readTail(this.line, items, { from: 0, to: length }, this.#taken, this.dates);
    let { from } = tail;
    while (tail.from > 0 && from < length && items[from]?.type === 'person') {
      from++;
    }
    return { tail: { ...tail, from } };
  }

  /** Reads the first `length` items, and gives what changes in them. */
  #readStory(length: number, withTimes: boolean): Edit[] {
    const items = this.#items;
    const edits: Edit[] = [];
    let afterMark = false;
    for (let at = 0; at < length; at++) {
      const item = items[at] as Item;
      const blankStart = items[at - 1]?.end ?? 0;
      if (item.type === 'person' || item.type === 'label') {
        edits.push({ ...item.core, by: item.type === 'person' ? item.name : item.word });
        this.#mark(item);
        afterMark = true;
        continue;
      }
      const isFree = withTimes && item.type === 'duration' && this.#taken.minutes === undefined;
      if (isFree && (afterMark || item.form !== 'spelled')) {
        this.#mark(item);
        this.#taken.minutes = item.minutes;
        if (afterMark && item.form !== 'told') {
          edits.push({ start: blankStart, end: item.core.end, by: '' });
        }
        afterMark = true;
        continue;
      }
      const date: FoundDate | undefined =
        withTimes && afterMark && this.#taken.when === undefined
          ? dateFrom(this.line, items, { from: at, to: length }, phrase => this.dates.past(phrase))
          : undefined;
      if (date) {
        this.#taken.when = date.value;
        this.#parts.push({ start: date.start, end: date.end, field: 'when' });
        edits.push({ start: blankStart, end: date.end, by: '' });
        at = date.to - 1;
      }
      afterMark = date !== undefined;
    }
    return edits;
  }

  #take(tail: Tail): void {
    for (const item of this.#items.slice(tail.from, tail.to)) {
      if (isMark(item)) {
        this.#mark(item);
      }
    }
    if (tail.whenPart) {
      this.#parts.push({ ...tail.whenPart, field: 'when' });
    }
  }

  /** Notes what an item says. How long it took is noted where it is chosen. */
  #mark(item: Extract<Item, { type: 'person' | 'label' | 'duration' }>): void {
    if (item.type === 'person') {
      this.#who.add(item.name);
      this.#parts.push({ ...item.core, field: 'who' });
    } else if (item.type === 'duration') {
      this.#parts.push({ ...item.core, field: 'minutes' });
    } else {
      this.#parts.push({ ...item.core, field: this.#label(item) });
    }
  }

  #label({ label, word }: Extract<Item, { type: 'label' }>): ShorthandField {
    const { field, value } = label;
    if (field !== 'tags') {
      const known = this.#labels[field];
      if (known === undefined || known === value) {
        Object.assign(this.#labels, { [field]: value });
        return field;
      }
    }
    // The one kind whose name can't be a tag is 1:1.
    this.#tags.add(field === 'tags' ? value : word.toLowerCase().replace('1:1', '1on1'));
    return 'tags';
  }
}

/** `text` with its edits, which are in order; those that lie beyond its end are left. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, by } of edits) {
    pieces.push(text.slice(at, start), by);
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}
