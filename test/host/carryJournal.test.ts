import * as vscode from 'vscode';
import { journalFolderSetting } from '../../src/journal/folder/ownFolder';
import { carryJournal } from '../../src/journal/keeping/carryJournal';
import { syncJournal } from '../../src/journal/sync/syncJournal';
import { deepEqual } from './assert';
import { createContext, freshFolder } from './context';
import { FakeSyncGit } from './fakeSyncGit';
import { aMoment, openJournal } from './journals';
import { freshStorage } from './notes';
import { atEnd, contextsIn, held, recordCommands, replace } from './perTest';
import { choosing } from './questions';

/** What was told of that step; Belay itself, which reads the same settings, tells of other things. */
const told = (commands: readonly unknown[][]) =>
  contextsIn(commands).filter(context => context.startsWith('belay.did.'));

const done = ['belay.did.carried=true', 'belay.did.carried=false'];

/** A journal in VS Code's storage, and a folder that the user would choose for it. */
async function open() {
  const folder = vscode.Uri.joinPath(freshFolder(), 'own');
  await vscode.workspace.fs.createDirectory(folder);
  atEnd(() =>
    vscode.workspace
      .getConfiguration()
      .update(journalFolderSetting, undefined, vscode.ConfigurationTarget.Global),
  );
  const session = held((await openJournal({ storageUri: freshStorage() })).session);
  await session.put(aMoment('a'));
  replace(vscode.workspace, 'getWorkspaceFolder', () => undefined);
  replace(vscode.window, 'showOpenDialog', async () => [folder]);
  return { session, folder };
}

describe('the walkthrough’s step of taking one’s journal along', () => {
  it('is completed by moving it into a folder of one’s own, not by moving it back', async () => {
    const { session } = await open();
    const commands = recordCommands();
    await carryJournal(session);
    deepEqual(told(commands), done);
    choosing(items => items.find(({ label }) => label.startsWith('Back')));
    await carryJournal(session);
    deepEqual(told(commands), done);
  });

  it('isn’t completed where no folder is chosen', async () => {
    const { session } = await open();
    const commands = recordCommands();
    replace(vscode.window, 'showOpenDialog', async () => undefined);
    await carryJournal(session);
    deepEqual(told(commands), []);
  });

  it('is completed by syncing it, once that is pushed', async () => {
    const { session, folder } = await open();
    await carryJournal(session);
    const commands = recordCommands();
    const context = createContext();
    const remote = new FakeSyncGit(folder, 'https://example.com/journal.git');
    replace(vscode.window, 'showWarningMessage', async () => undefined);
    await syncJournal(session, context);
    deepEqual([remote.count('push'), told(commands)], [0, []]);
    const local = new FakeSyncGit(folder, '/remote.git');
    await syncJournal(session, context);
    deepEqual([local.count('push'), told(commands)], [1, done]);
  });
});
