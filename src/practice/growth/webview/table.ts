import { html, type TemplateResult } from 'lit-html';
import type { Mark, Picture, TableCell } from '../pictures/picture';

/** A chart as a table. */
export function pictureTable(
  { table, title }: Picture,
  selected: string | undefined,
  choose: (mark: Mark) => void,
): TemplateResult {
  const cell = ({ text, mark }: TableCell) =>
    mark
      ? html`<button
          type="button"
          class="link"
          data-key=${mark.key}
          aria-label=${mark.heading ?? mark.name}
          aria-pressed=${mark.key === selected}
          @click=${() => choose(mark)}
        >
          ${text}
        </button>`
      : text;
  return html`<div class="table">
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${table.head.map(text => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.lines.map(
          ({ label, cells }) => html`<tr>
            <th scope="row">${label}</th>
            ${cells.map(one => html`<td>${cell(one)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
