import { toLocalIso } from '../../../platform/time';
import type { Moment } from '../../moment';
import { type Label, printLabel, suggestKind } from './labels';
import { parseShorthand } from './parse';

type Field = 'what' | 'who' | 'kind' | 'skill' | 'dimension' | 'tags' | 'minutes' | 'followUp';

/** What shorthand can say of a moment: a moment has it, and so has a line that was read. */
export type ShorthandFields = Readonly<Pick<Moment, Field> & { when?: string | undefined }>;

/**
 * The fields as a line that `parseShorthand` reads back to the same ones, further lines of the text below it:
 * `paired with @Ana | #pairing 30m 2026-11-20 14:30`. Who is named in the text is marked there, the others come
 * first after the `|`. Not read back are: signs of shorthand that the text itself has (`@Injectable` without
 * backticks), a time that lies ahead, and what of a follow-up isn't its day or text.
 */
export function printShorthand(fields: ShorthandFields): string {
  const { what } = fields;
  const who = fields.who.filter(name => name.trim() !== '');
  const lineEnd = /\r?\n/.exec(what)?.index ?? what.length;
  const story = what.slice(0, lineEnd).trim();
  const signs = printSigns(fields);
  const { marked, others } = markNames(story, who);
  const withOthers = [...others.map(printName), ...signs];
  const withAll = [...who.map(printName), ...signs];
  return printStory(story, marked, withOthers, withAll, who) + what.slice(lineEnd);
}

/** The words of a date in a text are a date here, since none of them lies ahead. */
const farAhead = new Date(9000, 0, 1, 23, 59);

/** The first of a few ways that is read back: `signs` go with the text in which names are marked, `allSigns` with the plain one. */
function printStory(
  story: string,
  marked: string,
  signs: readonly string[],
  allSigns: readonly string[],
  who: readonly string[],
): string {
  if (story === '') {
    return signs.join(' ');
  }
  const isReadBack = (line: string) => {
    const read = parseShorthand(line, farAhead);
    return read.what === story && sameNames(read.who, who);
  };
  // The bar can go where there is nothing after it and the text isn't read as more than it says.
  if (
    signs.length === 0 &&
    isReadBack(marked) &&
    parseShorthand(marked, farAhead).parts.every(part => part.field === 'who')
  ) {
    return marked;
  }
  const line = [marked, '|', ...signs].join(' ');
  return isReadBack(line) ? line : [story, '|', ...allSigns].join(' ');
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  const names = new Set(others);
  return new Set(some).size === names.size && some.every(name => names.has(name));
}

function printSigns(fields: ShorthandFields): string[] {
  const { kind, skill, dimension, tags, minutes, when, followUp } = fields;
  const labels: Label[] = [
    ...(kind ? [{ field: 'kind' as const, value: kind }] : []),
    // Otherwise the kind that the text suggests would be read.
    ...(kind === undefined && suggestKind(fields.what)
      ? [{ field: 'kind' as const, value: 'none' as const }]
      : []),
    ...(skill ? [{ field: 'skill' as const, value: skill }] : []),
    ...(dimension ? [{ field: 'dimension' as const, value: dimension }] : []),
    ...(tags ?? []).map(value => ({ field: 'tags' as const, value })),
  ];
  return [
    ...labels.map(printLabel),
    ...(minutes === undefined ? [] : [`${minutes}m`]),
    ...(when === undefined ? [] : [printWhen(when)]),
    ...(followUp ? [printFollowUp(followUp)] : []),
  ];
}

/** `2026-11-20 14:30` where the time is of this machine's zone, with seconds if there are any; else as it is. */
function printWhen(when: string): string {
  const date = new Date(when);
  const year = date.getFullYear();
  const [day = '', time = ''] = when.slice(0, 19).split('T');
  // An hour that a change of clocks repeats isn't told by its time of day.
  const isPlain = year >= 1970 && toLocalIso(new Date(`${day}T${time}`)) === when;
  return isPlain ? `${day} ${time.replace(/:00$/, '')}` : when;
}

function printFollowUp({ due, text }: NonNullable<ShorthandFields['followUp']>): string {
  const line = text?.replace(/\s+/g, ' ').trim() ?? '';
  return ['!follow-up', ...(due ? [due] : []), ...(line ? [quote(line)] : [])].join(' ');
}

function printName(name: string): string {
  const plain = `@${name}`;
  return parseShorthand(plain, farAhead).who[0] === name ? plain : `@${quote(name)}`;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `story` with an `@` before each name where it is a word there first, and the names that aren't. */
function markNames(story: string, who: readonly string[]): { marked: string; others: string[] } {
  // Code and quotations name nobody.
  let free = story.replace(/`[^`]*`|"[^"]*"|“[^“”]*”/g, taken);
  const places = new Map<number, string>();
  // Of Ana and Ana Maria the longer is looked for first.
  for (const name of [...who].sort((a, b) => b.length - a.length)) {
    const at = placeOf(free, name);
    if (at >= 0) {
      places.set(at, name);
      free = free.slice(0, at) + taken(name) + free.slice(at + name.length);
    }
  }
  let marked = '';
  let end = 0;
  for (const [at, name] of [...places].sort(([a], [b]) => a - b)) {
    marked += story.slice(end, at) + printName(name);
    end = at + name.length;
  }
  const named = new Set(places.values());
  return { marked: marked + story.slice(end), others: who.filter(name => !named.has(name)) };
}

/** As many characters that are in no name. */
function taken(text: string): string {
  return '\0'.repeat(text.length);
}

/** Where `name` stands in `text` as a word of its own; -1 where it doesn't. */
function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.slice(at + name.length, at + name.length + 2);
    if (/^[\s([{]?$/.test(before) && /^(?:$|[\s,;:!?)\]}'’]|\.(?:\s|$))/.test(after)) {
      return at;
    }
  }
  return -1;
}
