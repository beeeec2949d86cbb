import * as v from 'valibot';
import type * as vscode from 'vscode';
import { messageOf } from './errors';
import { openGitApi, UriSchema } from './gitApi';

/** What a commit is asked of. */
const RepositorySchema = v.object({
  rootUri: UriSchema,
  state: v.object({
    HEAD: v.optional(
      v.object({
        commit: v.optional(v.string()),
        upstream: v.optional(v.object({ remote: v.string() })),
      }),
    ),
    remotes: v.optional(v.array(v.object({ name: v.string(), fetchUrl: v.optional(v.string()) }))),
  }),
  status: v.custom<() => Promise<void>>(value => typeof value === 'function'),
});
type Repository = v.InferOutput<typeof RepositorySchema>;

/** What Git knows of a file. */
export interface GitPlace {
  /** The hash of the commit that is checked out. */
  readonly commit: string;
  /** The address of the remote that is worked with, users and tokens included. */
  readonly remote?: string;
  /** The file's path within its repository, with `/`. */
  readonly path?: string;
}

/**
 * Where Git has `file`. `undefined` where there is no commit to know: no Git extension (it is off in untrusted
 * and absent in virtual workspaces), no repository, no commit yet.
 */
export async function gitPlaceOf(
  file: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<GitPlace | undefined> {
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
    const commit = repository.state.HEAD?.commit;
    const remote = remoteOf(repository);
    const path = pathWithin(repository.rootUri, file);
    return commit === undefined
      ? undefined
      : { commit, ...(remote === undefined ? {} : { remote }), ...(path === undefined ? {} : { path }) };
  } catch (error) {
    log.warn(`Git: ${messageOf(error)}`);
    return undefined;
  }
}

/** The hash of the commit checked out where `file` is; see `gitPlaceOf`. */
export async function headCommit(
  file: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<string | undefined> {
  return (await gitPlaceOf(file, log))?.commit;
}

/** The address that the branch is pulled from, or `origin`'s, or that of the first remote. */
function remoteOf({ state: { HEAD, remotes = [] } }: Repository): string | undefined {
  const named = (name: string | undefined) => remotes.find(remote => remote.name === name);
  return (named(HEAD?.upstream?.remote) ?? named('origin') ?? remotes[0])?.fetchUrl;
}

function pathWithin(root: vscode.Uri, file: vscode.Uri): string | undefined {
  const folder = root.path.replace(/\/*$/, '/');
  return file.path.startsWith(folder) ? file.path.slice(folder.length) : undefined;
}

const CommitSchema = v.object({
  hash: v.string(),
  message: v.string(),
  authorName: v.optional(v.string()),
  authorDate: v.optional(v.date()),
  parents: v.optional(v.array(v.string())),
});
interface History {
  readonly rootUri: vscode.Uri;
  log(options: { maxEntries: number; path?: string }): Promise<unknown>;
  getCommit(ref: string): Promise<unknown>;
}
const HistorySchema = v.object({
  rootUri: UriSchema,
  log: v.custom<History['log']>(value => typeof value === 'function'),
  getCommit: v.custom<History['getCommit']>(value => typeof value === 'function'),
});

/** A commit as Git's history has it. */
export type GitCommit = v.InferOutput<typeof CommitSchema>;

/**
 * The latest commits, `most` at most, of the repository that `file` is in or, without one, of the only
 * repository that there is; with `changed`, those that changed that file. `undefined` where it isn't known which
 * repository. Fails as Git does.
 */
export async function latestCommits(
  file: vscode.Uri | undefined,
  most: number,
  changed?: vscode.Uri,
): Promise<GitCommit[] | undefined> {
  const api = await openGitApi();
  const repositories = api?.repositories ?? [];
  const repository: unknown =
    (file && api?.getRepository(file)) ?? (repositories.length === 1 ? repositories[0] : undefined);
  if (!v.is(HistorySchema, repository)) {
    return undefined;
  }
  const options = { maxEntries: most, ...(changed ? { path: changed.fsPath } : {}) };
  return v.parse(v.array(CommitSchema), await repository.log(options));
}

/** A commit, and the folder of the repository that has it. */
export interface FoundCommit {
  readonly commit: GitCommit;
  readonly root: vscode.Uri;
}

/**
 * The commit whose hash is or begins with `hash`: of the repository that `file` is in or, where that isn't known,
 * of the first that has one. `undefined` where none has.
 */
export async function findCommit(
  hash: string,
  file: vscode.Uri | undefined,
  log: vscode.LogOutputChannel,
): Promise<FoundCommit | undefined> {
  const api = await openGitApi();
  const own: unknown = file && api?.getRepository(file);
  for (const repository of own ? [own] : (api?.repositories ?? [])) {
    const found = v.is(HistorySchema, repository) ? await commitOf(repository, hash, log) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Git fails where it is asked for a commit that the repository doesn't have: that is nothing to warn of. */
async function commitOf(
  repository: History,
  hash: string,
  log: vscode.LogOutputChannel,
): Promise<FoundCommit | undefined> {
  const commit = await repository.getCommit(hash).catch(error => {
    log.info(`Git: no commit ${hash} in ${repository.rootUri.fsPath}: ${messageOf(error)}`);
    return undefined;
  });
  return v.is(CommitSchema, commit) ? { commit, root: repository.rootUri } : undefined;
}
