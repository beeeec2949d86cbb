import * as vscode from 'vscode';
import { localDay } from '../../platform/days';
import { type Disposable, DisposableStore } from '../../platform/disposables';
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
export class StoryPages implements vscode.TextDocumentContentProvider, Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  /** Those that were asked for, by address. */
  readonly #shown = new Map<string, vscode.Uri>();

  constructor(private readonly stories: StoriesRoom) {
    this.#store.add(stories.onDidChange(() => this.#refresh()));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.#shown.set(uri.toString(), uri);
    const file = uri.path.split('/').at(-1) ?? '';
    switch (file) {
      case storiesFile:
        return this.#storiesPage();
      case rehearsalsFile:
        return this.#rehearsalsPage();
      default:
        return this.#questionPage(file.replace(/\.md$/, ''));
    }
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

  async #storiesPage(): Promise<string> {
    const stories = this.stories.stories();
    const [matrix, places] = await Promise.all([
      this.stories.matrix(stories),
      this.stories.places(stories.flatMap(({ document }) => document.moments ?? [])),
    ]);
    return storiesPage({ matrix, stories, places }, storiesPageWords());
  }

  async #rehearsalsPage(): Promise<string> {
    const [{ historyPage }, { historyWords }, { scheduleOf }] = await Promise.all([
      import('../rehearsal/historyPage'),
      import('../rehearsal/words'),
      import('../rehearsal/schedule'),
    ]);
    const { library, store } = this.stories.practice;
    const rehearsals = store.all('rehearsal');
    return historyPage(
      {
        questions: library.questions,
        rehearsals,
        schedule: scheduleOf(rehearsals),
        stories: new Map(this.stories.stories().map(({ document }) => [document.id, document.title])),
        today: localDay(new Date()),
      },
      historyWords(),
    );
  }

  async #questionPage(id: string): Promise<string> {
    const { rows } = await this.stories.matrix(this.stories.stories());
    const row = rows.find(({ question }) => question.id === id);
    return row
      ? questionPage(row.question, row, { home: storiesFile, words: questionPageWords() })
      : `${vscode.l10n.t('There is no such question.')}\n`;
  }

  #refresh(): void {
    for (const uri of this.#shown.values()) {
      this.#changed.fire(uri);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
