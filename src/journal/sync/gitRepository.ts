/** A file that Git sees a change of. */
export interface GitChange {
  readonly uri: { readonly fsPath: string };
}

/** A repository as Git tells it. */
export interface GitState {
  /** The branch that is checked out; without a name, no branch is. */
  readonly branch?: string | undefined;
  /** What the branch is pulled from. */
  readonly upstream?: { readonly remote: string; readonly name: string } | undefined;
  readonly remotes: readonly { readonly name: string; readonly pushUrl?: string | undefined }[];
  /** What is staged. */
  readonly staged: readonly GitChange[];
  /** What conflicts in a merge that isn't finished. */
  readonly conflicting: readonly GitChange[];
  /** What is neither: changed files, and new ones. */
  readonly changed: readonly GitChange[];
}

/** What Belay asks of a Git repository. Each fails as VS Code's Git extension does, with a `gitErrorCode`. */
export interface GitRepository {
  /** The folder of the repository, for people. */
  readonly path: string;
  state(): Promise<GitState>;
  /** Stages these files. */
  add(paths: readonly string[]): Promise<void>;
  /** Commits what is staged. */
  commit(message: string): Promise<void>;
  fetch(remote: string, branch: string): Promise<void>;
  merge(ref: string): Promise<void>;
  mergeAbort(): Promise<void>;
  push(remote: string, refspec: string, setUpstream: boolean): Promise<void>;
}

/** Why Git failed, by its extension's own names. */
export function gitErrorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'gitErrorCode' in error ? error.gitErrorCode : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether Git fetched from a branch that nobody has pushed yet. VS Code knows that only of older versions of Git. */
export function isNothingPushed(error: unknown): boolean {
  return gitErrorCode(error) === 'NoRemoteReference' || /couldn.t find remote ref/i.test(gitMessage(error));
}

/** Whether the remote couldn't be reached. Git says the same where it was reached and let nobody in, and more then. */
export function isOffline(error: unknown): boolean {
  return (
    ['RemoteConnectionError', 'CantAccessRemote'].includes(gitErrorCode(error) ?? '') &&
    !/permission denied|host key verification|returned error: 40[13]/i.test(saidBy(error))
  );
}

function saidBy(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? error.stderr : undefined;
  return typeof said === 'string' ? said : '';
}

/** What Git itself said that went wrong, a line of it. */
export function gitMessage(error: unknown): string {
  const lines = saidBy(error)
    .split('\n')
    .filter(line => line.trim() !== '');
  const telling = lines.find(line => /^(?:error|fatal):/.test(line)) ?? lines.at(-1);
  return telling ?? (error instanceof Error ? error.message : String(error));
}
