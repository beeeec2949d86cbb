import { html, nothing, type TemplateResult } from 'lit-html';
import type { Screen, Strings } from '../protocol';

/** What has become of the answer before, read aloud when it comes, with a way to take it back. */
export function saidLine(
  { said, canUndo }: Pick<Screen, 'said' | 'canUndo'>,
  strings: Strings,
  undo: () => void,
): TemplateResult {
  return html`<div class="said">
    <span role="status">${said ?? nothing}</span>
    ${canUndo ? html`<button type="button" class="link" @click=${undo}>${strings.undo}</button>` : nothing}
  </div>`;
}
