import { Marked } from 'marked';
import { unlessTooDeep } from './deep';

const plain = new Marked({ async: false, gfm: true });
const words = (text: string) => `${text} `;
plain.use({
  renderer: {
    html: ({ text }) => words(text),
    image: ({ text }) => words(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    code: ({ text }) => words(text),
    blockquote({ tokens }) {
      return this.parser.parse(tokens);
    },
    heading({ tokens }) {
      return words(`${this.parser.parseInline(tokens)}.`);
    },
    list({ items }) {
      return words(items.map(item => words(this.parser.parse(item.tokens))).join(''));
    },
    checkbox: () => '',
    hr: () => '',
    paragraph({ tokens }) {
      return words(this.parser.parseInline(tokens));
    },
    table({ header, rows }) {
      const cells = [header, ...rows].flat();
      return words(cells.map(cell => this.parser.parseInline(cell.tokens)).join(' · '));
    },
    strong({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    em({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    codespan: ({ text }) => text,
    br: () => ' ',
    del({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    text(token) {
      return 'tokens' in token && token.tokens ? words(this.parser.parseInline(token.tokens)) : token.text;
    },
  },
});

/** The words of a Markdown text without their markup, for search and its excerpts. */
export function plainText(markdown: string): string {
  const text = unlessTooDeep(
    () => plain.parse(markdown) as string,
    () => markdown,
  );
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

/** The entities that people write; the others stay as they are. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (entity, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) {
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    }
    return Object.hasOwn(entities, name) ? (entities[name] ?? entity) : entity;
  });
}
