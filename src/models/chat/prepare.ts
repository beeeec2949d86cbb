import * as vscode from 'vscode';
import preparePrompt from '../../../media/prompts/prepare.md';
import storyPrompt from '../../../media/prompts/story.md';
import { namesIn, withoutNames } from '../../namesIn';
import { sentenceOf } from '../ask';
import { journalSetting, mayUseJournal } from '../consent';
import type { ModelsPorts, ToldMoment } from '../ports';
import { readPrompt } from '../prompts/prompt';
import { mostMoments, told } from '../tools/told';
import { cut } from '../tools/tool';
import { answerOf, longestWish, type Turn } from './answering';

/** So many sections of the guide go with a wish to prepare something. */
const mostSections = 3;

/** So many of the moments that go with a wish can be made a story from the answer. */
const mostStories = 3;

/** Words that begin in upper case, and those behind an `@`, may be a person's name. */
const names = /@[\p{L}\p{N}_-]+|(?<!\p{L})\p{Lu}[\p{L}-]+/gu;

/** `/prepare`: an agenda for a 1:1 or a career conversation. */
export async function prepare(turn: Turn): Promise<void> {
  const { ports, request, stream } = turn;
  const wish = request.prompt.trim().slice(0, longestWish);
  const isCareer = wish === '' || /career|growth|promotion|manager/i.test(wish);
  const topic = isCareer ? 'career conversation' : '1:1 conversation';
  const sections = await (await ports.guide.open()).find(topic, mostSections);
  const answer = await answerOf(turn, readPrompt(preparePrompt), {
    wish: wish || topic,
    notes: asNotes(await agreedTo(turn, await notesFor(wish, isCareer, ports))),
    guide: sections.map(({ title, summary, excerpt }) => `${title}: ${summary} ${excerpt}`).join('\n'),
  });
  if ('silence' in answer) {
    stream.markdown(`${sentenceOf(answer.silence)} ${vscode.l10n.t('This needs no model:')}`);
  } else {
    stream.markdown(answer.text);
    sayWhatWasUsed(turn);
  }
  stream.button(
    isCareer
      ? { command: 'belay.careerConversation', title: vscode.l10n.t('Prepare a Career Conversation') }
      : { command: 'belay.openPerson', title: vscode.l10n.t('Open a Person’s Page') },
  );
}

async function notesFor(
  wish: string,
  isCareer: boolean,
  { journal }: ModelsPorts,
): Promise<readonly ToldMoment[]> {
  if (!mayUseJournal()) {
    return [];
  }
  if (isCareer) {
    return (await journal.find('')).slice(0, mostMoments);
  }
  for (const [name] of wish.matchAll(names)) {
    const found = await journal.find(`@${name.replace(/^@/, '')}`);
    if (found.length > 0) {
      return found.slice(0, mostMoments);
    }
  }
  return [];
}

/** `/story`: which moments could become one, and what to ask oneself before writing it; begins it from one of them. */
export async function story(turn: Turn): Promise<void> {
  const { ports, request, stream } = turn;
  const wish = request.prompt.trim().slice(0, longestWish);
  const agreed = await agreedTo(turn, mayUseJournal() ? await momentsFor(wish, ports) : []);
  const answer = await answerOf(turn, readPrompt(storyPrompt), {
    wish: wish || 'a story for an interview',
    notes: asNotes(agreed),
  });
  if ('silence' in answer) {
    stream.markdown(`${sentenceOf(answer.silence)} ${vscode.l10n.t('This needs no model:')}`);
  } else {
    stream.markdown(answer.text);
    sayWhatWasUsed(turn);
  }
  offerStories(turn, agreed);
  stream.button({ command: 'belay.newStory', title: vscode.l10n.t('New Story') });
}

/**
 * A button for each of the first of `moments`. VS Code keeps what a chat shows, and other models may get it with the
 * chat: no names are in it, and no moment that the user didn't agree to send.
 */
function offerStories({ stream }: Turn, moments: readonly ToldMoment[]): void {
  const names = namesIn(moments);
  const someone = vscode.l10n.t('someone');
  for (const { id, what } of moments.slice(0, mostStories)) {
    const line = withoutNames(what, names, () => someone)
      .replace(/\s+/g, ' ')
      .trim();
    stream.button({
      command: 'belay.makeStory',
      // VS Code makes icons of `$(…)` in the title of a button.
      title: vscode.l10n.t('Start a Story: {0}', cut(line.replaceAll('$(', '$ ('), 60)),
      arguments: [{ moment: { id } }],
    });
  }
}

/** Moments with the words of a wish, those with the most of them first; where there are none, the latest. */
async function momentsFor(wish: string, { journal }: ModelsPorts): Promise<readonly ToldMoment[]> {
  const words = wish.match(/\p{L}{4,}/gu) ?? [];
  const found = new Map<string, { readonly moment: ToldMoment; readonly words: number }>();
  for (const word of new Set(words.slice(0, 10))) {
    for (const moment of await journal.find(word)) {
      found.set(moment.id, { moment, words: (found.get(moment.id)?.words ?? 0) + 1 });
    }
  }
  const best = [...found.values()].sort((a, b) => b.words - a.words).map(({ moment }) => moment);
  return (best.length > 0 ? best : await journal.find('')).slice(0, mostMoments);
}

/** Moments as a model is told of them. */
const asNotes = (moments: readonly ToldMoment[]) => JSON.stringify(moments.map(told));

/** The moments, once the user has agreed to sending them. The setting alone isn't enough: a repository may bring it along. */
async function agreedTo({ request }: Turn, moments: readonly ToldMoment[]): Promise<readonly ToldMoment[]> {
  if (moments.length === 0) {
    return [];
  }
  const send = vscode.l10n.t('Send');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Send moments of your journal to {0}? Found: {1}', request.model.name, moments.length),
    {
      modal: true,
      detail: moments.map(({ when, what }) => `${when.slice(0, 10)} ${cut(what, 80)}`).join('\n'),
    },
    send,
  );
  return chosen === send ? moments : [];
}

/** Where the journal wasn't used, that is said: an answer without it shows less than there is. */
function sayWhatWasUsed({ stream }: Turn): void {
  if (!mayUseJournal()) {
    const text = vscode.l10n.t(
      'Your journal wasn’t used: {0} is off for this workspace.',
      `\`${journalSetting}\``,
    );
    stream.markdown(`\n\n_${text}_`);
  }
}
