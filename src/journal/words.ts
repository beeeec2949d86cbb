import * as vscode from 'vscode';
import { formatDayIn } from '../platform/formatDay';
import { vocabularyWords } from '../vocabularyWords';
import type { ShorthandWords } from './logging/shorthand';
import type { MomentWords } from './momentText';
import type { FieldLabels } from './views/findQuery';

/** The words for moments in the user's language. */
export function momentWords(): MomentWords {
  const { kinds, skills, dimensions } = vocabularyWords();
  return {
    when: vscode.l10n.t('When'),
    who: vscode.l10n.t('Who'),
    kind: vscode.l10n.t('Kind'),
    skill: vscode.l10n.t('Skill'),
    dimension: vscode.l10n.t('Dimension'),
    tags: vscode.l10n.t('Tags'),
    minutes: vscode.l10n.t('Minutes'),
    where: vscode.l10n.t('Where'),
    learned: vscode.l10n.t('What I learned'),
    followUp: vscode.l10n.t('Follow-up'),
    due: day => vscode.l10n.t('due {0}', day),
    done: day => vscode.l10n.t('done {0}', day),
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
  const { kinds, skills, dimensions } = vocabularyWords();
  return {
    kinds,
    skills,
    dimensions,
    minutes: minutes => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) {
        return vscode.l10n.t('{0} min', rest);
      }
      return rest === 0 ? vscode.l10n.t('{0} h', hours) : vscode.l10n.t('{0} h {1} min', hours, rest);
    },
    day: (day, thisYear) => formatDayIn(thisYear, day, { weekday: 'short', day: 'numeric', month: 'short' }),
    today: day => vscode.l10n.t('today, {0}', day),
    yesterday: day => vscode.l10n.t('yesterday, {0}', day),
    atTime: (day, time) => vscode.l10n.t('{0}, {1}', day, time),
    followUp: (due, text) => {
      if (due === undefined) {
        return text === undefined ? vscode.l10n.t('follow up') : vscode.l10n.t('follow up: {0}', text);
      }
      return text === undefined
        ? vscode.l10n.t('follow up on {0}', due)
        : vscode.l10n.t('follow up on {0}: {1}', due, text);
    },
  };
}
