import * as vscode from 'vscode';
import { withLateProgress } from '../../src/platform/lateProgress';
import { deepEqual, equal, rejects } from './assert';
import { replace } from './perTest';

type Task = (progress: unknown, token: vscode.CancellationToken) => Promise<void>;

/** Takes the place of VS Code's progress: each is cancelled at once. Gives their titles. */
function cancelling(): (string | undefined)[] {
  const titles: (string | undefined)[] = [];
  replace(vscode.window, 'withProgress', async ({ title }: vscode.ProgressOptions, task: Task) => {
    titles.push(title);
    const source = new vscode.CancellationTokenSource();
    const ended = task(undefined, source.token);
    source.cancel();
    await ended;
  });
  return titles;
}

describe('work that may take long', () => {
  it('says so when it does, and hears that it is cancelled', async () => {
    const titles = cancelling();
    const result = await withLateProgress(
      'Reading',
      token =>
        new Promise<string>(resolve => {
          token.onCancellationRequested(() => resolve('cancelled'));
        }),
    );
    equal(result, 'cancelled');
    deepEqual(titles, ['Reading']);
  });

  it('says nothing when it doesn’t, and gives its result or its failure', async () => {
    const titles = cancelling();
    equal(await withLateProgress('Reading', async () => 5), 5);
    await rejects(
      withLateProgress('Reading', async () => {
        throw new RangeError('broken');
      }),
      RangeError,
    );
    deepEqual(titles, []);
  });
});
