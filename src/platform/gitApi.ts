import * as v from 'valibot';
import * as vscode from 'vscode';

/** What Belay asks of the API that VS Code's Git extension exports (version 1). Objects in it are `unknown` until checked. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly repositories: readonly unknown[];
  getRepository(uri: vscode.Uri): unknown;
  /** The folder of the repository that `uri` is in; `null` where it is in none. */
  getRepositoryRoot(uri: vscode.Uri): Promise<vscode.Uri | null>;
  /** Opens a repository that Git hasn't found by itself; `null` where there is none. */
  openRepository(root: vscode.Uri): Promise<unknown>;
  /** Where VS Code shows a file as it was in a commit. */
  toGitUri(uri: vscode.Uri, commit: string): vscode.Uri;
}

/** An address in what another extension gives. */
export const UriSchema = v.custom<vscode.Uri>(value => value instanceof vscode.Uri);

interface GitExports {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
const ExportsSchema = v.object({
  enabled: v.boolean(),
  getAPI: v.custom<GitExports['getAPI']>(value => typeof value === 'function'),
});

/** How long Git may take to find the repositories. */
const patienceMs = 3_000;

/** The Git extension's API once it knows the workspace's repositories; `undefined` where it is off (untrusted) or absent (virtual workspaces). */
export async function openGitApi(): Promise<GitApi | undefined> {
  const git: unknown = await vscode.extensions.getExtension('vscode.git')?.activate();
  // Checked, not parsed: a parsed copy would have lost the object that its methods belong to.
  if (!v.is(ExportsSchema, git) || !git.enabled) {
    return undefined;
  }
  const api = git.getAPI(1);
  await untilInitialized(api);
  return api;
}

/** Resolves when Git knows the workspace's repositories, or when patience is at its end. */
async function untilInitialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') {
    return;
  }
  await new Promise<void>(resolve => {
    const late = setTimeout(end, patienceMs);
    const subscription = api.onDidChangeState(() => {
      if (api.state === 'initialized') {
        end();
      }
    });
    function end() {
      clearTimeout(late);
      subscription.dispose();
      // biome-ignore lint/nursery/noFloatingPromises: this linter takes the executor's callback for a promise
      resolve();
    }
  });
}
