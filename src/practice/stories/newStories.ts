import * as vscode from 'vscode';
import { entryIdOf } from '../../platform/entryFiles';
import { UserError } from '../../platform/errors';
import { createDocument } from '../documents';
import { keptMoment, type PracticeMoment } from '../moment';
import { pickMoments } from './pickMoments';
import type { StoriesRoom } from './storiesRoom';
import { newStory } from './storyTemplate';
import type { Suggestion } from './suggest';
import { templateWords } from './words';

/** `Belay: New Story…`: from moments that the user ticks, or from nothing. */
export async function startStory(stories: StoriesRoom): Promise<void> {
  await startFrom(stories, { title: vscode.l10n.t('New Story'), suggestions: [], answers: [] });
}

/** Starts a story that answers `answers`, from moments that the user ticks among those that fit and all others. */
export async function startFrom(
  stories: StoriesRoom,
  {
    title,
    suggestions,
    answers,
  }: {
    readonly title: string;
    readonly suggestions: readonly Suggestion[];
    readonly answers: readonly string[];
  },
): Promise<void> {
  const moments = await stories.practice.ports.journal.moments();
  const placeHolder =
    suggestions.length > 0
      ? vscode.l10n.t('Enter starts the story from what is ticked')
      : vscode.l10n.t('Tick the moments that it grows from; none to begin from nothing');
  // With an empty journal there is nothing to ask.
  const chosen = moments.length > 0 ? await pickMoments({ title, placeHolder, moments, suggestions }) : [];
  if (chosen) {
    await createStory(stories, chosen, answers);
  }
}

/** `Make a Story from This Moment`: from the rows of the journal that it was asked for, or the moment in the active editor. */
export async function makeStory(stories: StoriesRoom, node: unknown, nodes: unknown): Promise<void> {
  const ids = idsOf(Array.isArray(nodes) && nodes.length > 0 ? nodes : [node]);
  const uri = vscode.window.activeTextEditor?.document.uri;
  const wanted = ids.length === 0 && uri?.scheme === 'belay-moment' ? [entryIdOf(uri)] : ids;
  if (wanted.length === 0) {
    await startStory(stories);
    return;
  }
  const moments = await stories.practice.ports.journal.moments();
  const found = moments.filter(({ id }) => wanted.includes(id));
  if (found.length === 0) {
    throw new UserError(vscode.l10n.t('That moment isn’t in this journal any more.'));
  }
  await createStory(stories, found, []);
}

/** The ids of moments among rows of the journal's tree. Whatever else a key binding gives is none. */
function idsOf(rows: readonly unknown[]): string[] {
  return rows.flatMap(row => {
    const id = (row as { readonly moment?: { readonly id?: unknown } } | null | undefined)?.moment?.id;
    return typeof id === 'string' ? [id] : [];
  });
}

async function createStory(
  stories: StoriesRoom,
  moments: readonly PracticeMoment[],
  answers: readonly string[],
): Promise<void> {
  const { title, text } = newStory(moments, answers, templateWords());
  await createDocument(stories.practice.store, {
    kind: 'story',
    title,
    text,
    moments: moments.map(moment => keptMoment(moment, vscode.workspace.name)),
    questions: answers,
  });
}
