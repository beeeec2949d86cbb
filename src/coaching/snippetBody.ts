/** How a comment's lines are written where it lands. */
export type CommentForm =
  /** As they are: Markdown, a comment box, a commit message. */
  | 'text'
  /** Each line behind the language's line comment token. */
  | 'line'
  /** Each line between the language's block comment tokens, for languages that have no line comment. */
  | 'block';

/**
 * A template's body as a VS Code snippet in the given form. The comment tokens are left to the editor
 * (snippet variables), which knows them for the very place, a script inside a page included.
 */
export function toSnippet(body: readonly string[], form: CommentForm): string {
  const lines = body.map(line => {
    switch (form) {
      case 'text':
        return line;
      case 'line':
        return line === '' ? '$LINE_COMMENT' : `$LINE_COMMENT ${line}`;
      case 'block':
        return line === '' ? line : `$BLOCK_COMMENT_START ${line} $BLOCK_COMMENT_END`;
    }
  });
  return lines.join('\n');
}

const snippetToken = /\\([\\$}])|\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}|\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{?\d+\}?/g;

/**
 * What a snippet reads like before anything is filled in: placeholders by their text, choices by the first
 * one, bare tab stops by an ellipsis. Nested placeholders aren't part of the template format.
 */
export function previewOf(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(snippetToken, (_token, escaped?: string, choice?: string, text?: string) =>
      escaped ?? (choice ?? text)?.replace(/\\(.)/g, '$1') ?? '…',
    );
}
