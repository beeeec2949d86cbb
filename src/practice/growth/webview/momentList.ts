import { html, nothing, type TemplateResult } from 'lit-html';
import { fill } from '../../../platform/fill';
import type { Mark } from '../pictures/picture';
import { mostTexts } from '../protocol';
import type { Actions, Content, Model } from './model';

/** The moments that a mark stands for, below its chart. */
export function momentList(
  mark: Mark,
  most: number,
  content: Content,
  model: Model,
  actions: Actions,
): TemplateResult {
  const { strings } = model.words;
  const left = mark.rows.length - most;
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      actions.close();
    }
  };
  return html`<section class="moments" aria-labelledby="moments" @keydown=${leave}>
    <h3 id="moments" tabindex="-1">${mark.heading ?? mark.name}</h3>
    ${mark.help === undefined ? nothing : html`<p class="quiet">${mark.help}</p>`}
    ${mark.rows.length === 0 ? html`<p>${mark.none}</p>` : nothing}
    <ol>
      ${mark.rows.slice(0, most).map(row => momentItem(row, content, model, actions))}
    </ol>
    <div class="buttons">
      ${
        left > 0
          ? html`<button type="button" class="button" @click=${actions.showMore}>
              ${fill(strings.showMore, Math.min(left, mostTexts))}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${actions.close}>${strings.close}</button>
    </div>
  </section>`;
}

/** A moment: when, with whom, and its first line, which opens it where it is this workspace's. */
function momentItem(
  row: number,
  { data }: Content,
  { words, textOf }: Model,
  actions: Actions,
): TemplateResult {
  const { rows, people, workspaces } = data;
  const who = (rows.who[row] ?? []).map(person => people[person] ?? '');
  const about = [words.date(rows.days[row] ?? 0, 'short'), ...who].join(' · ');
  const workspace = workspaces[rows.workspaces[row] ?? -1];
  const text = textOf(row) ?? '…';
  return html`<li tabindex="-1">
    <span class="quiet">${about}</span>
    ${
      workspace === undefined
        ? html`<button type="button" class="link" @click=${() => actions.open(row)}>${text}</button>`
        : html`<span>${text}</span>
            <span class="quiet">${fill(words.strings.inJournalOf, workspace)}</span>`
    }
  </li>`;
}
