import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { fill } from '../../platform/fill';
import type { Hit, Piece } from '../search';
import { languageOf } from './language';
import { pageLink } from './links';
import type { Actions, Model } from './model';

/** What a search found; announced to screen readers by the page's live region. */
export function searchPage(model: Model, actions: Actions): TemplateResult {
  const { strings, hits, query } = model;
  const isEmpty = query.trim() === '';
  return html`<main aria-labelledby="title">
    <h1 id="title" tabindex="-1">${strings.searchResults}</h1>
    <p class="quiet">${isEmpty ? strings.searchHelp : foundText(model)}</p>
    ${isEmpty || hits.length > 0 ? nothing : html`<p>${fill(strings.foundNoneHelp, query.trim())}</p>`}
    <ol class="hits" @keydown=${moveThroughHits}>
      ${repeat(
        hits,
        hit => hit.section.id,
        hit => hitItem(hit, actions),
      )}
    </ol>
  </main>`;
}

/** How many sections were found, in words. */
export function foundText({ strings, hits }: Model): string {
  return hits.length === 0
    ? strings.foundNone
    : hits.length === 1
      ? strings.foundOne
      : fill(strings.found, hits.length);
}

function hitItem(hit: Hit, actions: Actions): TemplateResult {
  return html`<li lang=${languageOf(hit.section)}>
    ${pageLink(hit.section.id, marked(hit.title), () => actions.openHit(hit))}
    <p class="quiet">${hit.section.part}</p>
    <p>${marked(hit.excerpt)}</p>
  </li>`;
}

function marked(pieces: readonly Piece[]): unknown[] {
  return pieces.map(piece => (piece.isMatch ? html`<mark>${piece.text}</mark>` : piece.text));
}

/** Up and down move between hits; up from the first goes back to the search box. */
function moveThroughHits(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links: (Element | null)[] = [...document.querySelectorAll('.hits a')];
  const at = links.indexOf(document.activeElement);
  if (step !== 0 && at >= 0) {
    event.preventDefault();
    const target = at + step < 0 ? document.getElementById('search') : links[at + step];
    if (target instanceof HTMLElement) {
      target.focus();
    }
  }
}
