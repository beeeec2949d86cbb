import * as vscode from 'vscode';
import type { ShorthandWords } from './logging/shorthand';
import type { MomentWords } from './momentText';
import type { FieldLabels } from './views/findQuery';

/** The words for moments in the user's language. */
export function momentWords(): MomentWords {
  const { t } = vscode.l10n;
  return {
    when: t('When'),
    who: t('Who'),
    kind: t('Kind'),
    skill: t('Skill'),
    dimension: t('Dimension'),
    tags: t('Tags'),
    minutes: t('Minutes'),
    where: t('Where'),
    learned: t('What I learned'),
    followUp: t('Follow-up'),
    due: day => t('due {0}', day),
    done: day => t('done {0}', day),
    kinds: {
      pairing: t('Pairing'),
      review: t('Review'),
      '1:1': t('1:1'),
      feedback: t('Feedback'),
      delegation: t('Delegation'),
      unblocking: t('Unblocking'),
      facilitation: t('Facilitation'),
      recognition: t('Recognition'),
      interviewing: t('Interviewing'),
      other: t('Other'),
    },
    skills: {
      'leadership-communication': t('Leadership & communication'),
      'people-development': t('People development'),
      execution: t('Execution'),
      'technical-credibility': t('Technical credibility'),
    },
    dimensions: {
      leadership: t('Leadership'),
      'conflict-resolution': t('Conflict resolution'),
      execution: t('Execution'),
      coaching: t('Coaching'),
      'strategic-thinking': t('Strategic thinking'),
    },
  };
}

/** What kinds, skills and dimensions are found by, in the user's language. */
export function fieldLabels(): FieldLabels {
  const { kinds, skills, dimensions } = momentWords();
  return { kinds, skills, dimensions };
}

/** The words for telling what was understood of a line, in the user's language. */
export function shorthandWords(): ShorthandWords {
  const { t } = vscode.l10n;
  const { kinds, skills, dimensions } = momentWords();
  return {
    kinds,
    skills,
    dimensions,
    minutes: minutes => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) {
        return t('{0} min', rest);
      }
      return rest === 0 ? t('{0} h', hours) : t('{0} h {1} min', hours, rest);
    },
    day: (day, thisYear) => formatDayIn(thisYear, day, { weekday: 'short', day: 'numeric', month: 'short' }),
    today: day => t('today, {0}', day),
    yesterday: day => t('yesterday, {0}', day),
    atTime: (day, time) => t('{0}, {1}', day, time),
    followUp: (due, text) => {
      if (due === undefined) {
        return text === undefined ? t('follow up') : t('follow up: {0}', text);
      }
      return text === undefined ? t('follow up on {0}', due) : t('follow up on {0}: {1}', due, text);
    },
  };
}

/** The day `2026-03-01` in the user's own way of writing dates. */
export function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
  // Noon UTC: the same calendar day in every time zone that is asked for UTC's day.
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(vscode.env.language, {
    ...options,
    timeZone: 'UTC',
  });
}

/** A day without its year where that is `thisYear` (`2026`). */
export function formatDayIn(thisYear: string, day: string, options: Intl.DateTimeFormatOptions): string {
  return formatDay(day, { ...options, ...(day.startsWith(`${thisYear}-`) ? {} : { year: 'numeric' }) });
}

/** A day of this year without the year: `1 Mar`, in the user's own way. */
export function formatShortDay(day: string): string {
  return formatDayIn(String(new Date().getFullYear()), day, { day: 'numeric', month: 'short' });
}
