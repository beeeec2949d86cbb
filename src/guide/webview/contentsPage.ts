import { html, nothing, type TemplateResult } from 'lit-html';
import { fill } from '../../platform/fill';
import { type Filter, filters } from '../protocol';
import { countProgress, hasMark, type Mark, markOf } from '../reader';
import type { Guide, Section } from '../section';
import { type IconName, icon } from './icons';
import { languageOf } from './language';
import { sectionLink } from './links';
import type { Actions, Model } from './model';

const markIcons: Record<Mark, IconName> = { started: 'started', read: 'check', practised: 'beaker' };

/** The list of sections by part, with what the reader has done with each. */
export function contentsPage(guide: Guide, filter: Filter, model: Model, actions: Actions): TemplateResult {
  const { strings, progress } = model;
  const shown = guide.filter(section => isShown(section, filter, model));
  const parts = [...new Set(shown.map(section => section.part))].map(part => ({
    part,
    sections: shown.filter(section => section.part === part),
  }));
  const { read, practised } = countProgress(guide, progress);
  return html`<main><nav aria-labelledby="title">
    <h1 id="title" tabindex="-1">${strings.contents}</h1>
    <p class="quiet">${fill(strings.progress, read, guide.length, practised)}</p>
    <p>${sectionLink(model.current, fill(strings.continueWith, model.current.title), actions)}</p>
    <div class="filters" role="group" aria-label=${strings.show}>
      ${filters.map(
        name => html`<button type="button" aria-pressed=${name === filter} @click=${() => actions.openContents(name)}>
          ${name === filter ? icon('check') : nothing} ${strings[name]}
        </button>`,
      )}
    </div>
    ${shown.length > 0 ? nothing : html`<p>${filter === 'bookmarks' ? strings.noBookmarks : strings.noUnread}</p>`}
    ${parts.map(
      ({ part, sections }) => html`<section>
        <h2 lang=${languageOf(...sections)}>${part}</h2>
        <ul class="contents">
          ${sections.map(section => contentsItem(section, model, actions))}
        </ul>
      </section>`,
    )}
  </nav></main>`;
}

function isShown({ id }: Section, filter: Filter, { progress, bookmarks }: Model): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unread':
      return !hasMark(progress, id, 'read');
    case 'bookmarks':
      return bookmarks.includes(id);
  }
}

function contentsItem(section: Section, model: Model, actions: Actions): TemplateResult {
  const { strings } = model;
  const isCurrent = section.id === model.current.id;
  const mark = markOf(model.progress, section.id);
  const state = mark === undefined ? strings.unopened : strings[mark];
  const isBookmarked = model.bookmarks.includes(section.id);
  const lang = languageOf(section);
  return html`<li class=${isCurrent ? 'current' : nothing} aria-current=${isCurrent ? 'true' : nothing}>
    <span class="mark" title=${state}>${icon(mark === undefined ? 'circle' : markIcons[mark])}</span>
    <div>
      <span lang=${lang}>${sectionLink(section, section.title, actions)}</span
      ><span class="sr-only">, ${state}</span>
      ${
        isBookmarked
          ? html`<span class="mark" title=${strings.bookmarked}>${icon('bookmark')}</span
              ><span class="sr-only">, ${strings.bookmarked}</span>`
          : nothing
      }
      <p>
        <span lang=${lang}>${section.summary}</span>${isCurrent ? html` <span class="badge">${strings.reading}</span>` : nothing}
        ${section.origin === 'belay' ? nothing : html` <span class="badge">${strings.teamPage}</span>`}
      </p>
    </div>
  </li>`;
}
