import { prepareCareerConversation } from './careerConversation';
import { showMoments } from './editing';
import { exportDocument } from './exportDocument';
import { makeStory, startStory } from './newStories';
import { openStory } from './openStories';
import { browseQuestions, fillGap } from './questionLists';
import type { StoryCommand } from './registerStories';
import type { StoriesRoom } from './storiesRoom';

/** What each command does. */
export const runStoryCommand: Readonly<
  Record<StoryCommand, (room: StoriesRoom, ...args: unknown[]) => Promise<void>>
> = {
  newStory: startStory,
  makeStory,
  openStory,
  showStories: room => room.pages.showStories(),
  fillGap,
  rehearse: async (room, id) => (await room.rehearsals()).rehearse(id),
  mockInterview: async room => (await room.rehearsals()).mockInterview(),
  showRehearsals: room => room.pages.showRehearsals(),
  browseQuestions,
  'story.moments': showMoments,
  careerConversation: ({ practice }) => prepareCareerConversation(practice),
  exportDocument: ({ practice }) => exportDocument(practice.store, practice.reporter),
};
