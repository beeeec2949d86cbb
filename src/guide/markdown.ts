import { Marked, type Tokens } from 'marked';
import { escapeHtml } from '../platform/html';
import { unlessTooDeep } from './deep';
import { parseReference, slugOf } from './link';
import { plainText } from './plainText';

/** How a renderer deals with what depends on where the HTML goes. */
export interface MarkdownOptions {
  /** HTML for the figure of that name, or `undefined` where there is none. `alt` is plain text. */
  figure(name: string, alt: string): string | undefined;
  /** Where a link to a section leads; `undefined` leaves its words without a link. */
  sectionLink(id: string, heading: string | undefined): string | undefined;
}

/** What a link may begin with; everything else is shown as its words. */
const webLink = /^(?:https?:\/\/|mailto:)/i;

/** Text as Markdown has it, in which `&amp;` stands for `&` already. */
function escapeMarkup(text: string): string {
  return text.replace(/[<>"']|&(?!#\d{1,7};|#x[\da-f]{1,6};|\w+;)/gi, char => `&#${char.charCodeAt(0)};`);
}

/** The id of a heading in a page: apart from all ids that the page itself uses. */
export function headingId(slug: string): string {
  return `heading-${slug}`;
}

/**
 * Markdown to HTML that holds no HTML of the author's: tags are shown as the text that they are, links lead
 * to the web, to mail or to other sections, and pictures are the guide's own figures. Used by the page,
 * which sanitises the result once more, and by the export.
 */
export function createMarkdownRenderer(options: MarkdownOptions): (markdown: string) => string {
  const marked = new Marked({ async: false, gfm: true });
  // By page: the second heading of the same words needs another id.
  let ids = new Set<string>();
  marked.use({
    renderer: {
      html: ({ text }) => escapeHtml(text),
      text(token) {
        // Always: inside what looks like a tag the parser takes text for escaped, which it isn't here.
        return 'tokens' in token && token.tokens
          ? this.parser.parseInline(token.tokens)
          : escapeMarkup(token.text);
      },
      image({ href, text }) {
        const name = /^figure:([a-z0-9-]+)$/.exec(href)?.[1];
        const alt = plainText(text);
        return (name && options.figure(name, alt)) ?? escapeHtml(alt);
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const target = parseReference(href);
        const address = target
          ? options.sectionLink(target.id, target.heading)
          : webLink.test(href)
            ? href
            : undefined;
        return address === undefined ? words : `<a href="${escapeMarkup(address)}">${words}</a>`;
      },
      heading({ tokens, depth, text }) {
        const id = freeId(headingId(slugOf(plainText(text)) || 'heading'), ids);
        // The page's own title is the only heading of the first level.
        const level = Math.max(2, depth);
        return `<h${level} id="${escapeHtml(id)}" tabindex="-1">${this.parser.parseInline(tokens)}</h${level}>`;
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      table(token: Tokens.Table) {
        return renderTable(token, cell => this.parser.parseInline(cell.tokens));
      },
    },
  });
  return markdown => {
    ids = new Set();
    return unlessTooDeep(
      () => marked.parse(markdown) as string,
      () => `<pre>${escapeHtml(markdown)}</pre>`,
    );
  };
}

/** `id`, or with a number behind it the first that isn't taken; takes it. */
function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) {
    free = `${id}-${number}`;
  }
  taken.add(free);
  return free;
}

/**
 * A table for a narrow page: it scrolls in a region of its own, also by keyboard, or is laid out as a list
 * of cards where even that is too narrow. The cards need each cell's heading, and the explicit roles keep
 * it a table for screen readers in either layout.
 */
function renderTable(table: Tokens.Table, inline: (cell: Tokens.TableCell) => string): string {
  const headings = table.header.map(cell => plainText(cell.text));
  const row = (cells: readonly string[]) => `<tr role="row">${cells.join('')}</tr>`;
  const head = row(table.header.map(cell => `<th role="columnheader">${inline(cell)}</th>`));
  const body = table.rows.map(cells =>
    row(
      cells.map(
        (cell, column) =>
          `<td role="cell" data-label="${escapeHtml(headings[column] ?? '')}">${inline(cell)}</td>`,
      ),
    ),
  );
  const name = escapeHtml(headings.join(', '));
  return `<div class="table" role="region" tabindex="0" aria-label="${name}"><table role="table"><thead role="rowgroup">${head}</thead><tbody role="rowgroup">${body.join('')}</tbody></table></div>`;
}
