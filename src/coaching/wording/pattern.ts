/**
 * What a rule looks for, as a person writes it:
 *
 *     why did you          these words, in any case, one after the other
 *     of course|surely     either phrase; in parentheses or braces, either of those in them
 *     (did|do) you         either word, then the next
 *     suck/s/ed/ing        suck, sucks, sucked or sucking
 *     so? wrong            a word, or phrases in parentheses, that may be missing
 *     <be>                 one of the phrases that a rule file lists under that name (see expandPhrases)
 *     you ... wrong        up to three words or commas in between (`...6`: up to six)
 *     CODE                 code, a quotation, a name or an address
 *     ^ no $               the start and the end of a sentence
 *     , : ; ( ) - . ! !! … \? ?!    punctuation, parentheses as \( and \)
 *     {just} use           only what is in braces is the finding; the rest must stand around it
 */
export type Pattern =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'gap'; readonly upTo: number }
  | { readonly kind: 'code' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly options: readonly Pattern[] }
  | { readonly kind: 'maybe'; readonly part: Pattern };

/** What is wrong with a pattern, in words for whoever wrote it. */
export class PatternError extends Error {}

/** The longest gap: further apart, words have nothing to do with each other. */
const longestGap = 12;

/** Phrases by the name under which patterns refer to them: `be` for `<be>`. */
export type Phrases = ReadonlyMap<string, string>;

/** Puts the phrases that `source` refers to in their places, in parentheses. Throws a `PatternError`. */
export function expandPhrases(source: string, phrases: Phrases): string {
  return source.replace(/<([^<>\s]*)>/g, (reference, name: string) => {
    const phrase = phrases.get(name);
    if (phrase === undefined) {
      throw new PatternError(`there is no ${reference} to refer to: ${source}`);
    }
    return `(${phrase})`;
  });
}

/** Reads a pattern whose phrases are in their places. Throws a `PatternError`. */
export function parsePattern(source: string): Pattern {
  const pattern = new Reader(source).read();
  if (canBeEmpty(pattern)) {
    throw new PatternError(`it would find nothing, everywhere: ${source}`);
  }
  return pattern;
}

function canBeEmpty(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'sequence':
      return pattern.parts.every(canBeEmpty);
    case 'either':
      return pattern.options.some(canBeEmpty);
    case 'gap':
    case 'maybe':
    case 'open':
    case 'close':
      return true;
    default:
      return false;
  }
}

const punctuation = new Set([',', ':', ';', '-', '.', '!', '!!', '…', '?!', '/']);
const word = /^\p{Extended_Pictographic}$|^[\p{L}\p{N}'*-]+(\.[\p{L}\p{N}]+)*(\/[\p{L}']+)*$/u;

class Reader {
  private at = 0;
  private marked = false;
  private readonly pieces: readonly string[];

  constructor(private readonly source: string) {
    this.pieces = source.match(/\\.|[(){}|]|\?(?=[\s)|}]|$)|[^\s(){}|?\\]+|\?!?/gu) ?? [];
  }

  read(): Pattern {
    const pattern = this.phrases();
    if (this.at < this.pieces.length) {
      throw new PatternError(`"${this.pieces[this.at]}" closes what nothing opens: ${this.source}`);
    }
    return pattern;
  }

  /** Phrases parted by `|`, up to what closes them. */
  private phrases(): Pattern {
    const options = [this.sequence()];
    while (this.peek() === '|') {
      this.at++;
      options.push(this.sequence());
    }
    const [first] = options;
    return first && options.length === 1 ? first : { kind: 'either', options };
  }

  private sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.at < this.pieces.length && ![')', '}', '|'].includes(this.peek() ?? '')) {
      parts.push(this.optional(this.part()));
    }
    const [first] = parts;
    if (first === undefined) {
      throw new PatternError(`it has an empty part: ${this.source}`);
    }
    return parts.length === 1 ? first : { kind: 'sequence', parts };
  }

  private part(): Pattern {
    const piece = this.pieces[this.at++] ?? '';
    switch (piece) {
      case '(':
        return this.upTo(')');
      case '{':
        if (this.marked) {
          throw new PatternError(`it takes one pair of braces: ${this.source}`);
        }
        this.marked = true;
        return { kind: 'sequence', parts: [{ kind: 'open' }, this.upTo('}'), { kind: 'close' }] };
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case 'CODE':
        return { kind: 'code' };
      case '\\?':
        return { kind: 'words', words: ['?', '?!'] };
      case '\\(':
      case '\\)':
        return { kind: 'words', words: [piece.slice(1)] };
      default:
        return gapOf(piece) ?? wordsOf(piece, this.source);
    }
  }

  private upTo(close: string): Pattern {
    const inside = this.phrases();
    if (this.pieces[this.at++] !== close) {
      throw new PatternError(`a "${close}" is missing: ${this.source}`);
    }
    return inside;
  }

  private optional(part: Pattern): Pattern {
    if (this.peek() !== '?') {
      return part;
    }
    this.at++;
    return { kind: 'maybe', part };
  }

  private peek(): string | undefined {
    return this.pieces[this.at];
  }
}

function gapOf(piece: string): Pattern | undefined {
  const match = /^\.\.\.(\d*)$/.exec(piece);
  if (!match) {
    return undefined;
  }
  const upTo = match[1] === '' ? 3 : Number(match[1]);
  if (upTo < 1 || upTo > longestGap) {
    throw new PatternError(`a gap is 1 to ${longestGap} words long, not ${upTo}`);
  }
  return { kind: 'gap', upTo };
}

function wordsOf(piece: string, source: string): Pattern {
  if (punctuation.has(piece)) {
    return { kind: 'words', words: [piece] };
  }
  if (!word.test(piece)) {
    throw new PatternError(`"${piece}" is neither a word nor a sign that patterns know: ${source}`);
  }
  const [stem = '', ...endings] = piece.toLowerCase().split('/');
  return { kind: 'words', words: [stem, ...endings.map(ending => stem + ending)] };
}
