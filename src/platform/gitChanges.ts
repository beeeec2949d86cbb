import * as v from 'valibot';
import type * as vscode from 'vscode';
import { type Disposable, DisposableStore } from './disposables';
import { messageOf } from './errors';
import { openGitApi, UriSchema } from './gitApi';

const Changes = v.array(
  v.object({ uri: UriSchema, originalUri: UriSchema, renameUri: v.optional(UriSchema) }),
);
const HeadSchema = v.object({ commit: v.optional(v.string()) });
const RepositorySchema = v.object({
  rootUri: UriSchema,
  state: v.object({
    HEAD: v.optional(HeadSchema),
    indexChanges: v.optional(v.unknown()),
    workingTreeChanges: v.optional(v.unknown()),
    untrackedChanges: v.optional(v.unknown()),
    onDidChange: v.custom<vscode.Event<void>>(value => typeof value === 'function'),
  }),
  diffBetween: v.custom<(from: string, to: string) => Promise<unknown>>(value => typeof value === 'function'),
});
const RepositoryEventSchema = v.object({
  onDidOpenRepository: v.custom<vscode.Event<unknown>>(value => typeof value === 'function'),
});

/** A file that Git has as new or as changed; `from` is what it was before where it was renamed. */
export interface ChangedFile {
  readonly uri: vscode.Uri;
  readonly from: vscode.Uri | undefined;
}

/** Calls `changed` whenever another commit is checked out in a repository of the workspace. */
export async function onDidChangeHead(changed: () => void): Promise<Disposable> {
  const store = new DisposableStore();
  const api = await openGitApi();
  const watch = (repository: unknown) => {
    if (!v.is(RepositorySchema, repository)) {
      return;
    }
    let head = repository.state.HEAD?.commit;
    store.add(
      repository.state.onDidChange(() => {
        const now = repository.state.HEAD?.commit;
        if (now !== head) {
          head = now;
          changed();
        }
      }),
    );
  };
  for (const repository of api?.repositories ?? []) {
    watch(repository);
  }
  if (v.is(RepositoryEventSchema, api)) {
    store.add(api.onDidOpenRepository(watch));
  }
  return store;
}

/** The root of the repository that a file is in; `undefined` where Git knows none. */
export async function repositoryRoot(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  const repository: unknown = (await openGitApi())?.getRepository(file);
  return v.is(RepositorySchema, repository) ? repository.rootUri : undefined;
}

/** The files that `file` may have become since `commit`: what Git has changed, added and renamed since then, committed or not. */
export async function changedSince(
  file: vscode.Uri,
  commit: string | undefined,
  log: vscode.LogOutputChannel,
): Promise<ChangedFile[]> {
  const repository: unknown = (await openGitApi())?.getRepository(file);
  if (!v.is(RepositorySchema, repository)) {
    return [];
  }
  const { state } = repository;
  const head = state.HEAD?.commit;
  const committed =
    commit === undefined || head === undefined || commit === head
      ? []
      : // A commit that was rewritten and is gone tells nothing.
        await repository.diffBetween(commit, head).catch(error => {
          log.info(`Git: no changes since commit ${commit}: ${messageOf(error)}`);
          return [];
        });
  return [committed, state.indexChanges, state.workingTreeChanges, state.untrackedChanges]
    .flatMap(changes => (v.is(Changes, changes) ? changes : []))
    .map(({ uri, originalUri, renameUri }) => {
      const now = renameUri ?? uri;
      return { uri: now, from: originalUri.toString() === now.toString() ? undefined : originalUri };
    });
}
