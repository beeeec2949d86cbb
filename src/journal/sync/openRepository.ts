import * as v from 'valibot';
import type * as vscode from 'vscode';
import { openGitApi, UriSchema } from '../../platform/gitApi';
import type { GitRepository } from './gitRepository';

/** A repository of VS Code's Git extension, as far as a sync asks of it. */
interface ExtensionRepository {
  readonly rootUri: vscode.Uri;
  readonly state: unknown;
  status(): Promise<void>;
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
  fetch(options: { remote: string; ref: string; silent: boolean }): Promise<void>;
  merge(ref: string): Promise<void>;
  mergeAbort(): Promise<void>;
  push(remote: string, branch: string, setUpstream: boolean): Promise<void>;
}

const methods = ['status', 'add', 'commit', 'fetch', 'merge', 'mergeAbort', 'push'] as const;

// Checked, not parsed: a parsed copy would have lost the object that its methods belong to.
const RepositorySchema = v.custom<ExtensionRepository>(value => {
  const known = value as Readonly<Record<string, unknown>> | null | undefined;
  return v.is(UriSchema, known?.['rootUri']) && methods.every(name => typeof known?.[name] === 'function');
});

const Changes = v.optional(v.array(v.looseObject({ uri: UriSchema })), []);
const StateSchema = v.object({
  HEAD: v.optional(
    v.object({
      name: v.optional(v.string()),
      upstream: v.optional(v.object({ remote: v.string(), name: v.string() })),
    }),
  ),
  remotes: v.optional(v.array(v.object({ name: v.string(), pushUrl: v.optional(v.string()) })), []),
  indexChanges: Changes,
  mergeChanges: Changes,
  workingTreeChanges: Changes,
  untrackedChanges: Changes,
});

/**
 * The repository that `folder` is in; `'off'` where Git is off or absent, `undefined` where there is none. A `silent`
 * one fails to fetch where Git would ask for a name or a password.
 */
export async function openRepository(
  folder: vscode.Uri,
  silent = false,
): Promise<GitRepository | 'off' | undefined> {
  const api = await openGitApi();
  if (!api) {
    return 'off';
  }
  // Git looks by itself only into the workspace.
  const found: unknown =
    api.getRepository(folder) ?? (await api.openRepository((await api.getRepositoryRoot(folder)) ?? folder));
  return v.is(RepositorySchema, found) ? asked(found, silent) : undefined;
}

function asked(repository: ExtensionRepository, silent: boolean): GitRepository {
  return {
    path: repository.rootUri.fsPath,
    async state() {
      await repository.status();
      const state = v.parse(StateSchema, repository.state);
      return {
        branch: state.HEAD?.name,
        upstream: state.HEAD?.upstream,
        remotes: state.remotes,
        staged: state.indexChanges,
        conflicting: state.mergeChanges,
        changed: [...state.workingTreeChanges, ...state.untrackedChanges],
      };
    },
    add: paths => repository.add([...paths]),
    commit: message => repository.commit(message),
    fetch: (remote, ref) => repository.fetch({ remote, ref, silent }),
    merge: ref => repository.merge(ref),
    mergeAbort: () => repository.mergeAbort(),
    push: (remote, refspec, setUpstream) => repository.push(remote, refspec, setUpstream),
  };
}
