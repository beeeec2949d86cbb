import { html, nothing, type TemplateResult } from 'lit-html';
import { fill } from '../../../platform/fill';
import { orders } from '../lastTimes';
import type { Mark, Picture } from '../pictures/picture';
import type { Actions, Content, Model } from './model';
import { momentList } from './momentList';
import { pictureTable } from './table';

/** A picture with its title, as chart or as table, and the moments of the mark that was chosen in it. */
export function card(picture: Picture, content: Content, model: Model, actions: Actions): TemplateResult {
  const { strings } = model.words;
  const { id, title, help, empty } = picture;
  const { tables, selection } = model.state;
  const isTable = tables.includes(id);
  const selected =
    selection?.picture === id ? picture.marks.find(({ key }) => key === selection.key) : undefined;
  const choose = (mark: Mark) => actions.select(id, mark);
  return html`<section class="card" id=${id} aria-labelledby="title-${id}">
    <div class="title">
      <h2 id="title-${id}">${title}</h2>
      ${
        empty === undefined
          ? html`<button
              type="button"
              class="toggle"
              aria-pressed=${isTable}
              aria-describedby="title-${id}"
              @click=${() => actions.showTable(id, !isTable)}
            >
              ${strings.asTable}
            </button>`
          : nothing
      }
    </div>
    ${help === undefined ? nothing : html`<p class="quiet">${help}</p>`}
    ${
      empty === undefined
        ? html`${id === 'people' ? sorting(model, actions) : nothing}
          ${isTable ? pictureTable(picture, selected?.key, choose) : chart(picture, model, actions)}`
        : html`<p>${empty}</p>`
    }
    ${selected && selection ? momentList(selected, selection.most, content, model, actions) : nothing}
  </section>`;
}

function chart({ id, drawing }: Picture, { words, chartOf }: Model, actions: Actions): TemplateResult {
  const { strings } = words;
  const hidden = drawing.shape === 'people' ? drawing.hidden : 0;
  return html`${chartOf(id)}
  ${drawing.shape === 'calendar' ? legend(strings.fewer, strings.more) : nothing}
  ${
    hidden > 0
      ? html`<button type="button" class="button" @click=${actions.showAllPeople}>
          ${fill(strings.showPeople, hidden)}
        </button>`
      : nothing
  }`;
}

/** What the colours of a calendar mean; marks say it in numbers. */
function legend(fewer: string, more: string): TemplateResult {
  return html`<p class="legend" aria-hidden="true">
    ${fewer}
    ${[0, 1, 2, 3, 4].map(
      level => html`<svg width="14" height="14" viewBox="0 0 14 14">
        <rect class="cell level-${level}" x="1" y="1" width="12" height="12" rx="2"></rect>
      </svg>`,
    )}
    ${more}
  </p>`;
}

function sorting({ words, state }: Model, actions: Actions): TemplateResult {
  const { strings } = words;
  const labels = { name: strings.sortName, longest: strings.sortLongest };
  return html`<fieldset class="sorting">
    <legend>${strings.sort}</legend>
    ${orders.map(
      order => html`<label
        ><input
          type="radio"
          name="order"
          .checked=${order === state.order}
          @change=${() => actions.sortPeople(order)}
        />
        ${labels[order]}</label
      >`,
    )}
  </fieldset>`;
}
