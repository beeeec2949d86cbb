import * as vscode from 'vscode';

/** After so long somebody wonders what is going on. */
const patienceMs = 1000;

/** Runs `work`; where it takes more than a second, says so with `title` and lets it be cancelled. */
export async function withLateProgress<T>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  const result = work(source.token);
  const late = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (_progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      // Its failure is told to whoever called.
      await Promise.allSettled([result]);
    });
  }, patienceMs);
  try {
    return await result;
  } finally {
    clearTimeout(late);
    source.dispose();
  }
}
