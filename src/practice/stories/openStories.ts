import * as vscode from 'vscode';
import { formatShortDay } from '../../platform/formatDay';
import { offerUndo } from '../../platform/offerUndo';
import { plainMessage } from '../../platform/plainMessage';
import { openDocument } from '../documents';
import type { PracticeDocument } from '../entry';
import { formatSeconds } from '../formatSeconds';
import type { StorySummary } from './matrix';
import type { StoriesRoom } from './storiesRoom';
import { findingsText } from './words';

interface StoryItem extends vscode.QuickPickItem {
  readonly story?: PracticeDocument;
  /** The command that starts one where there is none to open. */
  readonly command?: string;
}

/** `Belay: Open Story…`: all stories, the one changed last first. A button deletes one. */
export async function openStory(stories: StoriesRoom): Promise<void> {
  await stories.refresh();
  const pick = vscode.window.createQuickPick<StoryItem>();
  const remove: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Delete Story'),
  };
  const fill = () => {
    pick.items = [
      ...stories.stories().map(summary => ({ ...storyItem(summary), buttons: [remove] })),
      ...starters(),
    ];
  };
  pick.title = vscode.l10n.t('Open Story');
  pick.placeholder = vscode.l10n.t('Which story?');
  pick.matchOnDetail = true;
  fill();
  const changed = stories.onDidChange(fill);
  pick.onDidTriggerItemButton(({ item: { story } }) => {
    if (story) {
      deleteStory(stories, story).catch(error => stories.practice.reporter.report(error));
    }
  });
  const chosen = await new Promise<StoryItem | undefined>(resolve => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  changed.dispose();
  pick.dispose();
  if (chosen?.story) {
    await openDocument(chosen.story);
  } else if (chosen?.command) {
    await vscode.commands.executeCommand(chosen.command);
  }
}

function storyItem({ document, seconds, findings }: StorySummary): StoryItem {
  const { questions = [], changed, created } = document;
  const answers =
    questions.length === 1
      ? vscode.l10n.t('answers 1 question')
      : vscode.l10n.t('answers {0} questions', questions.length);
  const about = [
    answers,
    vscode.l10n.t('told in {0}', formatSeconds(seconds)),
    vscode.l10n.t('changed on {0}', formatShortDay((changed ?? created).slice(0, 10))),
    findingsText(findings),
  ];
  return {
    story: document,
    label: plainMessage(document.title),
    detail: about.filter(Boolean).join(' · '),
  };
}

function starters(): StoryItem[] {
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('$(add) New Story…'), command: 'belay.newStory', alwaysShow: true },
    {
      label: vscode.l10n.t('$(lightbulb) Fill a Gap with a Story…'),
      command: 'belay.fillGap',
      alwaysShow: true,
    },
  ];
}

/** Deletes a story and offers to take that back. */
async function deleteStory({ practice }: StoriesRoom, story: PracticeDocument): Promise<void> {
  await practice.store.delete(story.id);
  offerUndo(vscode.l10n.t('Story deleted: {0}', plainMessage(story.title)), () =>
    practice.store.put(story),
  ).catch(error => practice.reporter.report(error));
}
