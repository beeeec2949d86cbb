/**
 * Plain text of one line as Markdown that shows it as it is, and has no more backslashes than that takes. It may
 * begin a paragraph or a list item, or go on with one.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>#|~]|!(?=\[)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
      // Between two of them VS Code sees a formula.
      .replace(/\$(?=[^$]*\$)/g, '\\$&')
      .replace(/^(\d*)([-+.)])(?=\s|$)/, '$1\\$2')
      .replace(/^(?=(?:-+|=+)\s*$)/, '\\')
  );
}

/** A new line within a paragraph. */
export const lineBreak = '\\\n';

/** Text as Markdown that shows it as it is. Its lines stay lines, without the empty ones. */
export function escapeLines(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]/)
    .map(line => escapeMarkdown(line.trim()))
    .filter(line => line !== '')
    .join(lineBreak);
}

/** A list of items, which are Markdown. */
export function markdownList(items: readonly string[]): string {
  return items.map(item => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

/** Text as it is, in a fence longer than any that it holds. */
export function fence(text: string, language: string): string {
  const ticks = '`'.repeat(longestRun(text, 2) + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** Text as it is within a line; line breaks and other control characters, which file names may have, as escapes. */
export function asInlineCode(text: string): string {
  const line = text.replace(/\p{Cc}/gu, char => JSON.stringify(char).slice(1, -1));
  const ticks = '`'.repeat(longestRun(line, 0) + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

function longestRun(text: string, least: number): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), least);
}

/** Markdown with line ends of `\n` as a block quote. */
export function quote(markdown: string): string {
  return markdown
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
