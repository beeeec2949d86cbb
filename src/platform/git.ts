import * as v from 'valibot';
import * as vscode from 'vscode';
import { messageOf } from './errors';

/** What Belay asks of the API that VS Code's Git extension exports (version 1). */
const RepositorySchema = v.object({
  state: v.object({ HEAD: v.optional(v.object({ commit: v.optional(v.string()) })) }),
  status: v.custom<() => Promise<void>>(value => typeof value === 'function'),
});
interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): unknown;
}

/** How long Git may take to find the repositories before a moment is logged without its commit. */
const patienceMs = 3_000;
interface GitExports {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
const ExportsSchema = v.object({
  enabled: v.boolean(),
  getAPI: v.custom<GitExports['getAPI']>(value => typeof value === 'function'),
});

/**
 * The hash of the commit checked out where `file` is. `undefined` where there is none to know: no Git
 * extension (it is off in untrusted and absent in virtual workspaces), no repository, no commit yet.
 */
export async function headCommit(
  file: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<string | undefined> {
  try {
    const git: unknown = await vscode.extensions.getExtension('vscode.git')?.activate();
    // Checked, not parsed: a parsed copy would have lost the object that its methods belong to.
    if (!v.is(ExportsSchema, git) || !git.enabled) {
      return undefined;
    }
    const api = git.getAPI(1);
    await untilInitialized(api);
    // Only what Git has opened itself: opening one here would change the user's Source Control view.
    const repository: unknown = api.getRepository(file);
    if (!v.is(RepositorySchema, repository)) {
      return undefined;
    }
    if (repository.state.HEAD === undefined) {
      // A repository that was found a moment ago doesn't know its commit yet.
      await repository.status();
    }
    return repository.state.HEAD?.commit;
  } catch (error) {
    log.warn(`Git: ${messageOf(error)}`);
    return undefined;
  }
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
