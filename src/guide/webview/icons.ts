import arrowLeft from '@vscode/codicons/src/icons/arrow-left.svg';
import arrowRight from '@vscode/codicons/src/icons/arrow-right.svg';
import beaker from '@vscode/codicons/src/icons/beaker.svg';
import bookmark from '@vscode/codicons/src/icons/bookmark.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import circle from '@vscode/codicons/src/icons/circle.svg';
import comment from '@vscode/codicons/src/icons/comment.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import link from '@vscode/codicons/src/icons/link.svg';
import note from '@vscode/codicons/src/icons/note.svg';
import open from '@vscode/codicons/src/icons/open-preview.svg';
import started from '@vscode/codicons/src/icons/record-small.svg';
import { html, type TemplateResult } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';

/** VS Code's own icons. A font would have to be loaded, which the page may not. */
const icons = {
  arrowLeft,
  arrowRight,
  beaker,
  bookmark,
  check,
  circle,
  comment,
  edit,
  link,
  note,
  open,
  started,
};
export type IconName = keyof typeof icons;

/** An icon that says nothing to a screen reader: what it stands for is beside it in words. */
export function icon(name: IconName): TemplateResult {
  return html`<span class="icon" aria-hidden="true">${unsafeHTML(icons[name])}</span>`;
}
