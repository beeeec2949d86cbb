import { html, nothing, type TemplateResult } from 'lit-html';
import type { EndScreen, Strings, ToHost } from '../protocol';
import { saidLine } from './saidLine';

/** How a session went, with a way to each of its questions, and what could be next. */
export function endView(
  { screen, strings }: { readonly screen: EndScreen; readonly strings: Strings },
  send: (message: ToHost) => void,
): TemplateResult {
  const run = (what: Extract<ToHost, { type: 'run' }>['what']) => () => send({ type: 'run', what });
  return html`<main>
    ${saidLine(screen, strings, () => send({ type: 'undo', key: screen.key }))}
    <h1 tabindex="-1">${screen.title}</h1>
    <p>${screen.text}</p>
    ${screen.rows.length === 0 ? nothing : table(screen, strings, send)}
    <div class="buttons">
      <button type="button" class="primary" @click=${() => send({ type: 'leave' })}>${strings.close}</button>
      <button type="button" @click=${run('more')}>${strings.more}</button>
      <button type="button" @click=${run('mock')}>${strings.mock}</button>
      <button type="button" @click=${run('history')}>${strings.history}</button>
    </div>
  </main>`;
}

function table({ rows }: EndScreen, strings: Strings, send: (message: ToHost) => void): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${strings.question}</th>
        <th scope="col">${strings.howItWent}</th>
        <th scope="col">${strings.comesAgain}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ question, ask, grade, time, next, note }) => html`<tr>
          <td>
            <button
              type="button"
              class="link"
              lang="en"
              @click=${() => send({ type: 'openQuestion', id: question })}
            >
              ${ask}
            </button>
            ${note === undefined ? nothing : html`<p class="quiet">${note}</p>`}
          </td>
          <td>${grade}, ${time}</td>
          <td>${next}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
