import { fill } from '../../platform/fill';
import type { DayRange } from './filters';
import type { InitialData, Strings } from './protocol';

/** How dates are written where it isn't with day, month and year. */
const forms = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short' },
  monthAndYear: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  weekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateForm = keyof typeof forms;

const dayMs = 86_400_000;

/** What the page says, in the user's language. */
export class PageWords {
  readonly strings: Strings;
  readonly #formats = new Map<DateForm, Intl.DateTimeFormat>();
  readonly #collator: Intl.Collator;
  readonly #number: Intl.NumberFormat;

  constructor(readonly initial: InitialData) {
    this.strings = initial.strings;
    this.#collator = new Intl.Collator(initial.language, { numeric: true });
    this.#number = new Intl.NumberFormat(initial.language);
  }

  /** Names as people look them up. */
  readonly compare = (one: string, other: string): number => this.#collator.compare(one, other);

  /** A day by its number. */
  date(day: number, form: DateForm = 'day'): string {
    let format = this.#formats.get(form);
    if (!format) {
      format = new Intl.DateTimeFormat(this.initial.language, { ...forms[form], timeZone: 'UTC' });
      this.#formats.set(form, format);
    }
    return format.format(day * dayMs);
  }

  /** The month `2026-11`. */
  month(month: string, form: DateForm = 'month'): string {
    return this.date(Date.parse(`${month}-01`) / dayMs, form);
  }

  span({ from, to }: DayRange): string {
    return fill(this.strings.span, this.date(from, 'short'), this.date(to, 'short'));
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  moments(count: number): string {
    return this.#counted(count, this.strings.momentOne, this.strings.momentMany);
  }

  people(count: number): string {
    return this.#counted(count, this.strings.personOne, this.strings.personMany);
  }

  /** The name of a mark: what it stands for, and how much of it there is. */
  mark(what: string, count: string): string {
    return fill(this.strings.mark, what, count);
  }

  /** How long ago a day was, seen from `today`. */
  ago(day: number, today: number): string {
    const { lastToday, lastOne, lastMany, lastAhead } = this.strings;
    const days = today - day;
    return days < 0 ? lastAhead : days === 0 ? lastToday : this.#counted(days, lastOne, lastMany);
  }

  #counted(count: number, one: string, many: string): string {
    return count === 1 ? one : fill(many, this.number(count));
  }
}
