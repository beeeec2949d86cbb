import type { LineRange } from '../../platform/anchors/anchor';
import { splitLines } from '../../platform/lineBreaks';

/** A place in a text as VS Code counts it: line and character, both from 0. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** One edit, in the shape of VS Code's `TextDocumentContentChangeEvent`: `text` takes the place of `range`. */
export interface TextChange {
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
  readonly text: string;
}

/** A range after edits. */
export interface ShiftedRange extends LineRange {
  /** A line at one of its ends was replaced whole or deleted: the place is a guess, to be found by content. */
  readonly replaced: boolean;
}

/**
 * Moves a range of lines along with edits, as a marker on the first character of each of its ends would move.
 * What is inserted before that character pushes it down, what comes behind it doesn't: a line broken in two
 * keeps the range on its first half. The changes apply one after the other; those of one event of VS Code, which
 * come from the last in the text to the first, may be given as they are.
 *
 * `indentationOf` tells the number of blanks before the first character of a line as it was before the
 * changes; without it a line counts from its column 0, and Enter before an indented line leaves the range behind.
 */
export function shift(
  range: LineRange,
  changes: readonly TextChange[],
  indentationOf: (line: number) => number = () => 0,
): ShiftedRange {
  let start = markOf(range.start, indentationOf);
  let end = markOf(range.end, indentationOf);
  for (const change of changes) {
    start = move(start, change);
    end = move(end, change);
  }
  return {
    start: start.line,
    end: end.line,
    replaced: start.replaced || end.replaced,
  };
}

/** A marker before a character. */
interface Mark extends TextPosition {
  readonly replaced: boolean;
}

function markOf(line: number, indentationOf: (line: number) => number): Mark {
  return { line, character: indentationOf(line), replaced: false };
}

function move(mark: Mark, { range: { start, end }, text }: TextChange): Mark {
  if (compare(mark, start) < 0) {
    return mark;
  }
  const inserted = splitLines(text);
  const lastLine = inserted.at(-1) ?? '';
  const added = inserted.length - 1;
  if (compare(mark, end) >= 0) {
    // The text behind the change goes on where the inserted text ends.
    const line = mark.line - end.line + start.line + added;
    const character =
      mark.line > end.line
        ? mark.character
        : mark.character - end.character + lastLine.length + (added === 0 ? start.character : 0);
    return { ...mark, line, character };
  }
  // Its character is gone. What is left of its line, or was typed for it, is as far into the new text as it was
  // into the old one.
  const line = start.line + Math.min(mark.line - start.line, added);
  const isLineLeft =
    start.line === end.line || (mark.line === end.line && added === 0 && start.character === 0);
  const first = inserted[line - start.line] ?? '';
  return {
    line,
    character: (line === start.line ? start.character : 0) + (/^\s*/.exec(first)?.[0].length ?? 0),
    replaced: mark.replaced || !isLineLeft,
  };
}

function compare(a: TextPosition, b: TextPosition): number {
  return a.line - b.line || a.character - b.character;
}
