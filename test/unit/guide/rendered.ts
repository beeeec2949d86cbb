import { createMarkdownRenderer } from '../../../src/guide/markdown';
import { escapeHtml } from '../../../src/platform/html';
import { tagsOf, textOf } from './html';

const figures: Readonly<Record<string, string>> = { ladder: 'a ladder' };

/** Markdown as a page renders it that has one figure. */
export const render = createMarkdownRenderer({
  figure: (name, alt) =>
    Object.hasOwn(figures, name)
      ? `<div class="figure" aria-label="${escapeHtml(alt)}">${figures[name]}</div>`
      : undefined,
  sectionLink: (id, heading) => `guide:${id}${heading === undefined ? '' : `#${heading}`}`,
});

/** What a reader sees of `markdown`, without white space around it. */
export const seen = (markdown: string) => textOf(render(markdown)).trim();

/** The names of the tags that `markdown` becomes. */
export const tagNames = (markdown: string) => [...new Set(tagsOf(render(markdown)).map(({ name }) => name))];
