import { type ParseError, parse } from 'jsonc-parser';
import * as v from 'valibot';
import type { CommentForm } from './snippetBody';

/** The `comments` of a language configuration file; newer VS Codes also have an object form of `lineComment`. */
const ConfigurationSchema = v.object({
  comments: v.optional(
    v.object({
      lineComment: v.nullish(v.union([v.string(), v.object({ comment: v.string() })])),
      blockComment: v.nullish(v.tuple([v.string(), v.string()])),
    }),
  ),
});

/**
 * Which form a comment takes in a language, from the text of its configuration file (JSON with comments).
 * `text` where it says that there are no comments; `undefined` where it doesn't speak of them.
 */
export function commentFormOf(configuration: string): CommentForm | undefined {
  const errors: ParseError[] = [];
  const result = v.safeParse(ConfigurationSchema, parse(configuration, errors, { allowTrailingComma: true }));
  if (!result.success || result.output.comments === undefined) {
    return undefined;
  }
  const { lineComment, blockComment } = result.output.comments;
  if (lineComment) {
    return 'line';
  }
  return blockComment ? 'block' : 'text';
}

/** Common languages that have block comments only. */
const blockOnly = new Set(['css', 'handlebars', 'html', 'svelte', 'svg', 'vue', 'xml', 'xsl']);

/** The form to assume where no configuration of the language can be seen. The editor, which sees it, leaves out a token that there isn't. */
export function assumedCommentForm(languageId: string): CommentForm {
  return blockOnly.has(languageId) ? 'block' : 'line';
}

/** Languages in which a comment is prose of its own, whatever comment syntax they also have. */
const prose = new Set([
  'markdown',
  'plaintext',
  'git-commit',
  'restructuredtext',
  'asciidoc',
  'latex',
  'tex',
]);

/** True where a coaching comment is written as plain text: comment boxes, messages, prose. */
export function isProse(scheme: string, languageId: string): boolean {
  return scheme === 'comment' || prose.has(languageId);
}
