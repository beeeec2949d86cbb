import { html, nothing, type TemplateResult } from 'lit-html';
import type { Section } from '../section';
import type { Actions } from './model';

/** A link between sections: real links, so that screen readers list them and Enter follows them. */
export function sectionLink(
  section: Section,
  text: unknown,
  actions: Actions,
  rel?: 'prev' | 'next',
): TemplateResult {
  return pageLink(section.id, text, () => actions.open(section.id), rel);
}

/** A link to somewhere in the page or the guide, which `follow` goes to. */
export function pageLink(
  id: string,
  text: unknown,
  follow: () => void,
  rel?: 'prev' | 'next',
): TemplateResult {
  const open = (event: Event) => {
    event.preventDefault();
    follow();
  };
  return html`<a href="#${id}" rel=${rel ?? nothing} @click=${open}>${text}</a>`;
}
