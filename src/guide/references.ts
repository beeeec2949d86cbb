import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { unlessTooDeep } from './deep';

/** A link, picture, definition of a link, or heading in a Markdown text, and where it stands. */
export interface Part {
  readonly token: Tokens.Link | Tokens.Image | Tokens.Def | Tokens.Heading;
  /** Offset of its first character; that of the part before it where the text between is broken up, as in a quote. */
  readonly from: number;
  /** Whether it stands at `from` letter by letter, so that it can be replaced there. */
  readonly isExact: boolean;
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
    const found = markdown.indexOf(token.raw, at);
    const from = found < 0 ? at : found;
    if (isPart(token)) {
      parts.push({ token, from, isExact: found >= 0 });
    }
    // A heading's links stand inside it.
    at = found < 0 || token.type === 'heading' ? from : from + token.raw.length;
  };
  unlessTooDeep(
    () => walkTokens(lexer(markdown), take),
    () => undefined,
  );
  return parts;
}

/** What a link or picture refers to within the guide: the `execution` of `guide:execution#for-example`. */
export function referenceOf(
  href: string,
): { readonly to: 'section' | 'figure'; readonly name: string } | undefined {
  const [, scheme, name = ''] = /^(guide|figure):([^#]*)/.exec(href) ?? [];
  return scheme === undefined ? undefined : { to: scheme === 'guide' ? 'section' : 'figure', name };
}
