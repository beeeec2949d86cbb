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
