import MiniSearch, { type SearchResult } from 'minisearch';
import { plainText } from './plainText';
import type { Guide, Section } from './section';

/** A run of text, marked where it matches what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** One section that was found. */
export interface Hit {
  readonly section: Section;
  readonly title: readonly Piece[];
  /** The place in the text that says most about the query; the section's summary where only title or part matched. */
  readonly excerpt: readonly Piece[];
  /** The words of the section that matched, in lower case. */
  readonly terms: readonly string[];
}

/** Characters of an excerpt, about four lines of a narrow side bar. */
const excerptLength = 150;

/** How far before its first match an excerpt may begin. */
const leadLength = 40;

/** Hits beyond these are never looked at, and drawing them costs the reader time at each key. */
const mostHits = 25;

const wordPattern = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu;

/** Searches titles, summaries and texts for words, beginnings of words and, for longer words, near misses. */
export class GuideSearch {
  readonly #index: MiniSearch;
  readonly #sections = new Map<string, { section: Section; text: string }>();

  constructor(guide: Guide) {
    this.#index = new MiniSearch({
      fields: ['title', 'summary', 'part', 'text'],
      tokenize: text => text.match(wordPattern) ?? [],
      processTerm: term => term.toLowerCase().replaceAll('’', "'"),
      searchOptions: {
        boost: { title: 5, summary: 2 },
        prefix: true,
        fuzzy: term => (term.length > 4 ? 0.2 : false),
        weights: { prefix: 0.6, fuzzy: 0.2 },
      },
    });
    for (const section of guide) {
      const text = section.origin === 'untrusted' ? section.markdown : plainText(section.markdown);
      this.#sections.set(section.id, { section, text });
      const { id, title, summary, part } = section;
      this.#index.add({ id, title, summary, part, text });
    }
  }

  /** The sections that match all words of `query`, or else any of them, best first. */
  find(query: string): Hit[] {
    if (query.trim() === '') {
      return [];
    }
    const all = this.#index.search(query, { combineWith: 'AND' });
    const results = all.length > 0 ? all : this.#index.search(query);
    return results.slice(0, mostHits).flatMap(result => this.#hit(result));
  }

  #hit({ id, terms }: SearchResult): Hit[] {
    const found = this.#sections.get(String(id));
    if (!found) {
      return [];
    }
    const { section, text } = found;
    const matching = new Set(terms);
    const inText = excerptOf(text, matching);
    return [
      {
        section,
        title: pieces(section.title, matching),
        excerpt: inText ?? pieces(section.summary, matching),
        terms,
      },
    ];
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where in `text` a word is one of `terms`. */
export function matchesIn(text: string, terms: ReadonlySet<string>): Span[] {
  return [...text.matchAll(wordPattern)].flatMap(match =>
    terms.has(match[0].toLowerCase().replaceAll('’', "'"))
      ? [{ from: match.index, to: match.index + match[0].length }]
      : [],
  );
}

/** `text` cut where matches begin and end. */
export function pieces(text: string, terms: ReadonlySet<string>): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { from, to } of matchesIn(text, terms)) {
    result.push(
      { text: text.slice(at, from), isMatch: false },
      { text: text.slice(from, to), isMatch: true },
    );
    at = to;
  }
  result.push({ text: text.slice(at), isMatch: false });
  return result.filter(piece => piece.text !== '');
}

/** The stretch of `text` with the most different matches, cut between words; `undefined` where nothing matches. */
function excerptOf(text: string, terms: ReadonlySet<string>): Piece[] | undefined {
  const begin = bestStart(text, matchesIn(text, terms));
  if (begin === undefined) {
    return undefined;
  }
  const space = text.indexOf(' ', begin - leadLength) + 1;
  const from = begin < leadLength ? 0 : space > 0 && space <= begin ? space : begin;
  const last = text.lastIndexOf(' ', from + excerptLength);
  const to = from + excerptLength >= text.length ? text.length : last > begin ? last : from + excerptLength;
  return pieces(`${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`, terms);
}

/** Where the match stands from which an excerpt holds the most different words, and then the most matches. */
function bestStart(text: string, matches: readonly Span[]): number | undefined {
  const words = matches.map(({ from, to }) => text.slice(from, to).toLowerCase());
  const inside = new Map<string, number>();
  let best: { readonly at: number; readonly score: number } | undefined;
  let end = 0;
  for (const [index, { from }] of matches.entries()) {
    for (let next = matches[end]; next && next.to <= from + excerptLength; next = matches[end]) {
      const word = words[end] ?? '';
      inside.set(word, (inside.get(word) ?? 0) + 1);
      end += 1;
    }
    const score = inside.size * excerptLength + end - index;
    if (!best || score > best.score) {
      best = { at: from, score };
    }
    const word = words[index] ?? '';
    const left = (inside.get(word) ?? 1) - 1;
    if (left === 0) {
      inside.delete(word);
    } else {
      inside.set(word, left);
    }
    end = Math.max(end, index + 1);
  }
  return best?.at;
}
