import { html, nothing, type TemplateResult } from 'lit-html';
import type { Strings } from '../protocol';
import { type Guide, neighbours, type Section } from '../section';

/** What the page's parts call when the reader chooses something. */
export interface Actions {
  openSection(id: string): void;
  openContents(): void;
}

/** A link between sections: real links, so that screen readers list them and Enter follows them. */
function sectionLink(
  section: Section,
  text: unknown,
  actions: Actions,
  rel?: 'prev' | 'next',
): TemplateResult {
  const open = (event: Event) => {
    event.preventDefault();
    actions.openSection(section.id);
  };
  return html`<a href="#${section.id}" rel=${rel ?? nothing} @click=${open}>${text}</a>`;
}

/** The list of sections, grouped by part, with `current` marked. */
export function contentsPage(
  guide: Guide,
  current: string,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const parts = [...new Set(guide.map(section => section.part))];
  return html`<main><nav aria-labelledby="title">
    <h1 id="title" tabindex="-1">${strings.contents}</h1>
    ${parts.map(
      part => html`<section>
        <h2>${part}</h2>
        <ul class="contents">
          ${guide.filter(section => section.part === part).map(section => contentsItem(section, current, strings, actions))}
        </ul>
      </section>`,
    )}
  </nav></main>`;
}

function contentsItem(section: Section, current: string, strings: Strings, actions: Actions): TemplateResult {
  const isCurrent = section.id === current;
  return html`<li class=${isCurrent ? 'current' : nothing} aria-current=${isCurrent ? 'true' : nothing}>
    ${sectionLink(section, section.title, actions)}
    <p>${section.summary}${isCurrent ? html` <span class="badge">${strings.reading}</span>` : nothing}</p>
  </li>`;
}

/** One section with the way back to the list above it and the way on below it. `guide` is missing until it arrives. */
export function sectionPage(
  section: Section,
  body: DocumentFragment,
  guide: Guide | undefined,
  strings: Strings,
  actions: Actions,
): TemplateResult {
  const { previous, next } = neighbours(guide ?? [], section.id);
  const openContents = (event: Event) => {
    event.preventDefault();
    actions.openContents();
  };
  const way = (target: Section | undefined, rel: 'prev' | 'next', text: string) =>
    target ? sectionLink(target, text.replace('{0}', target.title), actions, rel) : nothing;
  return html`<main aria-labelledby="title">
    <p class="part"><a href="#" @click=${openContents}>${strings.contents}</a> <span aria-hidden="true">›</span> ${section.part}</p>
    <article>
      <h1 id="title" tabindex="-1">${section.title}</h1>
      ${body}
    </article>
    <nav class="ways" aria-label=${strings.around}>
      ${way(next, 'next', strings.next)} ${way(previous, 'prev', strings.previous)}
    </nav>
  </main>`;
}
