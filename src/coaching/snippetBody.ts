/** How a comment's lines are written where it lands. */
export type CommentForm =
  /** As they are: Markdown, a comment box, a commit message. */
  | 'text'
  /** Each line behind the language's line comment token. */
  | 'line'
  /** Each line between the language's block comment tokens, for languages that have no line comment. */
  | 'block';

/** How wide the lines of a comment in code may become, in characters, without its indentation. */
const codeCommentWidth = 80;

/**
 * A template's body as a VS Code snippet in the given form. The comment tokens are left to the editor
 * (snippet variables), which knows them for the very place, a script inside a page included. Lines that
 * are long for code are wrapped; prose isn't, since whoever shows it wraps it.
 */
export function toSnippet(body: readonly string[], form: CommentForm): string {
  const lines = form === 'text' ? body : body.flatMap(line => wrap(line, codeCommentWidth));
  return lines.map(line => inForm(line, form)).join('\n');
}

/** The line comment token and a blank; nothing where the editor knows of no token for the language after all. */
const lineCommentAndBlank = `\${LINE_COMMENT/(.+)/$1 /}`;

function inForm(line: string, form: CommentForm): string {
  switch (form) {
    case 'text':
      return line;
    case 'line':
      return line === '' ? '$LINE_COMMENT' : `${lineCommentAndBlank}${line}`;
    case 'block':
      return line === '' ? line : `$BLOCK_COMMENT_START ${line} $BLOCK_COMMENT_END`;
  }
}

/** A run of text without spaces, save those inside placeholders. */
const word = /(?:\$\{(?:[^}\\]|\\.)*\}|\\.|\S)+/g;

/** Breaks a snippet line at spaces so that its preview is at most `width` characters wide, a longer word aside. */
function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const [next] of line.matchAll(word)) {
    const longer = current === '' ? next : `${current} ${next}`;
    if (current !== '' && previewOf([longer]).length > width) {
      lines.push(current);
      current = next;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

const snippetToken =
  /\\([\\$}])|\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}|\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{?\d+\}?/g;

/**
 * What a snippet reads like before anything is filled in: placeholders by their text, choices by the first
 * one, bare tab stops by an ellipsis. Nested placeholders aren't part of the template format.
 */
export function previewOf(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(
      snippetToken,
      (_token, escaped?: string, choice?: string, text?: string) =>
        escaped ?? (choice ?? text)?.replace(/\\([$}\\,|])/g, '$1') ?? '…',
    );
}
