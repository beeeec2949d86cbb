/** A list in JSON text, apart from what is around it. */
export interface SplitList {
  /** The text up to the first item, the list's bracket included. */
  readonly before: string;
  /** The items as they stand there, each with the line, from 1, on which it begins. */
  readonly items: readonly { readonly text: string; readonly line: number }[];
  /** The text behind the list's last bracket; empty where that is missing. */
  readonly after: string;
  /** The line on which the list ends, or the text where that breaks off. */
  readonly endLine: number;
}

/**
 * Finds the list at `key` of the object that JSON `text` is, without asking that all of it be JSON: so each item
 * can be read by itself, and one that is broken is told by its line. `undefined` where there is no such list.
 */
export function splitList(text: string, key: string): SplitList | undefined {
  const items: { text: string; line: number }[] = [];
  let depth = 0;
  let lastText = '';
  let start: number | undefined;
  let itemStart = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number) => {
    line += text.slice(counted, offset).split('\n').length - 1;
    counted = offset;
    return line;
  };
  const closeItem = (end: number) => {
    const item = text.slice(itemStart, end);
    if (item.trim() !== '') {
      items.push({ text: item.trim(), line: lineAt(itemStart + item.length - item.trimStart().length) });
    }
    itemStart = end + 1;
  };
  const signs = /["{}[\],]/g;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    const { 0: token, index } = sign;
    if (token === '"') {
      const end = endOfText(text, index);
      lastText = text.slice(index, end);
      signs.lastIndex = end;
    } else if (token === ',') {
      if (start !== undefined && depth === 2) {
        closeItem(index);
      }
    } else if (token === '[' || token === '{') {
      if (start === undefined && depth === 1 && token === '[' && lastText === `"${key}"`) {
        start = index + 1;
        itemStart = start;
      }
      depth += 1;
    } else {
      depth -= 1;
      if (start !== undefined && depth === 1) {
        closeItem(index);
        const before = text.slice(0, start);
        return { before, items, after: text.slice(index + 1), endLine: lineAt(index) };
      }
    }
  }
  if (start === undefined) {
    return undefined;
  }
  closeItem(text.length);
  return { before: text.slice(0, start), items, after: '', endLine: lineAt(text.length) };
}

/** Where the JSON string that begins at `at` ends, behind its quote; the text's end where it breaks off. */
function endOfText(text: string, at: number): number {
  // One expression for the whole string would exhaust its stack on a long one.
  const signs = /["\\]/g;
  signs.lastIndex = at + 1;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    if (sign[0] === '"') {
      return signs.lastIndex;
    }
    signs.lastIndex += 1;
  }
  return text.length;
}
