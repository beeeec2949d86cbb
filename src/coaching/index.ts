import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposables';
import { listFiles } from '../platform/files';
import { ownFolderOf } from '../platform/ownFiles';
import { type Reporter, registerCommand } from '../platform/reporting';
import { type Drafts, registerDrafts } from './drafts';
import type { CoachingPorts, CoachingRoom } from './room';

export type { CoachingPorts } from './room';

/** Where `/` opens the list of templates: boxes and messages, in which no path or division begins a word. */
export const completionPlaces: vscode.DocumentSelector = [
  { scheme: 'comment' },
  { language: 'scminput' },
  { language: 'git-commit' },
];

/** Coaching as other rooms see it. */
export interface Coaching extends Drafts {
  /** Enters its room, in which comments are checked and proposed. */
  open(): Promise<Pick<CoachingRoom, 'boxOf' | 'check' | 'propose'>>;
}

/** Coaching comments: templates inserted wherever a comment is written, and the check of its wording. Their code is loaded at first use. */
export function registerCoaching(
  context: vscode.ExtensionContext,
  reporter: Reporter,
  ports: CoachingPorts,
): Coaching {
  const store = new DisposableStore();
  let room: Promise<CoachingRoom> | undefined;
  const enter = () => {
    room ??= import('./room').then(module => store.add(new module.CoachingRoom(context, reporter, ports)));
    return room;
  };
  const command = (id: string, run: (room: CoachingRoom, argument: unknown) => unknown) =>
    store.add(registerCommand(id, reporter, async argument => run(await enter(), argument)));

  command('belay.insertCoachingComment', (opened, argument) => opened.insert(argument));
  command('belay.insertCoachingCommentInThread', (opened, thread) => opened.insertIntoThread(thread));
  command('belay.insertCoachingCommentInMessage', (opened, scm) => opened.insertIntoMessage(scm));
  command('belay.copyCoachingComment', (opened, argument) => opened.copy(argument));
  command('belay.saveTemplate', opened => opened.saveTemplate());
  command('belay.coaching.used', (opened, prefix) => opened.used(String(prefix)));
  store.add(
    vscode.languages.registerCompletionItemProvider(
      completionPlaces,
      {
        provideCompletionItems: async (document, position) => (await enter()).complete(document, position),
      },
      '/',
    ),
  );
  checkTeamTemplates(enter).catch(error => reporter.report(error));
  const drafts = store.add(registerDrafts(context, reporter));
  return { dispose: () => store.dispose(), mix: drafts.mix, open: enter };
}

/** Templates of a team are checked as soon as there are some, not only when somebody inserts one. */
async function checkTeamTemplates(enter: () => Promise<CoachingRoom>): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(folder => listFiles(ownFolderOf(folder, 'templates'))));
  if (found.flat().length > 0) {
    await (await enter()).library.templates();
  }
}
