import type { TextRange } from '../../platform/fold';

/** Fenced code up to its end and lines of quotes, in which nothing is a comment; or where one begins. */
const fenceOrComment =
  /^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,}).*(?:\n(?! {0,3}\1).*)*(?:\n {0,3}\1.*)?|^ {0,3}>.*|(?<!\\)<!--/gm;

/** Where a text's HTML comments stand: notes of its writer to themselves. One that isn't closed is none. */
function commentsIn(text: string): TextRange[] {
  const pattern = new RegExp(fenceOrComment);
  const comments: TextRange[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '<!--') {
      const close = text.indexOf('-->', match.index + match[0].length);
      if (close < 0) {
        break;
      }
      pattern.lastIndex = close + '-->'.length;
      comments.push({ start: match.index, end: pattern.lastIndex });
    }
  }
  return comments;
}

/** `text` with a sign for each character in these places: whatever is left stands where it stood. */
export function blankOut(text: string, ranges: readonly TextRange[], sign = ' '): string {
  let result = '';
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, sign);
    at = end;
  }
  return result + text.slice(at);
}

/** `text` with signs that are no words in the place of its comments. Blanks would indent what follows one, as code is. */
export function blankComments(text: string): string {
  return blankOut(text, commentsIn(text), '\u200B');
}

/** `text` without its comments, and without the lines that only they stood on. */
export function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of commentsIn(text)) {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const nextLine = text.indexOf('\n', end);
    const lineEnd = nextLine < 0 ? text.length : nextLine;
    const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
    result += text.slice(at, isAlone ? Math.max(at, lineStart) : start);
    at = isAlone ? Math.min(text.length, lineEnd + 1) : end;
  }
  return (result + text.slice(at)).replace(/\n{3,}/g, '\n\n');
}
