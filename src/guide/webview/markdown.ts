import DOMPurify, { type Config } from 'dompurify';
import { Marked, type Tokens } from 'marked';

/** Links that may stand in a page: other sections, places in the page, the web and mail. */
const allowedLinks = /^(?:guide:|https?:|mailto:|#)/i;

const purifyOptions = {
  RETURN_DOM_FRAGMENT: true as const,
  ALLOWED_TAGS: [
    ...[
      'h2',
      'h3',
      'h4',
      'p',
      'br',
      'hr',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'em',
      'strong',
      'del',
      'a',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'div'],
  ],
  ALLOWED_ATTR: ['href', 'class', 'align', 'role', 'tabindex', 'aria-label', 'start'],
  ALLOWED_URI_REGEXP: allowedLinks,
  // Otherwise the rule for links would be applied to these as well.
  ADD_URI_SAFE_ATTR: ['tabindex', 'align', 'start'],
} satisfies Config;

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
}

/**
 * A table for a narrow page: it scrolls in a region of its own, also by keyboard, or is laid out as a list
 * of cards where even that is too narrow. The cards need each cell's heading, and the explicit roles keep
 * it a table for screen readers in either layout.
 */
function renderTable(table: Tokens.Table, label: string, inline: (cell: Tokens.TableCell) => string): string {
  const headings = table.header.map(cell => cell.text);
  const row = (cells: readonly string[]) => `<tr role="row">${cells.join('')}</tr>`;
  const head = row(table.header.map(cell => `<th role="columnheader">${inline(cell)}</th>`));
  const body = table.rows.map(cells =>
    row(
      cells.map(
        (cell, column) =>
          `<td role="cell" data-label="${escapeAttribute(headings[column] ?? '')}">${inline(cell)}</td>`,
      ),
    ),
  );
  const name = escapeAttribute(`${label}: ${headings.join(', ')}`);
  return `<div class="table" role="region" tabindex="0" aria-label="${name}"><table role="table"><thead role="rowgroup">${head}</thead><tbody role="rowgroup">${body.join('')}</tbody></table></div>`;
}

/**
 * A Markdown renderer for the page. What it returns is sanitised: no scripts, styles, images, forms or
 * links of other kinds, whatever the text holds. `tableLabel` names a wide table's scroll area.
 */
export function createMarkdownRenderer(tableLabel: string): (markdown: string) => DocumentFragment {
  const marked = new Marked({ async: false, gfm: true });
  marked.use({
    renderer: {
      table(token: Tokens.Table) {
        return renderTable(token, tableLabel, cell => this.parser.parseInline(cell.tokens));
      },
    },
  });
  return markdown => DOMPurify.sanitize(marked.parse(markdown) as string, purifyOptions);
}
