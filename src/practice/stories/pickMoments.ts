import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { plainMessage } from '../../platform/plainMessage';
import { vocabularyWords } from '../../vocabularyWords';
import { headlineOf, type PracticeMoment } from '../moment';
import type { Suggestion } from './suggest';
import { reasonText } from './words';

/** So many moments are listed: an older one leads to its story from the journal's view. */
const mostMoments = 500;

interface MomentItem extends vscode.QuickPickItem {
  readonly moment?: PracticeMoment;
}

/** What is asked. */
export interface MomentsQuestion {
  readonly title: string;
  readonly placeHolder: string;
  readonly moments: readonly PracticeMoment[];
  /** Those that fit, the best first, which is ticked. */
  readonly suggestions: readonly Suggestion[];
}

/** Lets the user tick moments, none included. `undefined` where the list was closed. */
export async function pickMoments(question: MomentsQuestion): Promise<PracticeMoment[] | undefined> {
  const { title, placeHolder, suggestions } = question;
  const suggested = new Set(suggestions.map(({ moment }) => moment.id));
  const others = question.moments.filter(({ id }) => !suggested.has(id)).slice(0, mostMoments);
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: MomentItem[] = [
    ...(suggestions.length > 0 ? [separator(vscode.l10n.t('Moments that fit'))] : []),
    ...suggestions.map((suggestion, index) => ({
      ...momentItem(suggestion.moment),
      detail: reasonText(suggestion.reasons, suggestion.moment),
      picked: index === 0,
    })),
    ...(suggestions.length > 0 && others.length > 0 ? [separator(vscode.l10n.t('Other moments'))] : []),
    ...others.map(momentItem),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder,
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen?.flatMap(({ moment }) => moment ?? []);
}

function momentItem(moment: PracticeMoment): MomentItem {
  const { kinds } = vocabularyWords();
  const { when, who, kind } = moment;
  const about = [formatShortDay(when.slice(0, 10)), who.join(', '), kind && kinds[kind]];
  return {
    moment,
    label: plainMessage(headlineOf(moment)),
    description: plainMessage(about.filter(Boolean).join(' · ')),
  };
}
