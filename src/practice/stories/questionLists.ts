import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { plainMessage } from '../../platform/plainMessage';
import { vocabularyWords } from '../../vocabularyWords';
import type { Question } from '../content/question';
import { headlineOf } from '../moment';
import type { MatrixRow } from './matrix';
import { startFrom } from './newStories';
import type { StoriesRoom } from './storiesRoom';
import type { Suggestion } from './suggest';
import { questionWords, reasonText } from './words';

/** So many moments that fit are offered for a question. */
const mostSuggestions = 8;

interface RowItem extends vscode.QuickPickItem {
  readonly row?: MatrixRow;
}

/** `Belay: Fill a Gap with a Story…`: questions without a story first, each with the moments that fit it best. */
export async function fillGap(stories: StoriesRoom): Promise<void> {
  const { rows } = await stories.matrix(stories.stories());
  const chosen = await vscode.window.showQuickPick(gapItems(rows), {
    title: vscode.l10n.t('Fill a Gap with a Story'),
    placeHolder: vscode.l10n.t('Which question should the story answer?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.row) {
    const { question } = chosen.row;
    const suggestions = (await stories.suggester()).best(question, mostSuggestions);
    await startFrom(stories, { title: plainMessage(question.ask), suggestions, answers: [question.id] });
  }
}

/** Three groups: those that a moment fits, the best first, those that none fits, and those that have a story. */
function gapItems(rows: readonly MatrixRow[]): RowItem[] {
  const score = ({ suggestions: [best] }: MatrixRow) => best?.score ?? 0;
  const open = rows.filter(({ stories }) => stories.length === 0);
  const group = (label: string, items: readonly RowItem[]): RowItem[] =>
    items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
  return [
    ...group(
      vscode.l10n.t('No story yet, and a moment fits'),
      open
        .filter(row => score(row) > 0)
        .sort((a, b) => score(b) - score(a) || Number(isBehavioural(b)) - Number(isBehavioural(a)))
        .map(row => ({
          ...rowItem(row),
          description: aboutQuestion(row.question),
          detail: suggestionsText(row.suggestions),
        })),
    ),
    ...group(vscode.l10n.t('No story yet'), open.filter(row => score(row) === 0).map(rowItem)),
    ...group(vscode.l10n.t('With a story'), rows.filter(({ stories }) => stories.length > 0).map(rowItem)),
  ];
}

/** They ask for what happened: a story is the answer itself. */
function isBehavioural({ question }: MatrixRow): boolean {
  return question.kind === 'behavioural';
}

function suggestionsText([best, ...others]: readonly Suggestion[]): string {
  if (!best) {
    return '';
  }
  const { moment, reasons } = best;
  const text = plainMessage(
    `${formatShortDay(moment.when.slice(0, 10))}: ${headlineOf(moment)} (${reasonText(reasons, moment)})`,
  );
  return others.length === 0 ? text : vscode.l10n.t('{0}, and {1} more', text, others.length);
}

/** `Belay: Browse Interview Questions…`: all of them; the chosen one's page opens. A link may name one. */
export async function browseQuestions(stories: StoriesRoom, id: unknown): Promise<void> {
  if (typeof id === 'string' && stories.practice.library.questions.has(id)) {
    await stories.pages.showQuestion(id);
    return;
  }
  const { rows } = await stories.matrix(stories.stories());
  const pick = vscode.window.createQuickPick<RowItem>();
  const rehearse: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('play'),
    tooltip: vscode.l10n.t('Rehearse'),
  };
  pick.title = vscode.l10n.t('Browse Interview Questions');
  pick.placeholder = vscode.l10n.t('Words of the question, a dimension, a topic or a kind');
  pick.matchOnDetail = true;
  pick.items = rows.map(row => ({ ...rowItem(row), buttons: [rehearse] }));
  const chosen = await new Promise<
    { readonly item: RowItem; readonly command: 'page' | 'rehearse' } | undefined
  >(resolve => {
    const choose = (item: RowItem | undefined, command: 'page' | 'rehearse') => {
      resolve(item && { item, command });
      pick.hide();
    };
    pick.onDidAccept(() => choose(pick.selectedItems[0], 'page'));
    pick.onDidTriggerItemButton(({ item }) => choose(item, 'rehearse'));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  const question = chosen?.item.row?.question.id;
  if (question === undefined) {
    return;
  }
  if (chosen?.command === 'rehearse') {
    await vscode.commands.executeCommand('belay.rehearse', question);
  } else {
    await stories.pages.showQuestion(question);
  }
}

function rowItem(row: MatrixRow): RowItem {
  const { question, stories } = row;
  const count =
    stories.length === 0
      ? ''
      : stories.length === 1
        ? vscode.l10n.t('1 story')
        : vscode.l10n.t('{0} stories', stories.length);
  return {
    row,
    label: question.ask,
    // Questions are long: beside one nothing else would be seen.
    detail: [aboutQuestion(question), count].filter(Boolean).join(' · '),
  };
}

/** A question's dimension, topic and kind. */
export function aboutQuestion({ dimension, topic, kind }: Question): string {
  const { topics, kinds } = questionWords();
  return [vocabularyWords().dimensions[dimension], topic && topics[topic], kinds[kind]]
    .filter(Boolean)
    .join(' · ');
}
