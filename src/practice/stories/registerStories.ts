import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { type Reporter, registerCommand } from '../../platform/reporting';
import type { PracticeRoom } from '../room';
import type { StoriesRoom } from './storiesRoom';

/** Their commands, without `belay.` before them. */
const storyCommands = [
  'newStory',
  'makeStory',
  'openStory',
  'showStories',
  'fillGap',
  'browseQuestions',
  'rehearse',
  'mockInterview',
  'showRehearsals',
  'story.moments',
  'careerConversation',
  'exportDocument',
] as const;
export type StoryCommand = (typeof storyCommands)[number];

/** Stories, interview questions, rehearsing them, and career conversations: their commands, pages, and what editors of stories show. */
export function registerStories(reporter: Reporter, enterPractice: () => Promise<PracticeRoom>): Disposable {
  const store = new DisposableStore();
  const pageChanged = store.add(new vscode.EventEmitter<vscode.Uri>());
  const lensesChanged = store.add(new vscode.EventEmitter<void>());
  let stories: StoriesRoom | undefined;
  const enter = async () => {
    const [practice, module] = await Promise.all([enterPractice(), import('./storiesRoom')]);
    if (!stories) {
      stories = store.add(new module.StoriesRoom(practice));
      store.add(stories.pages.onDidChange(uri => pageChanged.fire(uri)));
      store.add(stories.onDidChange(() => lensesChanged.fire()));
    }
    return stories;
  };
  for (const id of storyCommands) {
    store.add(
      registerCommand(`belay.${id}`, reporter, async (...args) => {
        const [room, { runStoryCommand }] = await Promise.all([enter(), import('./storyCommands')]);
        await runStoryCommand[id](room, ...args);
      }),
    );
  }
  store.add(
    vscode.workspace.registerTextDocumentContentProvider('belay-question', {
      onDidChange: pageChanged.event,
      provideTextDocumentContent: async uri => (await enter()).pages.provideTextDocumentContent(uri),
    }),
  );
  const files = { scheme: 'belay-practice' };
  store.add(
    vscode.languages.registerCodeLensProvider(files, {
      onDidChangeCodeLenses: lensesChanged.event,
      provideCodeLenses: async document => (await import('./editing')).storyLenses(await enter(), document),
    }),
  );
  store.add(
    vscode.languages.registerHoverProvider(files, {
      provideHover: async (document, at) =>
        (await import('./editing')).questionHover(await enter(), document, at),
    }),
  );
  store.add(
    vscode.languages.registerCompletionItemProvider(
      files,
      {
        provideCompletionItems: async (document, at) =>
          (await import('./editing')).questionCompletions(await enter(), document, at),
      },
      ...['[', ',', ' ', '-'],
    ),
  );
  return store;
}
