import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { unlessTooDeep } from './deep';

/** A link, picture, definition of a link, or heading in a Markdown text, and where it stands. */
export interface Part {
  readonly token: Tokens.Link | Tokens.Image | Tokens.Def | Tokens.Heading;
  /** Offset of its first character; where it couldn't be found, of the end of the part before it. */
  readonly from: number;
  /** Offset behind its last character; the same as `from` where it couldn't be found. */
  readonly to: number;
}

/** What may hold something that only looks like a link. */
const opaque = new Set(['code', 'codespan', 'html']);

function isPart(token: Token): token is Part['token'] {
  return ['link', 'image', 'def', 'heading'].includes(token.type);
}

/** The parts of a text in their order. Code holds none. */
export function partsOf(markdown: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const take = (token: Token) => {
    if (!isPart(token) && !opaque.has(token.type)) {
      return;
    }
    const { from, to } = find(token.raw, markdown, at);
    if (isPart(token)) {
      parts.push({ token, from, to });
    }
    // A heading's links stand inside it.
    at = token.type === 'heading' ? from : to;
  };
  unlessTooDeep(
    () => walkTokens(lexer(markdown), take),
    () => undefined,
  );
  return parts;
}

/** Where `raw` stands in `text` from `at` on. In lists and quotes the parser has taken away what lines begin with. */
function find(raw: string, text: string, at: number): { readonly from: number; readonly to: number } {
  const lines = raw.split('\n').map(line => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(lines.join('\\n[ \\t>]*'), 'g');
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { from: match.index, to: match.index + match[0].length } : { from: at, to: at };
}

/** What a link or picture refers to within the guide: the `execution` of `guide:execution#for-example`. */
export function referenceOf(
  href: string,
): { readonly to: 'section' | 'figure'; readonly name: string } | undefined {
  const [, scheme, name = ''] = /^(guide|figure):([^#]*)/.exec(href) ?? [];
  return scheme === undefined ? undefined : { to: scheme === 'guide' ? 'section' : 'figure', name };
}
