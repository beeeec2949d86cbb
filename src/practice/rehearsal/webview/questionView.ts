import { html, nothing, type TemplateResult } from 'lit-html';
import { formatSeconds } from '../../formatSeconds';
import { longestNote, type NoteBlock, type QuestionScreen, type Strings } from '../protocol';
import { isRunning } from '../timer';
import { saidLine } from './saidLine';
import type { Answering } from './state';

/** What is shown of a question. */
export interface QuestionModel {
  readonly screen: QuestionScreen;
  readonly answering: Answering;
  /** How long the answer has taken, in milliseconds. */
  readonly elapsed: number;
  readonly limit: number;
  /** Why the rating isn't kept. */
  readonly problem: string | undefined;
  readonly strings: Strings;
}

/** What the user does about it. */
export interface QuestionActions {
  pause(): void;
  goOn(): void;
  restart(): void;
  answered(): void;
  back(): void;
  note(text: string): void;
  story(id: string): void;
  rate(grade: number): void;
  skip(): void;
  undo(): void;
  openStory(id: string): void;
}

/** A question with its time; once it is answered, what to hold the answer against and how it went. */
export function questionView(model: QuestionModel, actions: QuestionActions): TemplateResult {
  const { screen, answering, strings } = model;
  return html`<main>
    ${saidLine(screen, strings, actions.undo)}
    <p class="quiet" id="about">${screen.position} · ${screen.about}</p>
    <h1 tabindex="-1" aria-describedby="about" lang="en">${screen.ask}</h1>
    ${
      screen.lastNote === undefined
        ? nothing
        : html`<p class="note"><strong>${strings.lastNote}</strong> ${screen.lastNote}</p>`
    }
    ${time(model)} ${answering.isAnswered ? rating(model, actions) : answer(model, actions)}
  </main>`;
}

function time({ elapsed, limit, strings }: QuestionModel): TemplateResult {
  const isOver = elapsed > limit;
  return html`<p class="time">
    <span role="timer" aria-label=${strings.time} class=${isOver ? 'over' : nothing}
      >${formatSeconds(Math.floor(elapsed / 1000))}</span
    >
    <span class="quiet">${strings.limit}${isOver ? `, ${strings.over}` : nothing}</span>
  </p>`;
}

function answer({ answering, strings }: QuestionModel, actions: QuestionActions): TemplateResult {
  const runs = isRunning(answering.timer);
  return html`<div class="buttons">
      <button type="button" class="primary" @click=${actions.answered}>${strings.answered}</button>
      <button type="button" @click=${runs ? actions.pause : actions.goOn}>
        ${runs ? strings.pause : strings.resume}
      </button>
      <button type="button" @click=${actions.restart}>${strings.restart}</button>
      <button type="button" class="apart" @click=${actions.skip}>${strings.skip}</button>
    </div>
    <p class="quiet">${strings.answerKeys}</p>`;
}

function rating(model: QuestionModel, actions: QuestionActions): TemplateResult {
  const { screen, answering, problem, strings } = model;
  return html`${screen.notes.map(noteBlock)} ${stories(model, actions)}
    <div class="words">
      <label for="note">${strings.note}</label>
      <textarea
        id="note"
        rows="2"
        maxlength=${longestNote}
        .value=${answering.note}
        @input=${(event: Event) => actions.note((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <h2 tabindex="-1" id="rate">${strings.rate}</h2>
    <p role="alert" class="problem">${problem === undefined ? nothing : `${strings.notKept} ${problem}`}</p>
    <div class="grades" role="group" aria-labelledby="rate">
      ${screen.grades.map(
        ({ grade, label, detail, next }) => html`<button
          type="button"
          class="grade"
          @click=${() => actions.rate(grade)}
        >
          <kbd aria-hidden="true">${grade}</kbd>
          <span class="name">${label}</span>
          <span class="next">${next}</span>
          <span class="detail">${detail}</span>
        </button>`,
      )}
    </div>
    <div class="buttons">
      <button type="button" @click=${actions.back}>${strings.back}</button>
      <button type="button" class="apart" @click=${actions.skip}>${strings.skip}</button>
    </div>
    <p class="quiet">${strings.rateKeys}</p>`;
}

function noteBlock({ title, paragraphs, items }: NoteBlock): TemplateResult {
  return html`<section>
    <h2 tabindex="-1">${title}</h2>
    ${paragraphs.map(text => html`<p lang="en">${text}</p>`)}
    ${
      items.length === 0
        ? nothing
        : html`<ul lang="en">
          ${items.map(text => html`<li>${text}</li>`)}
        </ul>`
    }
  </section>`;
}

function stories({ screen, answering, strings }: QuestionModel, actions: QuestionActions): unknown {
  if (screen.stories.length === 0) {
    return nothing;
  }
  return html`<div class="words">
    <label for="story">${strings.story}</label>
    <div class="row">
      <select
        id="story"
        @change=${(event: Event) => actions.story((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${answering.story === ''}>${strings.noStory}</option>
        ${screen.stories.map(
          ({ id, title }) => html`<option value=${id} ?selected=${answering.story === id}>${title}</option>`,
        )}
      </select>
      ${
        answering.story === ''
          ? nothing
          : html`<button type="button" @click=${() => actions.openStory(answering.story)}>
            ${strings.openStory}
          </button>`
      }
    </div>
  </div>`;
}
