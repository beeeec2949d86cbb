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
} satisfies Config;

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
}

/**
 * A Markdown renderer for the page. What it returns is sanitised: no scripts, styles, images, forms or
 * links of other kinds, whatever the text holds. `tableLabel` names a wide table's scroll area.
 */
export function createMarkdownRenderer(tableLabel: string): (markdown: string) => DocumentFragment {
  const marked = new Marked({ async: false, gfm: true });
  marked.use({
    renderer: {
      // A sidebar is narrower than most tables: each scrolls in a region of its own, also by keyboard.
      table(token: Tokens.Table) {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          `<tr>${row.map(cell => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const body = token.rows.map(row => cells(row, 'td')).join('');
        const label = escapeAttribute(`${tableLabel}: ${token.header.map(cell => cell.text).join(', ')}`);
        return `<div class="table" role="region" tabindex="0" aria-label="${label}"><table><thead>${cells(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>`;
      },
    },
  });
  return markdown => DOMPurify.sanitize(marked.parse(markdown) as string, purifyOptions);
}
