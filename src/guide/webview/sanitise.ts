import DOMPurify, { type Config } from 'dompurify';

/** Links that may stand in a page: places in the page, other sections, the web and mail. */
const allowedLinks = /^(?:guide:|https?:|mailto:|#)/i;

const blocks = ['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'div'];
const inline = ['code', 'em', 'strong', 'del', 'a'];
const table = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

const options = {
  RETURN_DOM_FRAGMENT: true as const,
  ALLOWED_TAGS: [...blocks, ...inline, ...table],
  ALLOWED_ATTR: [
    'href',
    'id',
    'class',
    'align',
    'role',
    'tabindex',
    'aria-label',
    'start',
    'data-label',
    'data-figure',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: allowedLinks,
  // Otherwise the rule for links would be applied to these as well.
  ADD_URI_SAFE_ATTR: ['tabindex', 'align', 'start', 'data-label', 'data-figure'],
} satisfies Config;

/** What may stand in the page of `html`; nothing that it holds can run, load or look like part of the page. */
export function sanitise(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, options);
}
