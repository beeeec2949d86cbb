import { findMasks, isListItem } from '../../platform/masks';

/** A piece of a comment as the rules see it. Offsets are UTF-16; a break has no width. */
export interface Token {
  readonly kind:
    | 'word'
    /** Punctuation: `,` `:` `;` `(` `)` `-` `/` and the ends of sentences `.` `…` `!` `!!` `?` `?!`. */
    | 'mark'
    /** Code, a quotation, a name or an address: it stands in the sentence, what it says is not judged. */
    | 'code'
    /** Where a sentence begins or ends. */
    | 'break';
  /** Lower case, straight apostrophes; a run of asterisks inside a word is one. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a comment, with a break at its start, at its end and between sentences. */
export function tokenise(text: string): Token[] {
  return new Tokeniser(text).run();
}

const abbreviations = new Set(['e.g', 'i.e', 'etc', 'vs', 'cf', 'eg', 'ie', 'approx', 'resp']);
const emoticon = /^[:;=8][-'^o]?[)(DPpOo/\\|*\][3]{1,3}$/;
/** Characters that words don't have inside them and code does. */
const codeChars = /[_=<>{}[\]()$\\|&^%+:;@"`~#]/;
const endMarks = new Set(['.', '!', '?', '…']);
const opening = new Set([
  '(',
  '[',
  '{',
  '"',
  "'",
  '“',
  '‘',
  '*',
  '_',
  '~',
  '#',
  '-',
  '—',
  '–',
  '•',
  '¿',
  '¡',
]);
const closing = new Set([
  ...['.', ',', '!', '?', ';', ':', ')', ']', '}', '"', "'", '”', '’', '*', '_', '~', '…', '-', '—', '–'],
]);

class Tokeniser {
  private readonly tokens: Token[] = [];

  constructor(private readonly text: string) {}

  run(): Token[] {
    this.addBreak(0);
    let at = 0;
    for (const mask of [...findMasks(this.text), undefined]) {
      this.addPlain(at, mask?.start ?? this.text.length);
      if (mask) {
        if (mask.block) {
          this.addBreak(mask.start);
        } else if (this.text[mask.start] !== ']') {
          this.add('code', '', mask.start, mask.end);
        }
        at = mask.end;
      }
    }
    this.addBreak(this.text.length);
    return this.tokens;
  }

  private add(kind: Token['kind'], text: string, start: number, end: number): void {
    this.tokens.push({ kind, text, start, end });
  }

  private addBreak(at: number): void {
    if (this.tokens.at(-1)?.kind !== 'break') {
      this.add('break', '', at, at);
    }
  }

  /** Splits what lies between two masks at its blanks. */
  private addPlain(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const char = this.text[at] ?? '';
      if (char === '\n' || char === '\r') {
        at = this.addLineBreak(at, end);
      } else if (isSpace(char)) {
        at++;
      } else {
        let to = at + 1;
        while (to < end && !isSpace(this.text[to] ?? ' ')) {
          to++;
        }
        this.addChunk(at, to);
        at = to;
      }
    }
  }

  /** A blank line or the start of a list item ends a sentence; a line break alone only wraps it. */
  private addLineBreak(from: number, end: number): number {
    let at = from;
    let breaks = 0;
    while (at < end && isSpace(this.text[at] ?? '')) {
      breaks += this.text[at] === '\n' ? 1 : 0;
      at++;
    }
    if (breaks > 1 || isListItem(this.text, at) || this.text[at] === '#') {
      this.addBreak(at);
    }
    return at;
  }

  /** A run of characters without blanks: punctuation around a core of one or several words. */
  private addChunk(start: number, end: number): void {
    const { text } = this;
    if (this.tokens.at(-1)?.kind === 'break' && isListItem(text, start) && end - start <= 4) {
      return;
    }
    if (end - start <= 5 && emoticon.test(text.slice(start, end))) {
      return;
    }
    let from = start;
    let to = end;
    while (
      from < to &&
      (opening.has(text[from] ?? '') || text.startsWith('..', from) || (from > start && text[from] === '.'))
    ) {
      from++;
    }
    while (to > from && closing.has(text[to - 1] ?? '')) {
      to--;
    }
    this.addMarks(start, from);
    if (from < to) {
      const censored = this.censoredEnd(start, from, to, end);
      const call = text[to] === ')' && text.slice(from, to).endsWith('(');
      const abbreviated = this.addCore(from, censored);
      this.addMarks(call ? to + 1 : censored, end, abbreviated);
    }
  }

  /** `f***` ends with asterisks that belong to it, other than those of `**bold f**`. */
  private censoredEnd(start: number, from: number, to: number, end: number): number {
    if (start !== from || to - from > 2 || this.text[to] !== '*' || this.text[to + 1] !== '*') {
      return to;
    }
    let at = to;
    while (at < end && this.text[at] === '*') {
      at++;
    }
    return at;
  }

  /** Adds punctuation; `abbreviated` says that a dot belongs to the word before it. */
  private addMarks(start: number, end: number, abbreviated = false): void {
    for (let at = start; at < end; ) {
      const char = this.text[at] ?? '';
      if (endMarks.has(char)) {
        let to = at;
        while (to < end && endMarks.has(this.text[to] ?? '')) {
          to++;
        }
        if (!(abbreviated && to - at === 1 && char === '.')) {
          this.add('mark', endMark(this.text.slice(at, to)), at, to);
          this.addBreak(to);
        }
        at = to;
        continue;
      }
      const mark = char === '—' || char === '–' ? '-' : char;
      if (',:;()-/'.includes(mark) && mark !== '' && this.tokens.at(-1)?.text !== mark) {
        this.add('mark', mark, at, at + 1);
      }
      at++;
    }
  }

  /** Adds the inside of a chunk; true where it is an abbreviation that takes a dot. */
  private addCore(start: number, end: number): boolean {
    const core = this.text.slice(start, end);
    const lower = core.toLowerCase();
    if (abbreviations.has(lower)) {
      this.add('word', lower, start, end);
      return true;
    }
    if (isCode(core)) {
      this.add('code', '', start, end);
      return false;
    }
    let from = start;
    let at = start;
    while (at < end) {
      const mark = separatorLength(this.text, at, end);
      const picture = mark > 0 ? 0 : pictureLength(this.text, at);
      const length = mark || picture;
      if (length > 0) {
        this.addWord(from, at);
        from = at + length;
        if (picture > 0) {
          this.addWord(at, from);
        } else {
          this.addMarks(at, from);
        }
      }
      at += length || 1;
    }
    this.addWord(from, end);
    return false;
  }

  private addWord(start: number, end: number): void {
    if (start >= end) {
      return;
    }
    const word = this.text.slice(start, end).toLowerCase().replace(/[’ʼ´]/g, "'").replace(/\*+/g, '*');
    this.add('word', word, start, end);
  }
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\u00a0';
}

/** True for what is no prose: identifiers, calls, paths, addresses, numbers with a dot. */
function isCode(core: string): boolean {
  if (codeChars.test(core) || /\p{Ll}\p{Lu}/u.test(core)) {
    return true;
  }
  const slash = core.indexOf('/');
  if (slash >= 0 && (!/^[\p{L}'’-]+\/[\p{L}'’-]+$/u.test(core) || core.lastIndexOf('/') !== slash)) {
    return true;
  }
  // A dot with a letter or digit on both sides, as in file.txt; three of them are a pause.
  return /[^.]\.[^.]/.test(core) || core.startsWith('.') || core.startsWith('!');
}

/** How many characters part two words at `at`: a comma, a slash, a pause, a dash. */
function separatorLength(text: string, at: number, end: number): number {
  const char = text[at] ?? '';
  if (char === '.' || char === '!' || char === '?' || char === '…') {
    let to = at;
    while (to < end && endMarks.has(text[to] ?? '')) {
      to++;
    }
    return to - at;
  }
  if (char === '-') {
    return text[at + 1] === '-' ? 2 : 0;
  }
  return ',/—–'.includes(char) && char !== '' ? 1 : 0;
}

/** How long the emoji at `at` is: each is a word of its own. */
function pictureLength(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  return point > 0x2100 && /\p{Extended_Pictographic}/u.test(String.fromCodePoint(point))
    ? String.fromCodePoint(point).length
    : 0;
}

function endMark(run: string): string {
  const asks = run.includes('?');
  const shouts = run.includes('!');
  if (asks) {
    return shouts ? '?!' : '?';
  }
  if (shouts) {
    return run.length > 1 ? '!!' : '!';
  }
  return run === '.' ? '.' : '…';
}
