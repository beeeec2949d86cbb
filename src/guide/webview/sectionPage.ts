import { html, nothing, type TemplateResult } from 'lit-html';
import type { Source } from '../../platform/fields';
import { fill } from '../../platform/fill';
import { headingId } from '../markdown';
import { hasMark } from '../reader';
import { neighbours, type Practise, type Section } from '../section';
import type { Body } from './body';
import { iconButton } from './header';
import { type IconName, icon } from './icons';
import { languageOf } from './language';
import { pageLink, sectionLink } from './links';
import type { Actions, Model } from './model';
import { questions } from './questions';

const practiseIcons: Record<Practise['do'], IconName> = { insert: 'comment', log: 'note', exercise: 'edit' };

/** One section, with what can be done about it, the way back to the list above it and the way on below it. */
export function sectionPage(section: Section, model: Model, actions: Actions): TemplateResult {
  const { strings } = model;
  const body = model.bodyOf(section);
  const lang = languageOf(section);
  return html`<main aria-labelledby="title">
    <p class="part">
      ${pageLink('', strings.contents, () => actions.openContents('all'))} <span aria-hidden="true">›</span> <span lang=${lang}>${section.part}</span>
    </p>
    <article>
      <div class="title">
        <h1 id="title" tabindex="-1" lang=${lang}>${section.title}</h1>
        ${sectionButtons(section, model, actions)}
      </div>
      ${origin(section, model)} ${onThisPage(section, body, model)} ${body.element}
      <div id="end"></div>
      ${note(section, model, actions)} ${practise(section, model, actions)} ${questions(section, model, actions)}
      ${sources(section, model)}
      <label class="read">
        <input
          type="checkbox"
          .checked=${hasMark(model.progress, section.id, 'read')}
          @change=${(event: Event) => actions.setRead(section.id, (event.target as HTMLInputElement).checked)}
        />
        ${strings.iHaveRead}
      </label>
    </article>
    ${ways(section, model, actions)}
  </main>`;
}

function sectionButtons(section: Section, model: Model, actions: Actions): TemplateResult {
  const { strings } = model;
  const isBookmarked = model.bookmarks.includes(section.id);
  return html`<div class="buttons">
    ${iconButton('bookmark', strings.bookmark, () => actions.setBookmark(section.id, !isBookmarked), {
      isPressed: isBookmarked,
    })}
    ${iconButton('link', strings.copyLink, () => actions.copyLink(section.id))}
    ${
      model.surface === 'view'
        ? iconButton('open', strings.openInEditor, () => actions.openInEditor(section.id))
        : nothing
    }
  </div>`;
}

function origin(section: Section, { strings }: Model): unknown {
  switch (section.origin) {
    case 'belay':
      return nothing;
    case 'team':
      return html`<p><span class="badge">${strings.teamPage}</span></p>`;
    case 'untrusted':
      return html`<p class="notice">${strings.untrustedPage}</p>`;
  }
}

/** Links to the section's headings. The page's own parts below the text are headings as well. */
function onThisPage(section: Section, body: Body, { strings }: Model): unknown {
  const headings = [
    ...body.headings.map(heading => ({ ...heading, lang: languageOf(section) })),
    ...(section.practise.length > 0
      ? [{ id: headingId('practise-it'), text: strings.practise, lang: nothing }]
      : []),
    ...(section.questions.length > 0
      ? [{ id: headingId('check-yourself'), text: strings.check, lang: nothing }]
      : []),
  ];
  if (headings.length < 3) {
    return nothing;
  }
  const go = (id: string) => {
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return html`<details class="headings">
    <summary>${strings.onThisPage}</summary>
    <ul>
      ${headings.map(({ id, text, lang }) => html`<li lang=${lang}>${pageLink(id, text, () => go(id))}</li>`)}
    </ul>
  </details>`;
}

function note(section: Section, model: Model, actions: Actions): unknown {
  const { strings } = model;
  const shown = model.note?.id === section.id ? model.note : undefined;
  const state = shown?.problem
    ? fill(strings.notesNotKept, shown.problem)
    : shown?.kept
      ? strings.notesKept
      : '';
  return html`<div class="note">
    <label for="note">${strings.notes}</label>
    <textarea
      id="note"
      rows="3"
      aria-describedby="note-help"
      maxlength="100000"
      ?disabled=${shown === undefined}
      .value=${shown?.text ?? ''}
      @input=${(event: Event) => actions.writeNote((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="quiet"><span id="note-help">${strings.notesHelp}</span> <span role="status">${state}</span></p>
  </div>`;
}

function practise(section: Section, model: Model, actions: Actions): unknown {
  if (section.practise.length === 0) {
    return nothing;
  }
  const isDone = hasMark(model.progress, section.id, 'practised');
  return html`<h2 id=${headingId('practise-it')} tabindex="-1">
      ${model.strings.practise}${isDone ? html` <span class="badge">${model.strings.practised}</span>` : nothing}
    </h2>
    <ul class="practise">
      ${section.practise.map(
        (action, index) => html`<li>
          <button type="button" @click=${() => actions.practise(section.id, index)}>
            ${icon(practiseIcons[action.do])} <span lang=${languageOf(section)}>${action.label}</span>
          </button>
        </li>`,
      )}
    </ul>`;
}

function sources(section: Section, { strings }: Model): unknown {
  if (section.sources.length === 0) {
    return nothing;
  }
  const one = ({ author, title, year, url }: Source) =>
    html`<li>${author}: ${url === undefined ? html`<cite>${title}</cite>` : html`<a href=${url}><cite>${title}</cite></a>`}${year === undefined ? nothing : ` (${year})`}</li>`;
  return html`<h2>${strings.sources}</h2>
    <ul lang=${languageOf(section)}>
      ${section.sources.map(one)}
    </ul>`;
}

function ways(section: Section, model: Model, actions: Actions): TemplateResult {
  const { previous, next } = neighbours(model.guide ?? [], section.id);
  const way = (target: Section | undefined, rel: 'prev' | 'next', text: string) =>
    target ? sectionLink(target, fill(text, target.title), actions, rel) : nothing;
  return html`<nav class="ways" aria-label=${model.strings.around}>
    ${way(next, 'next', model.strings.next)} ${way(previous, 'prev', model.strings.previous)}
  </nav>`;
}
