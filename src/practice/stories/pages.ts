import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { LivePages } from '../../platform/livePages';
import { showPage } from '../../platform/showPage';
import { questionPage } from './questionPage';
import { questionFile, storiesPage } from './storiesPage';
import type { StoriesRoom } from './storiesRoom';
import { questionPageWords, storiesPageWords } from './words';

/** The scheme of pages about questions and the stories for them. Pages link to each other by relative addresses. */
const pageScheme = 'belay-question';

/** The page of stories and questions; no question's id has a capital letter. */
const storiesFile = 'Stories.md';

/** The page of what was rehearsed. */
const rehearsalsFile = 'Rehearsals.md';

/** Pages about questions and stories, which follow both and the journal. */
export class StoryPages extends LivePages<Promise<string>> {
  constructor(private readonly stories: StoriesRoom) {
    super(uri => textOf(stories, uri.path.split('/').at(-1) ?? ''));
    this.held.add(stories.onDidChange(() => this.refresh()));
  }

  /** Shows the page of stories and questions. */
  async showStories(): Promise<void> {
    await this.stories.refresh();
    // It would be lost as soon as a story is opened.
    await this.#show(storiesFile, { locked: true });
  }

  /** Shows what was rehearsed. */
  async showRehearsals(): Promise<void> {
    await this.stories.refresh();
    await this.#show(rehearsalsFile, { locked: true });
  }

  /** Shows a question's page. */
  async showQuestion(id: string): Promise<void> {
    await this.stories.refresh();
    await this.#show(questionFile(id));
  }

  async #show(file: string, options?: { readonly locked: boolean }): Promise<void> {
    await showPage(
      vscode.Uri.from({ scheme: pageScheme, path: `/${file}` }),
      this.stories.practice.reporter,
      options,
    );
  }
}

async function textOf(stories: StoriesRoom, file: string): Promise<string> {
  switch (file) {
    case storiesFile:
      return storiesText(stories);
    case rehearsalsFile:
      return rehearsalsText(stories);
    default:
      return questionText(stories, file.replace(/\.md$/, ''));
  }
}

async function storiesText(room: StoriesRoom): Promise<string> {
  const stories = room.stories();
  const [matrix, places] = await Promise.all([
    room.matrix(stories),
    room.places(stories.flatMap(({ document }) => document.moments ?? [])),
  ]);
  return storiesPage({ matrix, stories, places }, storiesPageWords());
}

async function rehearsalsText(room: StoriesRoom): Promise<string> {
  const [{ historyPage }, { historyWords }, { scheduleOf }] = await Promise.all([
    import('../rehearsal/historyPage'),
    import('../rehearsal/words'),
    import('../rehearsal/schedule'),
  ]);
  const { library, store } = room.practice;
  const rehearsals = store.all('rehearsal');
  return historyPage(
    {
      questions: library.questions,
      rehearsals,
      schedule: scheduleOf(rehearsals),
      stories: new Map(room.stories().map(({ document }) => [document.id, document.title])),
      today: localDay(new Date()),
    },
    historyWords(),
  );
}

async function questionText(room: StoriesRoom, id: string): Promise<string> {
  const { rows } = await room.matrix(room.stories());
  const row = rows.find(({ question }) => question.id === id);
  return row
    ? questionPage(row.question, row, { home: storiesFile, words: questionPageWords() })
    : `${vscode.l10n.t('There is no such question.')}\n`;
}
