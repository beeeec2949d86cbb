import { html, type TemplateResult } from 'lit-html';
import { kinds } from '../../../vocabulary';
import { type Filters, periods } from '../filters';
import { scopes } from '../protocol';
import type { Actions, Model } from './model';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is shown: period, person, kind, and whose moments. */
export function filterBar({ words, state, content }: Model, actions: Actions): TemplateResult {
  const { strings, initial } = words;
  const { filters } = state;
  const people = [...(content?.data.people ?? [])].sort(words.compare);
  // Somebody who was chosen and isn't there any more filters nothing, and stays to be seen.
  const person = people.find(name => name === filters.person) ?? '';
  const filter = (key: keyof Filters) => (value: string) =>
    actions.filter({ [key]: value } as Partial<Filters>);
  return html`<form class="filters" role="search" aria-label=${strings.filters} @submit=${stay}>
    ${select(
      strings.period,
      filters.period,
      periods.map(value => ({ value, label: strings[value] })),
      filter('period'),
    )}
    ${
      filters.period === 'between'
        ? html`${dateInput(strings.from, filters.from, filter('from'))}
          ${dateInput(strings.to, filters.to, filter('to'))}`
        : ''
    }
    ${select(
      strings.person,
      person,
      [{ value: '', label: strings.everybody }, ...people.map(name => ({ value: name, label: name }))],
      filter('person'),
    )}
    ${select(
      strings.kind,
      filters.kind,
      [
        { value: '', label: strings.allKinds },
        ...kinds.map((value, index) => ({ value, label: initial.kinds[index] ?? value })),
        { value: 'none', label: strings.noKind },
      ],
      filter('kind'),
    )}
    ${select(
      strings.scope,
      state.scope,
      scopes.map(value => ({ value, label: strings[value] })),
      value => actions.readScope(value === 'everywhere' ? 'everywhere' : 'here'),
    )}
  </form>`;
}

function stay(event: Event): void {
  event.preventDefault();
}

function select(
  label: string,
  value: string,
  choices: readonly Choice[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label
    ><span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${choices.map(one => html`<option value=${one.value} .selected=${one.value === value}>${one.label}</option>`)}
    </select>
  </label>`;
}

function dateInput(label: string, value: string, choose: (value: string) => void): TemplateResult {
  return html`<label
    ><span>${label}</span>
    <input type="date" .value=${value} @change=${(event: Event) => choose((event.target as HTMLInputElement).value)} />
  </label>`;
}
