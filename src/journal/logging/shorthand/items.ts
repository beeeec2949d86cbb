import { readDuration } from './durations';
import { type Label, readLabel } from './labels';

interface Place {
  /** The word or words, with the punctuation around them. UTF-16 offsets, `end` not included. */
  readonly start: number;
  readonly end: number;
}
interface Marked extends Place {
  /** What was understood, without the punctuation around it. */
  readonly core: { readonly start: number; readonly end: number };
  /** Nothing but a comma, semicolon or full stop is attached, so that it can be taken out of the text. */
  readonly alone: boolean;
}

/** A piece of a line: a word that is only text, or one (a duration: up to four) that may be shorthand. */
export type Item =
  | ({ readonly type: 'text' } & Place)
  /** A lone `|`: what follows is shorthand, what stands before is the story. */
  | ({ readonly type: 'bar' } & Place)
  | ({ readonly type: 'person'; readonly name: string } & Marked)
  /** `word` is what stays of it within a sentence. */
  | ({ readonly type: 'label'; readonly label: Label; readonly word: string } & Marked)
  | ({ readonly type: 'duration'; readonly minutes: number; readonly form: DurationForm } & Marked)
  /** `!follow-up`, or `!2026-12-01` with that day. */
  | ({ readonly type: 'followUp'; readonly due?: string } & Place);

/** An item that may be shorthand: whether it counts is decided by where it stands. */
export type Mark = Extract<Item, { type: 'person' | 'label' | 'duration' }>;

/** Whether `item` may be shorthand that is taken out. */
export function isMark(item: Item): item is Mark {
  return item.type === 'person' || item.type === 'label' || item.type === 'duration';
}

/**
 * `compact` (`30m`, `for 30m`) may stand anywhere; `spelled` (`2 hours`) counts only right after other
 * shorthand, and `told` (`for 2 hours`) is a part of the sentence, which keeps it.
 */
export type DurationForm = 'compact' | 'spelled' | 'told';

