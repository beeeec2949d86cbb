import { html, nothing, type TemplateResult } from 'lit-html';
import { type IconName, icon } from './icons';
import type { Actions, Model } from './model';

/** A button that shows an icon and says `label` to the mouse and the screen reader. */
export function iconButton(
  name: IconName,
  label: string,
  press: () => void,
  state: { readonly isDisabled?: boolean; readonly isPressed?: boolean } = {},
): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    title=${label}
    aria-label=${label}
    aria-pressed=${state.isPressed ?? nothing}
    ?disabled=${state.isDisabled ?? false}
    @click=${press}
  >
    ${icon(name)}
  </button>`;
}

/** What stays at the top: the way back and forward, and the search box. */
export function header(model: Model, actions: Actions): TemplateResult {
  const { strings } = model;
  const type = (event: Event) => actions.search((event.target as HTMLInputElement).value);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      actions.endSearch();
    } else if (event.key === 'ArrowDown' && model.hits.length > 0) {
      event.preventDefault();
      document.querySelector<HTMLElement>('.hits a')?.focus();
    } else if (event.key === 'Enter' && model.hits[0]) {
      event.preventDefault();
      actions.openHit(model.hits[0]);
    }
  };
  return html`<header>
    ${iconButton('arrowLeft', strings.back, actions.back, { isDisabled: !model.canGoBack })}
    ${iconButton('arrowRight', strings.forward, actions.forward, { isDisabled: !model.canGoForward })}
    <search>
      <input
        type="search"
        id="search"
        spellcheck="false"
        autocomplete="off"
        aria-label=${strings.search}
        placeholder=${strings.searchShort}
        .value=${model.query}
        @input=${type}
        @keydown=${press}
      />
    </search>
  </header>`;
}

/** Has the reader type what to search. */
export function focusSearch(): void {
  const input = document.getElementById('search');
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}
