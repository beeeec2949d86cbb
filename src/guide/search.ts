import MiniSearch, { type SearchResult } from 'minisearch';
import { plainText } from './markdown';
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
  const matches = matchesIn(text, terms);
  let best: { at: number; score: number } | undefined;
  for (const [index, { from }] of matches.entries()) {
    const inside = matches.slice(index).filter(({ to }) => to <= from + excerptLength);
    const different = new Set(inside.map(span => text.slice(span.from, span.to).toLowerCase())).size;
    const score = different * 100 + inside.length;
    if (!best || score > best.score) {
      best = { at: from, score };
    }
  }
  if (!best) {
    return undefined;
  }
  const begin = best.at < 40 ? 0 : text.indexOf(' ', best.at - 40) + 1;
  const last = text.lastIndexOf(' ', begin + excerptLength);
  const end =
    begin + excerptLength >= text.length ? text.length : last > best.at ? last : begin + excerptLength;
  const cut = text.slice(begin, end);
  return pieces(`${begin > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`, terms);
}
