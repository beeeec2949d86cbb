import { casual } from 'chrono-node/en';
import * as v from 'valibot';
import { TimestampSchema, toLocalIso } from '../../../platform/time';

// Which words are a date is said here, in a few forms, so that it can be foretold; chrono only reckons when
// that is. Left to find dates itself it takes "may", "sat" and "sun" for some, and 2026-13-01 for a January.
// English only: so are the words.
const weekday = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu|thurs?|fri)';
// With nothing before them these two are words of other meanings.
const anyWeekday = `(?:${weekday}|sat|sun)`;
const part = '(?:morning|afternoon|evening|night)';
const count = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const isoDay = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const dayOfMonth = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const calendarDay = `(?:${isoDay}|(?:the )?${dayOfMonth}(?: of)? ${month}(?:,? \\d{4})?|${month} ${dayOfMonth}(?:,? \\d{4})?)`;
const time = '(?:(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?: ?[ap]m)?|(?:0?[1-9]|1[0-2]) ?[ap]m|noon)';

const pastDay =
  `(?:(?:earlier )?today|yesterday(?: ${part})?|(?:the )?day before yesterday|last night|` +
  `this (?:morning|afternoon|evening)|(?:on )?${weekday}(?: ${part})?(?: last week)?|` +
  `(?:on |last |on last |this )${anyWeekday}(?: ${part})?|last (?:week|month)|` +
  `${count} (?:minutes?|mins?|hours?|days?|weeks?|months?) ago|an hour ago|half an hour ago|(?:on )?${calendarDay})`;
const past = new RegExp(`^(?:${pastDay}(?:,? (?:at )?${time})?|at ${time}(?:,? ${pastDay})?)$`);

const due = new RegExp(
  `^(?:(?:by|before|until|after|for) )?(?:(?:later )?today|tonight|tomorrow(?: ${part})?|(?:the )?day after tomorrow|` +
    `(?:(?:on|this|next|on next) )?${anyWeekday}(?: ${part})?(?: next week)?|(?:on )?${calendarDay}|` +
    `next (?:week|month)|in ${count} (?:days?|weeks?|months?)|(?:the )?end of (?:the |next )?month)$`,
);
const onlyDay = new RegExp(`^(?:(?:by|before|until|after|for|on) )?(${isoDay})$`);

/** How many words a date has at most. */
export const longestDate = 7;
/** How many dates of one line are reckoned: no line that makes sense has more. */
const mostDates = 32;

/** Reads the dates of one line that is typed at `now`. */
export class Dates {
  #left = mostDates;

  constructor(private readonly now: Date) {}

  /**
   * The time that `phrase`, the whole of it, says: local ISO with the offset, `undefined` where it is none or
   * lies ahead. A weekday is the latest one. A day whose time isn't said is at noon; today is now, and a part
   * of it at most now. A timestamp with its offset stays as it is.
   */
  past(phrase: string): string | undefined {
    if (/^\d{4}-\d\d-\d\dT/.test(phrase)) {
      return v.is(TimestampSchema, phrase) && Date.parse(phrase) <= this.now.getTime() ? phrase : undefined;
    }
    const typed = tidy(phrase);
    if (!past.test(typed)) {
      return undefined;
    }
    // Chrono has the last night begin at midnight.
    const text = plain(typed).replace('last night', 'yesterday night');
    const found = this.#reckon(text, false);
    if (!found) {
      return undefined;
    }
    const { date, certain } = found;
    if (date > this.now && certain('weekday') && !certain('day') && !text.startsWith('this ')) {
      date.setDate(date.getDate() - 7);
    } else if (date > this.now && certain('month') && !certain('year')) {
      date.setFullYear(date.getFullYear() - 1);
    }
    if (!certain('hour')) {
      const ofDay = new RegExp(`\\b${part}\\b`).test(text);
      if (!ofDay) {
        date.setHours(12, 0, 0, 0);
      }
      if (dayOf(date) === dayOf(this.now) && (!ofDay || date > this.now)) {
        return toLocalIso(this.now);
      }
    }
    return date > this.now ? undefined : toLocalIso(date);
  }

  /**
   * The day that `phrase`, the whole of it, names as the one to come: `undefined` where it is none, or gone by.
   * A weekday is the next one and never today. A day that is written out (`2026-12-01`) may be gone by, so
   * that the follow-up of an old moment stays what it is.
   */
  due(phrase: string): string | undefined {
    const text = tidy(phrase);
    if (!due.test(text)) {
      return undefined;
    }
    const found = this.#reckon(plain(text), true);
    const day = found && dayOf(found.date);
    return day !== undefined && (onlyDay.test(text) || day >= dayOf(this.now)) ? day : undefined;
  }

  #reckon(text: string, forwardDate: boolean) {
    if (this.#left === 0) {
      return undefined;
    }
    this.#left--;
    const [result] = casual.parse(text, this.now, { forwardDate });
    return result?.text.length === text.length
      ? { date: result.date(), certain: result.start.isCertain.bind(result.start) }
      : undefined;
  }
}

/** The local day of `date`, as `2026-03-01`. */
function dayOf(date: Date): string {
  return toLocalIso(date).slice(0, 10);
}

/** A date without the words before it that change nothing, and that chrono knows only before some. */
function plain(text: string): string {
  return text
    .replace(/^(?:(?:by|before|until|after|for) )?(?:(?:earlier|later|on) )?/, '')
    .replace(/^the (?=\d)/, '')
    .replace(/^day (?=before|after)/, 'the day ');
}

function tidy(phrase: string): string {
  return phrase.replace(/\s+/g, ' ').toLowerCase();
}
