import * as v from 'valibot';
import * as vscode from 'vscode';
import { messageOf } from './errors';

/** What Belay asks of the API that VS Code's Git extension exports (version 1). */
const RepositorySchema = v.object({
  state: v.object({ HEAD: v.optional(v.object({ commit: v.optional(v.string()) })) }),
});
interface GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
  getRepository(uri: vscode.Uri): unknown;
}
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
    const folder = vscode.workspace.getWorkspaceFolder(file);
    const repository = api.getRepository(file) ?? (folder && (await api.openRepository(folder.uri)));
    const state = v.safeParse(RepositorySchema, repository);
    return state.success ? state.output.state.HEAD?.commit : undefined;
  } catch (error) {
    log.warn(`Git: ${messageOf(error)}`);
    return undefined;
  }
}
