import * as v from 'valibot';
import type * as vscode from 'vscode';
import { messageOf } from './errors';
import { openGitApi } from './gitApi';

/** What a commit is asked of. */
const RepositorySchema = v.object({
  state: v.object({ HEAD: v.optional(v.object({ commit: v.optional(v.string()) })) }),
  status: v.custom<() => Promise<void>>(value => typeof value === 'function'),
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
    const api = await openGitApi();
    // Only what Git has opened itself: opening one here would change the user's Source Control view.
    const repository: unknown = api?.getRepository(file);
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
