/** The words of a list of answers. */
const idAt = /[a-z0-9-]+/g;

/** The id of a question that stands at a place of a story's text. */
export interface IdAt {
  readonly id: string;
  /** From 0, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Whether the place at `line` and `column`, both from 0, is within the list of `answers` in the front matter of
 * `lines`, and the id around it: an empty one where none is there yet. Works while the front matter is half written.
 */
export function answerAt(lines: readonly string[], line: number, column: number): IdAt | undefined {
  const text = lines[line];
  if (lines[0]?.trim() !== '---' || text === undefined || line === 0) {
    return undefined;
  }
  let key: string | undefined;
  for (const before of lines.slice(1, line + 1)) {
    if (before.trim() === '---') {
      return undefined;
    }
    key = /^([\w-]+)\s*:/.exec(before)?.[1] ?? key;
  }
  const from = /^answers\s*:/.exec(text)?.[0].length ?? 0;
  if (key !== 'answers' || column < from || text.slice(0, column).includes('#')) {
    return undefined;
  }
  for (const { index, 0: id } of text.slice(from).matchAll(idAt)) {
    const start = from + index;
    if (start <= column && column <= start + id.length && /[a-z0-9]/.test(id)) {
      return { id, start, end: start + id.length };
    }
  }
  return { id: '', start: column, end: column };
}
