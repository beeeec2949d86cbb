import { dayOf } from '../../platform/days';
import { type Excerpt, excerptOf } from '../../platform/excerpt';
import { fold, foldWithPlaces, type TextRange } from '../../platform/fold';
import type { Moment } from '../moment';
import { beginsWord, type FieldLabels, isWordCharacter, parseQuery, type Term } from './findQuery';
import { isOpen } from './followUps';

/** A moment that was found. */
export interface Found {
  readonly moment: Moment;
  /** The text that matched, around its first match; the beginning of what happened where another field did. */
  excerpt(): Excerpt;
  /** Where words of the query stand in a text of the moment: in order, none overlapping. */
  rangesIn(text: string): TextRange[];
}

/** Finds moments. */
export interface Finder {
  /**
   * The moments that match all words of `query`, the best first; equals are in the order of the finder's
   * moments. A word matches wherever it stands, also within another; whole words and beginnings are better,
   * and so are people, tags and first lines. A query without words finds every moment.
   */
  find(query: string): Found[];
}

/** What a moment is searched by, folded. */
interface Entry {
  readonly moment: Moment;
  /** People, tags, first line of what happened, its rest and all else, a line break between any two. */
  readonly text: string;
  readonly whoEnd: number;
  readonly tagsEnd: number;
  readonly firstLineEnd: number;
}

/** Moments are never changed but replaced, so what was folded once stays true for as long as the moment is there. */
const entries = new WeakMap<Moment, Entry>();

/** A finder of `moments`, the latest first. After a change make another: only moments that are new cost something. */
export function createFinder(moments: readonly Moment[], labels: FieldLabels = {}): Finder {
  const all = moments.map(moment => {
    const entry = entries.get(moment) ?? makeEntry(moment);
    entries.set(moment, entry);
    return entry;
  });
  return {
    find(query) {
      const terms = parseQuery(query, labels);
      const words = terms.flatMap(term => ('word' in term && term.word !== '' ? [term.word] : []));
      const byScore: Entry[][] = [];
      for (const entry of all) {
        const score = scoreOf(entry, terms);
        if (score !== undefined) {
          byScore[score] ??= [];
          byScore[score].push(entry);
        }
      }
      return byScore
        .reverse()
        .flat()
        .map(({ moment }) => new FoundMoment(moment, words));
    },
  };
}

function makeEntry(moment: Moment): Entry {
  const who = fold(moment.who.join('\n'));
  const tags = fold((moment.tags ?? []).join('\n'));
  const what = fold(moment.what);
  const rest = [moment.learned, moment.followUp?.text, dayOf(moment), moment.place?.file];
  const tagsEnd = who.length + 1 + tags.length;
  const firstBreak = what.indexOf('\n');
  return {
    moment,
    text: [who, tags, what, fold(rest.filter(Boolean).join('\n'))].join('\n'),
    whoEnd: who.length,
    tagsEnd,
    firstLineEnd: tagsEnd + 1 + (firstBreak < 0 ? what.length : firstBreak),
  };
}

/** How well a moment matches all terms; `undefined` where it doesn't. */
function scoreOf(entry: Entry, terms: readonly Term[]): number | undefined {
  let sum = 0;
  for (const term of terms) {
    const score = termScore(entry, term);
    if (score === 0) {
      return undefined;
    }
    sum += score;
  }
  return sum;
}

/** What a whole word, the beginning of one and a piece of one are worth, and what more where lists show them. */
const worth = { word: 4, beginning: 3, piece: 1, shown: 2 };

/** How well a moment matches a term; 0 where it doesn't. */
function termScore(entry: Entry, term: Term): number {
  const { moment } = entry;
  switch (term.in) {
    case 'text': {
      const called = [moment.kind, moment.skill, moment.dimension].some(
        id => id !== undefined && term.ids.has(id),
      );
      return Math.max(textScore(entry, term.word), called ? worth.beginning : 0);
    }
    case 'who':
      return beginsWord(entry.text, term.word, 0, entry.whoEnd) ? worth.word : 0;
    case 'tags':
      return beginsWord(entry.text, term.word, entry.whoEnd + 1, entry.tagsEnd) ? worth.word : 0;
    case 'kind':
    case 'skill':
    case 'dimension': {
      const id = moment[term.in];
      return id !== undefined && term.ids.has(id) ? worth.word : 0;
    }
    case 'due': {
      const due = isOpen(moment) ? (moment.followUp.due ?? '') : undefined;
      return due?.startsWith(term.day) ? worth.word : 0;
    }
  }
}

/** So many places of a word in one moment are judged: more wouldn't tell moments apart. */
const mostPlaces = 8;

function textScore({ text, firstLineEnd }: Entry, word: string): number {
  let best = 0;
  let at = text.indexOf(word);
  for (let place = 0; at >= 0 && place < mostPlaces; place += 1) {
    const begins = !isWordCharacter(text, at - 1);
    const quality = !begins
      ? worth.piece
      : isWordCharacter(text, at + word.length)
        ? worth.beginning
        : worth.word;
    best = Math.max(best, quality + (at < firstLineEnd ? worth.shown : 0));
    at = best === worth.word + worth.shown ? -1 : text.indexOf(word, at + 1);
  }
  return best;
}

class FoundMoment implements Found {
  constructor(
    readonly moment: Moment,
    private readonly words: readonly string[],
  ) {}

  excerpt(): Excerpt {
    const { what, learned, followUp } = this.moment;
    for (const text of [what, learned, followUp?.text]) {
      const ranges = text === undefined ? [] : this.rangesIn(text);
      if (text !== undefined && ranges.length > 0) {
        return excerptOf(text, ranges);
      }
    }
    return excerptOf(what, []);
  }

  rangesIn(text: string): TextRange[] {
    const folded = foldWithPlaces(text);
    const found = this.words
      .flatMap(word => placesOf(word, folded.text))
      .map(({ start, end }) => folded.original(start, end))
      .sort((a, b) => a.start - b.start);
    const merged: TextRange[] = [];
    for (const range of found) {
      const last = merged.at(-1);
      if (last && range.start <= last.end) {
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
      } else {
        merged.push(range);
      }
    }
    return merged;
  }
}

function placesOf(word: string, text: string): TextRange[] {
  const places: TextRange[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push({ start: at, end: at + word.length });
  }
  return places;
}
