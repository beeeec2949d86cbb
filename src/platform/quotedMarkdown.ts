import { normaliseBreaks } from './lineBreaks';
import { fence, quote } from './markdownText';

/** What may stand before a line's own text: marks of quotes and lists, as deep as they go. */
const marks = String.raw`(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*[ \t]*`;
const headingLine = new RegExp(String.raw`^(${marks})(#{1,6})(?=\s|$)`);
/** A line that would make a heading of the one above it. */
const underline = new RegExp(String.raw`^(${marks})(=+|-+)[ \t]*$`);
/** What may be a link definition: its name doesn't end in this line, or a colon follows where it ends. */
const definition = new RegExp(String.raw`^(${marks})(?=\[(?![^\]\\]*\](?!:)))`);
/** A formula of several lines, where the renderer knows formulas: VS Code's does. */
const formulaLine = new RegExp(String.raw`^(${marks})(?=\\begin)`);
const fenceLine = /^\s*(`{3,}(?=[^`]*$)|~{3,})[ \t]*([\w+#.-]*)/;
/** A fence within a list or a quote, which ends where that ends. */
const innerFence = new RegExp(`^(${marks})(?=~{3})`);

/** Headings in a moment stand this much lower, so that they are below the document's own. */
const demotion = 3;

/**
 * A user's Markdown as a block quote that nothing in it can break out of: its headings are demoted, its HTML is
 * shown as text and so are its formulas, its link definitions are for nobody else. Code keeps what it holds, in fences and within a
 * line; where a code span goes on in the next line or holds a `|`, which may end a table's cell, its marks are shown.
 */
export function quotedMarkdown(markdown: string): string {
  const blocks: string[] = [];
  let code: { readonly mark: string; readonly language: string; readonly lines: string[] } | undefined;
  for (const line of normaliseBreaks(markdown).trim().split('\n')) {
    const [, mark = '', language = ''] = fenceLine.exec(line) ?? [];
    if (!code && mark !== '') {
      code = { mark, language, lines: [] };
    } else if (!code) {
      blocks.push(harmlessLine(line));
    } else if (closes(line, code.mark)) {
      blocks.push(fence(code.lines.join('\n'), code.language));
      code = undefined;
    } else {
      code.lines.push(line);
    }
  }
  if (code) {
    blocks.push(fence(code.lines.join('\n'), code.language));
  }
  return quote(blocks.join('\n'));
}

/** Whether a line closes the fence that `mark` has opened: it has at least as many of that sign, and nothing else. */
function closes(line: string, mark: string): boolean {
  const text = line.trim();
  return text.startsWith(mark) && /^(?:`+|~+)$/.test(text);
}

function harmlessLine(line: string): string {
  return harmlessSpans(
    line
      .replace(innerFence, '$1\\')
      .replace(definition, '$1\\')
      .replace(formulaLine, '$1\\')
      .replace(underline, '$1\\$2')
      .replace(headingLine, (_all, before: string, signs: string) => {
        return before + '#'.repeat(Math.min(6, signs.length + demotion));
      }),
  );
}

/** A line without HTML and formulas, and with no backtick that another line could pair with its own. */
function harmlessSpans(line: string): string {
  let result = '';
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at, at + 2);
    const run = line[at] === '`' ? runAt(line, at) : '';
    const end = run === '' ? -1 : closingOf(line, at, run);
    const code = end < 0 ? '' : line.slice(at, end);
    if (code !== '' && !code.includes('|')) {
      result += code;
      at = end;
    } else if (run !== '') {
      result += '\\`'.repeat(run.length);
      at += run.length;
    } else if (/^\\[!-/:-@[-`{-~]/.test(rest)) {
      result += rest;
      at += 2;
    } else {
      result += rest[0] === '<' || rest[0] === '$' ? `\\${rest[0]}` : (rest[0] ?? '');
      at += 1;
    }
  }
  return result;
}

function runAt(line: string, at: number): string {
  const backticks = /`+/y;
  backticks.lastIndex = at;
  return backticks.exec(line)?.[0] ?? '';
}

/** Where the code span that `run` opens at `at` ends; -1 where it doesn't. */
function closingOf(line: string, at: number, run: string): number {
  const backticks = /`+/g;
  backticks.lastIndex = at + run.length;
  for (let next = backticks.exec(line); next; next = backticks.exec(line)) {
    if (next[0].length === run.length) {
      return next.index + run.length;
    }
  }
  return -1;
}
