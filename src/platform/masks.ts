/** A part of a comment that is never judged, in UTF-16 offsets. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  /** Whole lines, which end a sentence; otherwise a piece inside one, which stands there like a noun. */
  readonly block: boolean;
}

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
}

/**
 * Where a comment holds what its writer didn't phrase: fenced and indented code, suggestion blocks, block
 * quotes, inline code, quoted words and the targets of links. In order, none within another. One pass over
 * the text: nothing is looked at more than a fixed number of times.
 */
export function findMasks(text: string): Mask[] {
  const masks: Mask[] = [];
  const lines = linesOf(text);
  let paragraph: Line | undefined;
  let fence: { readonly mark: string; readonly start: number } | undefined;
  let afterBlank = true;
  let inList = false;
  const closeParagraph = () => {
    if (paragraph) {
      findInline(text, paragraph, masks);
      paragraph = undefined;
    }
  };
  for (const line of lines) {
    const indent = indentOf(text, line);
    const first = text[line.start + indent.length];
    const mark = first === '`' || first === '~' ? fenceOf(text, line, indent.length, first) : undefined;
    if (fence) {
      if (mark?.startsWith(fence.mark) && isBlank(text, line.start + indent.length + mark.length, line.end)) {
        masks.push({ start: fence.start, end: line.end, block: true });
        fence = undefined;
        afterBlank = true;
      }
      continue;
    }
    const blank = line.start + indent.length >= line.end;
    const indented = indent.width >= 4 && afterBlank && !inList;
    if (mark) {
      closeParagraph();
      fence = { mark, start: line.start };
    } else if (!blank && ((first === '>' && indent.width < 4) || indented)) {
      closeParagraph();
      masks.push({ start: line.start, end: line.end, block: true });
      // Code goes on for as long as it is indented; what follows a quote is a line of its own.
      afterBlank = true;
      continue;
    } else if (blank) {
      closeParagraph();
    } else {
      paragraph = { start: paragraph?.start ?? line.start, end: line.end };
      inList = indent.width > 0 ? inList : isListItem(text, line.start);
    }
    afterBlank = blank;
  }
  closeParagraph();
  if (fence) {
    masks.push({ start: fence.start, end: text.length, block: true });
  }
  return masks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '\n' || char === '\r' || at === text.length) {
      lines.push({ start, end: at });
      start = at + 1;
    }
  }
  return lines;
}

/** How many characters a line's indentation has, and how wide it is with tabs of four. */
function indentOf(text: string, { start, end }: Line): { length: number; width: number } {
  let at = start;
  let width = 0;
  for (; at < end && (text[at] === ' ' || text[at] === '\t'); at++) {
    width += text[at] === '\t' ? 4 - (width % 4) : 1;
  }
  return { length: at - start, width };
}

/** The backticks or tildes that open or close a fenced block on this line. */
function fenceOf(text: string, { start, end }: Line, indent: number, char: string): string | undefined {
  let at = start + indent;
  while (at < end && text[at] === char) {
    at++;
  }
  const mark = text.slice(start + indent, at);
  // Backticks further along make it inline code: ```so``` here.
  const info = text.slice(at, end);
  return mark.length < 3 || (char === '`' && info.includes('`')) ? undefined : mark;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** True where a line begins with `- `, `* `, `+ ` or a number and a dot or parenthesis. */
export function isListItem(text: string, start: number): boolean {
  let at = start;
  const first = text[at] ?? '';
  if ('-*+'.includes(first) && first !== '') {
    return text[at + 1] === ' ';
  }
  while (at - start < 4 && isDigit(text.charCodeAt(at))) {
    at++;
  }
  return at > start && (text[at] === '.' || text[at] === ')') && text[at + 1] === ' ';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Inline code, link targets and quoted words of one paragraph. */
function findInline(text: string, { start, end }: Line, masks: Mask[]): void {
  const closings = backtickRuns(text, start, end);
  let at = start;
  while (at < end) {
    const close = closingOf(text, at, start, end, closings);
    if (close > at) {
      masks.push({ start: at, end: close, block: false });
      at = close;
    } else {
      // A run of backticks that nothing closes is passed over whole.
      const run = text[at] === '`' ? runLength(text, at, end) : 1;
      at += run;
    }
  }
}

/** The end of the piece to mask that begins at `at`, or `at` where none does. */
function closingOf(
  text: string,
  at: number,
  start: number,
  end: number,
  runs: Map<number, number[]>,
): number {
  switch (text[at]) {
    case '`':
      return afterCode(text, at, end, runs);
    case ']':
      return text[at + 1] === '(' ? afterLink(text, at, end) : at;
    case '"':
      return opensQuote(text, at, start) ? afterQuote(text, at, end, '"', '"') : at;
    case '“':
      return afterQuote(text, at, end, '”', '“');
    case '‘':
      return afterQuote(text, at, end, '’', '‘');
    case "'":
      return opensQuote(text, at, start) ? afterQuote(text, at, end, "'", "'") : at;
    default:
      return at;
  }
}

/** Where each length of backtick run begins, the last one first. */
function backtickRuns(text: string, start: number, end: number): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = text.indexOf('`', start); at >= 0 && at < end; ) {
    const length = runLength(text, at, end);
    const places = runs.get(length) ?? [];
    places.push(at);
    runs.set(length, places);
    at = text.indexOf('`', at + length);
  }
  for (const places of runs.values()) {
    places.reverse();
  }
  return runs;
}

function runLength(text: string, at: number, end: number): number {
  let length = 0;
  while (at + length < end && text[at + length] === '`') {
    length++;
  }
  return length;
}

function afterCode(text: string, at: number, end: number, runs: Map<number, number[]>): number {
  const length = runLength(text, at, end);
  const places = runs.get(length) ?? [];
  while (places.length > 0 && (places.at(-1) ?? 0) <= at) {
    places.pop();
  }
  const close = places.at(-1);
  return close === undefined ? at : close + length;
}

/** The target of `[text](target)`; the text itself is the writer's. */
function afterLink(text: string, at: number, end: number): number {
  for (let to = at + 2; to < end && text[to] !== '\n' && text[to] !== '('; to++) {
    if (text[to] === ')') {
      return to + 1;
    }
  }
  return at;
}

/** A straight quote opens where a blank or an opening bracket stands before it and something after it. */
function opensQuote(text: string, at: number, start: number): boolean {
  const before = at > start ? text[at - 1] : ' ';
  const after = text[at + 1] ?? ' ';
  return ' \t\n\r([{—–-/:*_'.includes(before ?? ' ') && !' \t\n\r'.includes(after);
}

/**
 * After the quote that closes the one at `at`: on the same line, the next of its kind that isn't an
 * apostrophe inside a word. Another opening before it means that the first one was something else.
 */
function afterQuote(text: string, at: number, end: number, close: string, open: string): number {
  for (let to = at + 1; to < end && text[to] !== '\n'; to++) {
    const char = text[to];
    if (char === close && !(close !== '”' && isLetter(text, to - 1) && isLetter(text, to + 1))) {
      const closes = to > at + 1 && !' \t'.includes(text[to - 1] ?? ' ') && !isLetter(text, to + 1);
      return closes ? to + 1 : at;
    }
    if (char === open) {
      return at;
    }
  }
  return at;
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? ' ');
}
