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
const ExportsSchema = v.object({
  enabled: v.boolean(),
  getAPI: v.custom<(version: 1) => GitApi>(value => typeof value === 'function'),
});

/**
 * The hash of the commit checked out where `file` is. `undefined` where there is none to know: no Git
 * extension (it is off in untrusted and absent in virtual workspaces), no repository, no commit yet.
 */
export async function headCommit(file: vscode.Uri, log: vscode.LogOutputChannel): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension<unknown>('vscode.git');
    const git = v.safeParse(ExportsSchema, await extension?.activate());
    if (!git.success || !git.output.enabled) {
      return undefined;
    }
    const api = git.output.getAPI(1);
    const folder = vscode.workspace.getWorkspaceFolder(file);
    const repository = api.getRepository(file) ?? (folder && (await api.openRepository(folder.uri)));
    const state = v.safeParse(RepositorySchema, repository);
    return state.success ? state.output.state.HEAD?.commit : undefined;
  } catch (error) {
    log.warn(`Git: ${messageOf(error)}`);
    return undefined;
  }
}
