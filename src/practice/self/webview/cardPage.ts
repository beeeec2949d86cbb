import { html, nothing, type TemplateResult } from 'lit-html';
import { isAnswered } from '../asking/progress';
import { type Answer, type Card, longestWords, type Strings } from '../asking/protocol';

/** What the page shows. */
export interface CardModel {
  readonly card: Card;
  readonly answer: Answer;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Why answers aren't kept. */
  readonly problem: string | undefined;
  readonly strings: Strings;
}

/** What the user does on it. */
export interface CardActions {
  answer(answer: Answer): void;
  clear(): void;
  next(): void;
  back(): void;
  finish(): void;
}

/** One card: its text, its choices as radio buttons, a box for one's own words, and the ways on and back. */
export function cardPage(model: CardModel, actions: CardActions): TemplateResult {
  const { card, answer, isFirst, isLast, problem, strings } = model;
  const goOn = (event: Event) => {
    event.preventDefault();
    actions.next();
  };
  const onward = isAnswered(answer) ? strings.next : strings.skip;
  return html`<main>
    <form @submit=${goOn}>
      <p class="quiet" id="about">${card.about}</p>
      <h1 tabindex="-1" aria-describedby="about" lang=${card.isTitleContent ? 'en' : nothing}>${card.title}</h1>
      ${card.text === undefined ? nothing : html`<p lang="en">${card.text}</p>`}
      ${choices(model, actions)} ${words(model, actions)}
      <p role="alert" class="problem">${problem === undefined ? nothing : `${strings.notKept} ${problem}`}</p>
      <div class="buttons">
        <button type="submit" class=${isLast || isAnswered(answer) ? 'primary' : nothing}>${isLast ? strings.finish : onward}</button>
        ${isFirst ? nothing : html`<button type="button" @click=${actions.back}>${strings.back}</button>`}
        ${
          isAnswered(answer)
            ? html`<button type="button" @click=${actions.clear}>${strings.clear}</button>`
            : nothing
        }
        ${
          isLast
            ? nothing
            : html`<button type="button" class="apart" @click=${actions.finish}>${strings.finish}</button>`
        }
      </div>
      <p class="quiet">${strings.keys}</p>
    </form>
  </main>`;
}

function choices({ card, answer }: CardModel, actions: CardActions): unknown {
  if (card.choices.length === 0) {
    return nothing;
  }
  return html`<fieldset>
    <legend lang="en">${card.ask ?? card.title}</legend>
    ${card.choices.map(
      ({ id, say, detail, note }, index) => html`<label class="choice">
        <input
          type="radio"
          name="choice"
          .value=${id}
          .checked=${answer.choice === id}
          aria-labelledby=${`say-${index}`}
          aria-describedby=${`more-${index}`}
          @change=${() => actions.answer({ ...answer, choice: id })}
        />
        <kbd aria-hidden="true">${index + 1}</kbd>
        <span>
          <span id=${`say-${index}`} lang="en" class=${detail === undefined ? nothing : 'name'}>${say}</span>
          <span id=${`more-${index}`}>
            ${note === undefined ? nothing : html`<span class="quiet">${note}</span>`}
            ${detail === undefined ? nothing : html`<span class="detail" lang="en">${detail}</span>`}
          </span>
        </span>
      </label>`,
    )}
  </fieldset>`;
}

/** The box, once there is something that the words can be about. */
function words({ card, answer }: CardModel, actions: CardActions): unknown {
  if (card.write === undefined || (card.choices.length > 0 && answer.choice === undefined)) {
    return nothing;
  }
  return html`<div class="words">
    <label for="words">${card.write}</label>
    <textarea
      id="words"
      rows=${card.choices.length > 0 ? 3 : 8}
      maxlength=${longestWords}
      .value=${answer.words ?? ''}
      @input=${(event: Event) =>
        actions.answer({ ...answer, words: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
  </div>`;
}