/** Code, quotations and quoted names hold blanks and are one word with what is attached to them. */
const words = /(?:`[^`]*`|(?<=^|[\s([{@:])"[^"]*(?:""[^"]*)*"|“[^“”]*”|[^\s`"“]+|\S)+/g;
/** In a list without blanks, as `@Ana,@Jo`, each has a word of its own. */
const listed = /@"[^"]*(?:""[^"]*)*"|[,;/+&](?=[@#])|[^,;/+&"]+|[\s\S]/g;

// What follows must not make something else of it: an address, a package, a call.
const person =
  /@(?:"([^"]*(?:""[^"]*)*)"|(\p{L}[\p{L}\p{M}\p{N}_]*(?:[.-][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*))(?![\p{L}\p{M}\p{N}_@(]|[.-][\p{L}\p{N}]|\/[^@])/uy;
const label = /#((?:(?:kind|skill|dimension|tag):)?[\p{L}\p{N}][\p{L}\p{M}\p{N}_./:-]*)/iuy;
const exactTag = /^tag:/i;
const followUpWord = /^!(?:follow-?up|fu):?$/i;
const followUpDay = /^!(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/;

/** Words after which a duration or a date belongs to the sentence: `raised it to 30m`, `since friday`. */
const storyWords: ReadonlySet<string> = new Set(
  (
    'of to in by from within every each about around under over than at a an the for after before until ' +
    'since per between and or this next took takes take lasted was is'
  ).split(' '),
);

/** Whether what comes after `word` belongs to the sentence, so that taking it out would leave the word dangling. */
export function leadsOn(word: string): boolean {
  return storyWords.has(word.toLowerCase());
}

/** The pieces of one line, in order; between them are only blanks. */
export function readItems(line: string): Item[] {
  const places = [...line.matchAll(words)].flatMap(match => splitList(match[0], match.index));
  const items: Item[] = [];
  for (let at = 0; at < places.length; at++) {
    const duration = durationAt(line, places, at);
    if (duration) {
      // Its own `for` was read as text just before.
      items.splice(items.length - (duration.from < at ? 1 : 0), 1, duration.item);
      at = duration.to - 1;
    } else {
      items.push(readWord(line, places[at] as Place));
    }
  }
  return items;
}

function splitList(word: string, offset: number): Place[] {
  if (!/^[@#]/.test(word)) {
    return [{ start: offset, end: offset + word.length }];
  }
  const places: Place[] = [];
  let start = 0;
  for (const { 0: piece, index } of word.matchAll(listed)) {
    if (piece.length === 1 && /[,;/+&]/.test(piece) && /[@#]/.test(word.charAt(index + 1))) {
      places.push({ start: offset + start, end: offset + index + 1 });
      start = index + 1;
    }
  }
  return [...places, { start: offset + start, end: offset + word.length }];
}

function readWord(line: string, { start, end }: Place): Item {
  let from = start;
  while (from < end && '([{'.includes(line.charAt(from))) {
    from++;
  }
  const sign = line.charAt(from);
  const word = line.slice(start, end);
  if (word === '|') {
    return { type: 'bar', start, end };
  }
  if (sign === '@') {
    person.lastIndex = from;
    const match = person.exec(line);
    if (match) {
      const name = match[1]?.replaceAll('""', '"').trim() ?? match[2];
      if (name) {
        return { type: 'person', name, ...marked(line, start, end, from, person.lastIndex) };
      }
    }
  } else if (sign === '#') {
    return readLabelWord(line, start, end, from);
  } else if (sign === '!' && from === start) {
    const due = followUpDay.exec(word)?.[1];
    if (due !== undefined) {
      return { type: 'followUp', due, start, end };
    }
    if (followUpWord.test(word)) {
      return { type: 'followUp', start, end };
    }
  }
  return { type: 'text', start, end };
}

function readLabelWord(line: string, start: number, end: number, from: number): Item {
  label.lastIndex = from;
  let typed = label.exec(line)?.[1] ?? '';
  if (!exactTag.test(typed)) {
    // What ends a sentence isn't of the word.
    typed = typed.slice(0, trimmedLength(typed, './:-'));
  }
  const to = from + 1 + typed.length;
  const read = typed === '' ? undefined : readLabel(typed);
  // Something like `#a#b` or `#a(b)` is none of ours.
  if (!read || trimmedLength(line.slice(to, end), ')]},;.:!?-/') > 0) {
    return { type: 'text', start, end };
  }
  const word = typed.replace(/^(?:kind|skill|dimension|tag):/i, '');
  return { type: 'label', label: read, word, ...marked(line, start, end, from, to) };
}

/** How long `text` is without the characters of `ends` at its end. */
function trimmedLength(text: string, ends: string): number {
  let length = text.length;
  while (length > 0 && ends.includes(text.charAt(length - 1))) {
    length--;
  }
  return length;
}

function marked(line: string, start: number, end: number, from: number, to: number): Marked {
  const alone = from === start && trimmedLength(line.slice(to, end), ',;.') === 0;
  return { start, end, core: { start: from, end: to }, alone };
}

/** The duration whose number is the word at `at`; it goes from word `from`, which may be its `for`, to before `to`. */
function durationAt(line: string, places: readonly Place[], at: number) {
  const wordAt = (index: number) => {
    const place = places[index];
    return place ? line.slice(place.start, place.end) : '';
  };
  // No regular expression on a word that is longer than any duration.
  const near = [0, 1, 2].map(step => wordAt(at + step)).map(word => (word.length > 12 ? '' : word));
  const read = readDuration(near);
  const first = places[at];
  const last = read && places[at + read.words - 1];
  if (!read || !first || !last) {
    return undefined;
  }
  const before = wordAt(at - 1);
  const told = before.toLowerCase() === 'for';
  if ((!told && leadsOn(before)) || /^(?:of|ago)\b/i.test(wordAt(at + read.words))) {
    return undefined;
  }
  const from = told ? at - 1 : at;
  const start = (told ? places[at - 1] : first)?.start ?? first.start;
  const form: DurationForm = read.compact ? 'compact' : told ? 'told' : 'spelled';
  const core = last.end - read.trailing;
  const item: Item = {
    type: 'duration',
    minutes: read.minutes,
    form,
    ...marked(line, start, last.end, start, core),
  };
  return { item, from, to: at + read.words };
}
