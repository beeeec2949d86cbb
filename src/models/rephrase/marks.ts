/** Code in a comment's Markdown, and what is around it. */
export interface Parts {
  /** Blocks between fences, each with its fence and what stands behind it, in order. */
  readonly blocks: readonly string[];
  /** What stands in backticks within the text. */
  readonly inline: readonly string[];
  /** The text without any of these. */
  readonly prose: string;
}

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Takes Markdown apart. A block that isn't closed ends with the text. */
export function partsOf(markdown: string): Parts {
  const blocks: string[] = [];
  const around: string[] = [];
  let open: { readonly mark: string; readonly lines: string[] } | undefined;
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const [, mark, info = ''] = fence.exec(line) ?? [];
    if (open) {
      open.lines.push(line);
      if (mark?.startsWith(open.mark) && info.trim() === '') {
        blocks.push(open.lines.join('\n'));
        open = undefined;
      }
    } else if (mark) {
      open = { mark, lines: [line] };
    } else {
      around.push(line);
    }
  }
  if (open) {
    blocks.push(open.lines.join('\n'));
  }
  const inline: string[] = [];
  const prose = around.join('\n').replace(/(`+)([^`](?:[\s\S]*?[^`])?)\1(?!`)/g, (_all, _ticks, code) => {
    inline.push(String(code).trim());
    return ' ';
  });
  return { blocks, inline, prose };
}

/** The matches of `pattern` in `text`, each once. */
export function allOf(pattern: RegExp, text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([found]) => found));
}

/** What of `some` isn't among `known`. */
export function beyond(some: Iterable<string>, known: ReadonlySet<string>): string[] {
  return [...some].filter(one => !known.has(one));
}

/** Anything that a page could make a link of: addresses with or without a scheme, Markdown's links and their definitions. */
export const links =
  /(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.|(?:mailto|javascript|vbscript|data|command|vscode|file|tel):)[^\s<>)\]]*|\][([][^)\]\s]*|^ {0,3}\[[^\]\n]+\]:.*$|\b(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|io|dev|ai|xyz|example|ru|cn)\b/gim;

/** Tags, comments and entities of HTML. */
export const html = /<[/!?]?[a-z-][^>\n]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);/gi;

/** People and teams that would be notified, issues that would be linked. */
export const mentions =
  /(?<![\w`])@[\w/-]+|(?<![\w&])#\d+|\b[A-Z]{2,}-\d+\b|\b[\w.-]{1,40}\/[\w.-]{1,100}#\d+/g;

/** Lines that a host of merge requests would run: `/approve`. */
export const quickActions = /^\s*\/[a-z_]+/gim;

/** Characters that aren't seen, or that turn what is seen around. Written as escapes, since nobody could read them. */
export const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e0fff}]/gu;

/** Lines that Markdown shows as code, though nothing marks them. */
export const indented = /^(?: {4}|\t).*\S.*$/gm;

/** Names from code that stand in the text without backticks: `retryCount`, `max_size`, `run()`. */
export const identifiers =
  /\b[\w$]*(?:[a-z\d][A-Z]|[A-Za-z\d]_[A-Za-z\d])[\w$]*(?:\(\))?|\b[A-Za-z_$][\w$]*\(\)/g;

export const numbers = /\d+(?:[.,]\d+)*/g;
