/** Reads the texts for people out of source files: those that are given to `vscode.l10n.t`. */

/** A place in a source file where a text can't be read. */
export interface UnreadCall {
  readonly file: string;
  readonly line: number;
}

/** What the source files say to people. */
export interface SourceTexts {
  readonly texts: ReadonlySet<string>;
  /** Calls whose text isn't written out there: no translator would ever see it. */
  readonly unread: readonly UnreadCall[];
}

/** A call, and the text that it begins with if that is one literal. */
const call = /\bl10n\.t\(\s*(?:(['"])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1\s*[,)])?/g;

/** What a literal stands for. */
function textOf(literal: string): string {
  return literal.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|([\s\S]))/gi, (_, long, short, char: string) =>
    char === undefined
      ? String.fromCodePoint(Number.parseInt((long ?? short) as string, 16))
      : ({ n: '\n', t: '\t', r: '\r' }[char] ?? char),
  );
}

/** Reads them out of files, given as path and text. */
export function readSources(files: Iterable<readonly [string, string]>): SourceTexts {
  const texts = new Set<string>();
  const unread: UnreadCall[] = [];
  for (const [file, text] of files) {
    for (const { 2: literal, index } of text.matchAll(call)) {
      if (literal === undefined) {
        unread.push({ file, line: text.slice(0, index).split('\n').length });
      } else {
        texts.add(textOf(literal));
      }
    }
  }
  return { texts, unread };
}
