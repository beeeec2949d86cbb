import { normalise, type Tokens, tokensOf } from './similarity';

/** Columns of a tab where indentations are compared. */
const tabWidth = 4;
/** How far up the lines are searched that enclose a line; also bounds the cost in a file of one long list. */
const scopeReach = 400;
/** Enclosing lines that are looked at. */
const scopeDepth = 3;

/** A file's lines made ready for finding anchors in them. Built once per version of a file, for all anchors in it. */
export class LineIndex {
  /** The lines as anchors compare them. */
  readonly texts: readonly string[];
  /** The numbers of the lines that aren't blank, in order. */
  readonly solid: readonly number[];
  readonly #solidBefore: Int32Array;
  readonly #at = new Map<string, number[]>();
  readonly #scopes = new Map<number, readonly string[]>();
  readonly #tokens = new Map<string, Tokens>();

  constructor(readonly lines: readonly string[]) {
    this.texts = lines.map(normalise);
    const solid: number[] = [];
    this.#solidBefore = new Int32Array(lines.length + 1);
    for (const [line, text] of this.texts.entries()) {
      this.#solidBefore[line] = solid.length;
      if (text !== '') {
        solid.push(line);
      }
      const known = this.#at.get(text);
      if (known) {
        known.push(line);
      } else {
        this.#at.set(text, [line]);
      }
    }
    this.#solidBefore[lines.length] = solid.length;
    this.solid = solid;
  }

  /** The numbers of the lines with this text, in order. */
  linesWith(text: string): readonly number[] {
    return this.#at.get(text) ?? [];
  }

  /** The tokens of a text, split once. */
  tokensOf(text: string): Tokens {
    let tokens = this.#tokens.get(text);
    if (!tokens) {
      tokens = tokensOf(text);
      this.#tokens.set(text, tokens);
    }
    return tokens;
  }

  /** Up to `count` texts that aren't blank before the `rank`th such line, the nearest first. */
  before(rank: number, count: number): string[] {
    return this.#solidTexts(Math.max(0, rank - count), rank).reverse();
  }

  /** Up to `count` texts that aren't blank from the `rank`th such line on, the nearest first. */
  from(rank: number, count: number): string[] {
    return this.#solidTexts(rank, rank + count);
  }

  #solidTexts(from: number, to: number): string[] {
    return this.solid.slice(from, Math.max(0, to)).map(line => this.texts[line] ?? '');
  }

  /** How many lines before `line` aren't blank. */
  rankOf(line: number): number {
    return this.#solidBefore[Math.min(Math.max(0, line), this.lines.length)] ?? 0;
  }

  /**
   * The lines that enclose `line` by their indentation, the innermost first: the head of its function, say.
   * A closing bracket belongs to what it closes; the end of a head of several lines (`): void {`) or an
   * `} else {` leads on to its beginning.
   */
  scope(line: number): readonly string[] {
    let scope = this.#scopes.get(line);
    if (!scope) {
      scope = this.#findScope(line);
      this.#scopes.set(line, scope);
    }
    return scope;
  }

  #findScope(line: number): string[] {
    const scope: string[] = [];
    const own = this.texts[line] === '' ? this.#nextSolid(line) : line;
    let within = this.#indentation(own);
    let orEqual = isClosing(this.texts[own] ?? '');
    for (let at = line - 1; at >= Math.max(0, line - scopeReach) && scope.length < scopeDepth; at -= 1) {
      const text = this.texts[at] ?? '';
      if (text === '') {
        continue;
      }
      const indentation = this.#indentation(at);
      if (indentation < within || (orEqual && indentation === within)) {
        within = indentation;
        orEqual = isClosing(text);
        if (!orEqual) {
          scope.push(text);
        }
      }
    }
    return scope;
  }

  #nextSolid(line: number): number {
    return this.solid[this.rankOf(line)] ?? line;
  }

  /** Columns before the first character. */
  #indentation(line: number): number {
    const text = this.lines[line] ?? '';
    let columns = 0;
    for (let at = 0; text[at] === ' ' || text[at] === '\t'; at += 1) {
      columns += text[at] === ' ' ? 1 : tabWidth;
    }
    return columns;
  }
}

/** Whether a line goes on with, or ends, what one above it with the same indentation began. */
function isClosing(text: string): boolean {
  return /^[)}\]{]/.test(text);
}
