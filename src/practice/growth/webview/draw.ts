import { html, nothing, render, type TemplateResult } from 'lit-html';
import { fill } from '../../../platform/fill';
import { card } from './card';
import { filterBar } from './filterBar';
import type { Actions, Content, Model } from './model';

/** Draws what the model says into `root`. */
export function draw(model: Model, actions: Actions, root: HTMLElement): void {
  const { strings } = model.words;
  const { content } = model;
  const hasMoments = content !== undefined && content.data.rows.days.length > 0;
  render(
    html`<main aria-busy=${model.isReading}>
      <header>
        <h1>${strings.growth}</h1>
        ${
          hasMoments
            ? html`<button type="button" class="button" @click=${actions.writeReport}>
                ${strings.writeReport}
              </button>`
            : nothing
        }
      </header>
      ${model.failure === undefined ? nothing : failed(model.failure, model, actions)}
      ${content === undefined ? nothing : hasMoments ? full(content, model, actions) : bare(content, model, actions)}
      ${content === undefined && model.failure === undefined ? html`<p>${strings.loading}</p>` : nothing}
    </main>`,
    root,
  );
}

function failed(message: string, { words }: Model, actions: Actions): TemplateResult {
  return html`<div class="notice" role="alert">
    <p>${message}</p>
    <button type="button" class="button" @click=${actions.tryAgain}>${words.strings.tryAgain}</button>
  </div>`;
}

function full(content: Content, model: Model, actions: Actions): TemplateResult {
  const { strings } = model.words;
  return html`${filterBar(model, actions)}
    <p class="summary" role="status">${summaryOf(content, model)}</p>
    ${
      content.shown.rows.length > 0
        ? nothing
        : html`<div class="notice">
            <p>${strings.nothingFound}</p>
            <button type="button" class="button" @click=${() => actions.filter({ period: 'all', person: '', kind: '' })}>
              ${strings.showAll}
            </button>
          </div>`
    }
    <div class="cards">${content.pictures.map(picture => card(picture, content, model, actions))}</div>`;
}

/** Nothing was logged yet: teaches how to begin. Moments may be in other workspaces, comments may have been counted. */
function bare(content: Content, model: Model, actions: Actions): TemplateResult {
  const { strings } = model.words;
  const counted = content.pictures.filter(
    ({ drawing, empty }) => drawing.shape === 'months' && empty === undefined,
  );
  return html`<div class="notice">
      <h2>${strings.empty}</h2>
      <p>${strings.emptyHelp}</p>
      <div class="buttons">
        <button type="button" class="button primary" @click=${actions.logMoment}>${strings.logMoment}</button>
        ${
          model.state.scope === 'here'
            ? html`<button type="button" class="button" @click=${() => actions.readScope('everywhere')}>
                ${strings.everywhere}
              </button>`
            : nothing
        }
      </div>
    </div>
    <div class="cards">${counted.map(picture => card(picture, content, model, actions))}</div>`;
}

/** How many moments with how many people, when; and what isn't among them. */
export function summaryOf({ data, shown }: Content, { words }: Model): string {
  const { strings } = words;
  const people = new Set(shown.rows.flatMap(row => data.rows.who[row] ?? []));
  const { later } = shown;
  return [
    fill(
      strings.summary,
      words.moments(shown.rows.length),
      words.people(people.size),
      words.span(shown.range),
    ),
    later === 1 ? strings.laterOne : later > 1 ? fill(strings.laterMany, later) : '',
    data.isPartial ? strings.partial : '',
  ]
    .filter(text => text !== '')
    .join(' ');
}
