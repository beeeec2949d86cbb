import { html, nothing, type TemplateResult } from 'lit-html';
import { headingId } from '../markdown';
import type { Question, Section } from '../section';
import { languageOf } from './language';
import type { Actions, Model } from './model';

/** By what `Model.answers` knows a question. */
export function answerKey(id: string, question: number): string {
  return `${id}/${question}`;
}

/** The section's knowledge questions: choosing an answer tells why it is right or wrong; any number of tries. */
export function questions(section: Section, model: Model, actions: Actions): unknown {
  if (section.questions.length === 0) {
    return nothing;
  }
  return html`<h2 id=${headingId('check-yourself')} tabindex="-1">${model.strings.check}</h2>
    ${section.questions.map((question, index) => questionGroup(section, question, index, model, actions))}`;
}

function questionGroup(
  section: Section,
  { ask, answers }: Question,
  index: number,
  model: Model,
  actions: Actions,
): TemplateResult {
  const { id } = section;
  const lang = languageOf(section);
  const chosen = model.answers.get(answerKey(id, index));
  const answer = chosen === undefined ? undefined : answers[chosen];
  const name = `question-${index}`;
  return html`<fieldset class="question">
    <legend lang=${lang}>${ask}</legend>
    ${answers.map(
      ({ say }, number) => html`<label>
        <input
          type="radio"
          name=${name}
          .checked=${number === chosen}
          @change=${() => actions.answer(id, index, number)}
        />
        <span lang=${lang}>${say}</span>
      </label>`,
    )}
    <div role="status">
      ${
        answer
          ? html`<p class="reason">
              <strong>${answer.right ? model.strings.right : model.strings.wrong}</strong> <span lang=${lang}>${answer.because}</span>
            </p>`
          : nothing
      }
    </div>
  </fieldset>`;
}
