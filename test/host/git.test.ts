import * as vscode from 'vscode';
import { readText } from '../../src/platform/files';
import { headCommit } from '../../src/platform/git';
import { deepEqual, equal, until } from './assert';
import { workspaceFolder } from './context';
import { RecordingLog } from './reporter';

const file = () => vscode.Uri.joinPath(workspaceFolder(), 'src', 'retry.ts');

/** What is checked out, from Git's own file; `undefined` where the sample is no repository. */
async function headOnDisk(): Promise<string | undefined> {
  try {
    return (await readText(vscode.Uri.joinPath(workspaceFolder(), '.git', 'refs', 'heads', 'main'))).trim();
  } catch {
    return undefined;
  }
}

describe('the commit of a file', () => {
  it('is the one that is checked out, where VS Code’s Git extension is there to tell', async () => {
    const git = vscode.extensions.getExtension('vscode.git');
    const expected = git && (await headOnDisk());
    const log = new RecordingLog();
    // The Git extension reads a repository for a while after it says that it is active.
    await until(`the commit is ${expected}`, async () => (await headCommit(file(), log)) === expected);
    deepEqual(log.lines, []);
  });

  it('is unknown for a file that is in no repository', async () => {
    const outside = vscode.Uri.joinPath(workspaceFolder(), '..', '..', 'nowhere.txt');
    equal(await headCommit(outside, new RecordingLog()), undefined);
  });
});
