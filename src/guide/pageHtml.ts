import { escapeHtml } from '../platform/html';
import { createMarkdownRenderer } from './markdown';

/** A renderer of sections for the guide's page; `figures` are the names of those that there are, whose pictures the page puts in. */
export function createPageRenderer(figures: ReadonlySet<string>): (markdown: string) => string {
  return createMarkdownRenderer({
    figure: (name, alt) =>
      figures.has(name)
        ? `<div class="figure" role="img" data-figure="${name}" aria-label="${escapeHtml(alt)}"></div>`
        : undefined,
    sectionLink: (id, heading) => `guide:${id}${heading === undefined ? '' : `#${heading}`}`,
  });
}
