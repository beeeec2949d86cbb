import * as vscode from 'vscode';
import { formatDayIn } from '../platform/formatDay';
import { vocabularyWords } from '../vocabularyWords';
import type { ShorthandWords } from './logging/shorthand';
import type { MomentWords } from './momentText';
import type { FieldLabels } from './views/findQuery';

/** The words for moments in the user's language. */
export function momentWords(): MomentWords {
  const { t } = vscode.l10n;
  const { kinds, skills, dimensions } = vocabularyWords();
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
    kinds,
    skills,
    dimensions,
  };
}

/** What kinds, skills and dimensions are found by, in the user's language. */
export function fieldLabels(): FieldLabels {
  const { kinds, skills, dimensions } = vocabularyWords();
  return { kinds, skills, dimensions };
}

/** The words for telling what was understood of a line, in the user's language. */
export function shorthandWords(): ShorthandWords {
  const { t } = vscode.l10n;
  const { kinds, skills, dimensions } = vocabularyWords();
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
