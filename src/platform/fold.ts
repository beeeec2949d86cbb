/** Texts without what makes no difference to people who look for them: case and accents. */

/** From `start` up to, but without, `end`, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const accents = /[\u0300-\u036f]/g;

/** Printable ASCII and blanks: each character folds to one character, whatever is beside it. */
function isSimple(text: string): boolean {
  return /^[ -~\t\r\n]*$/.test(text);
}

/** `text` in lower case and without accents. */
export function fold(text: string): string {
  if (isSimple(text)) {
    return text.toLowerCase();
  }
  const bare = text.normalize('NFD').replace(accents, '');
  // Some letters have two small forms, and ß is SS in capitals; a sigma has another form at the end of a word.
  return bare.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** A folded text that knows where its characters came from. */
export interface FoldedText {
  readonly text: string;
  /** Where in the original a stretch of the folded text stands, with its accents. */
  original(start: number, end: number): TextRange;
}

/** `fold`, remembering where each character came from. */
export function foldWithPlaces(text: string): FoldedText {
  if (isSimple(text)) {
    return { text: text.toLowerCase(), original: (start, end) => ({ start, end }) };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const piece = fold(char);
    const end = at + char.length;
    if (piece === '' && ends.length > 0) {
      ends[ends.length - 1] = end;
    }
    for (let count = 0; count < piece.length; count += 1) {
      starts.push(at);
      ends.push(end);
    }
    folded += piece;
    at = end;
  }
  return {
    text: folded,
    original: (start, end) => ({ start: starts[start] ?? at, end: ends[end - 1] ?? at }),
  };
}
