import * as vscode from 'vscode';
import { entryIdOf } from '../../platform/entryFiles';
import { formatShortDay } from '../../platform/formatDay';
import { escapeMarkdown } from '../../platform/markdownText';
import { plainMessage } from '../../platform/plainMessage';
import type { KeptMoment, PracticeDocument } from '../entry';
import { formatSeconds } from '../formatSeconds';
import { answerAt } from './answersPlace';
import { checkStory } from './checkStory';
import { aboutQuestion } from './questionLists';
import type { StoriesRoom } from './storiesRoom';
import { factsFor } from './storyCheck';
import { parseStory } from './storyText';
import { findingsText, goneText } from './words';

/** What stands above a story: how long it takes to tell, what the check has found, and which moments are behind it. */
export async function storyLenses(
  stories: StoriesRoom,
  document: vscode.TextDocument,
): Promise<vscode.CodeLens[]> {
  const story = storyOf(stories, document);
  if (!story) {
    return [];
  }
  const { seconds, findings } = checkStory(
    { name: story.title, text: document.getText() },
    factsFor(story, stories.practice.library),
  );
  const top = new vscode.Range(0, 0, 0, 0);
  const lens = (title: string, command = '', ...args: unknown[]) =>
    new vscode.CodeLens(top, { title, command, arguments: args });
  const told =
    seconds === 0
      ? vscode.l10n.t('Nothing to tell yet')
      : vscode.l10n.t('Told in {0} of 2:00', formatSeconds(seconds));
  const found = findingsText(findings.length);
  const moments = await momentsText(stories, story.moments ?? []);
  return [
    lens(told),
    found === '' ? lens(vscode.l10n.t('Its shape is right')) : lens(found, 'workbench.actions.view.problems'),
    ...(moments === '' ? [] : [lens(moments, 'belay.story.moments', story.id)]),
    ...rehearseLens(stories, document, lens),
  ];
}

/** A way to rehearse the first question that the story says it answers, saved or not. */
function rehearseLens(
  { practice }: StoriesRoom,
  document: vscode.TextDocument,
  lens: (title: string, command: string, id: string) => vscode.CodeLens,
): vscode.CodeLens[] {
  const { front } = parseStory({ name: document.fileName, text: document.getText() });
  const id = front?.answers.find(answer => practice.library.questions.has(answer));
  return id === undefined ? [] : [lens(vscode.l10n.t('Rehearse'), 'belay.rehearse', id)];
}

async function momentsText(stories: StoriesRoom, kept: readonly KeptMoment[]): Promise<string> {
  if (kept.length === 0) {
    return '';
  }
  const places = await stories.places(kept);
  const gone = [...places.values()].filter(({ is }) => is === 'gone').length;
  const from =
    kept.length === 1 ? vscode.l10n.t('From 1 moment') : vscode.l10n.t('From {0} moments', kept.length);
  return gone === 0 ? from : vscode.l10n.t('{0} ({1} deleted since)', from, gone);
}

/** Lists the moments behind a story, as they were kept; the chosen one opens where it still is. */
export async function showMoments(stories: StoriesRoom, id: unknown): Promise<void> {
  const story = typeof id === 'string' ? stories.practice.store.find('document', id) : undefined;
  const kept = story?.moments ?? [];
  const places = await stories.places(kept);
  const items = kept.map(moment => {
    const place = places.get(moment.id);
    const where =
      place?.is === 'gone'
        ? goneText()
        : place?.is === 'elsewhere'
          ? vscode.l10n.t('in the journal of {0}', place.workspace)
          : '';
    const about = [formatShortDay(moment.when.slice(0, 10)), moment.who.join(', '), where];
    return {
      moment,
      label: plainMessage(moment.what),
      description: plainMessage(about.filter(Boolean).join(' · ')),
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Moments behind This Story'),
    placeHolder: vscode.l10n.t('Which one should open?'),
    matchOnDescription: true,
  });
  if (chosen && !(await stories.practice.ports.journal.open(chosen.moment.id))) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('That moment isn’t in this workspace’s journal. Its first line was kept with the story.'),
    );
  }
}

/** Ids of questions, where a story's front matter says what it answers. */
export function questionCompletions(
  stories: StoriesRoom,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): vscode.CompletionItem[] {
  const at = storyOf(stories, document) && answerAt(linesOf(document), line, character);
  if (!at) {
    return [];
  }
  const range = new vscode.Range(line, at.start, line, at.end);
  return stories.practice.library.content.questions.map(question => {
    const item = new vscode.CompletionItem(question.id, vscode.CompletionItemKind.Reference);
    item.range = range;
    item.detail = aboutQuestion(question);
    item.documentation = question.ask;
    item.filterText = `${question.id} ${question.ask}`;
    return item;
  });
}

/** The question whose id stands there, with a link to its page. */
export function questionHover(
  stories: StoriesRoom,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): vscode.Hover | undefined {
  const at = storyOf(stories, document) && answerAt(linesOf(document), line, character);
  const question = at && stories.practice.library.questions.get(at.id);
  if (!question) {
    return undefined;
  }
  const address = encodeURIComponent(JSON.stringify([question.id]));
  const text = new vscode.MarkdownString(
    [
      `**${escapeMarkdown(question.ask)}**`,
      escapeMarkdown(aboutQuestion(question)),
      `[${vscode.l10n.t('Open its page')}](command:belay.browseQuestions?${address})`,
    ].join('\n\n'),
  );
  text.isTrusted = { enabledCommands: ['belay.browseQuestions'] };
  return new vscode.Hover(text, new vscode.Range(line, at.start, line, at.end));
}

/** The story whose file it is, if it is one's. */
function storyOf({ practice }: StoriesRoom, { uri }: vscode.TextDocument): PracticeDocument | undefined {
  const document = practice.store.find('document', entryIdOf(uri));
  return document?.kind === 'story' ? document : undefined;
}

function linesOf(document: vscode.TextDocument): string[] {
  return document.getText().split(/\r\n?|\n/);
}
