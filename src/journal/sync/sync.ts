import {
  type GitChange,
  type GitRepository,
  type GitState,
  gitErrorCode,
  isNothingPushed,
} from './gitRepository';

/** What keeps a sync from beginning or ending; nothing is lost by any of them. */
export type SyncObstacle =
  | { readonly kind: 'no branch' | 'merge unfinished' | 'staged' | 'rejected' }
  | { readonly kind: 'conflict' | 'committing' | 'fetching' | 'pushing'; readonly cause: unknown };

/** Thrown where a sync can't go on. What was committed until then stays committed. */
export class SyncFailed extends Error {
  constructor(readonly obstacle: SyncObstacle) {
    super(
      `The journal can’t be synced: ${obstacle.kind}`,
      'cause' in obstacle ? { cause: obstacle.cause } : {},
    );
  }
}

/** What a sync needs beside the repository. */
export interface SyncOptions {
  /** The paths of all of the journal's segments: nothing else is committed. */
  readonly segments: () => Promise<readonly string[]>;
  readonly message: string;
  /** Which of several remotes to push to, and whether to push at all; `undefined` ends the sync before anything leaves the machine. */
  readonly chooseRemote: (
    remotes: GitState['remotes'],
    upstream: string | undefined,
  ) => Promise<string | undefined>;
  /** Looked at between Git's commands. */
  readonly signal: { readonly isCancellationRequested: boolean };
}

/** How far a sync came. */
export type SyncOutcome = 'synced' | 'committed' | 'no remote' | 'cancelled';

/** So often other machines may push between this one's fetch and its push before that is given up for now. */
const attempts = 4;

/**
 * Commits the journal's segments, takes what other machines have pushed, and pushes. Since nobody writes into
 * another writer's segment, merging them has no conflicts. Throws `SyncFailed`; never forces a push, and never
 * commits or changes another file.
 */
export async function sync(repository: GitRepository, options: SyncOptions): Promise<SyncOutcome> {
  const { signal } = options;
  const state = await repository.state();
  const branch = state.branch;
  if (branch === undefined) {
    throw new SyncFailed({ kind: 'no branch' });
  }
  if (state.conflicting.length > 0) {
    throw new SyncFailed({ kind: 'merge unfinished' });
  }
  await commit(repository, state, options);
  if (signal.isCancellationRequested) {
    return 'cancelled';
  }
  if (state.remotes.length === 0) {
    return 'no remote';
  }
  const { upstream } = state;
  const remote = await options.chooseRemote(state.remotes, upstream?.remote);
  if (remote === undefined) {
    return 'committed';
  }
  const target = upstream?.remote === remote ? upstream.name : branch;
  for (let attempt = 1; !signal.isCancellationRequested; attempt += 1) {
    await take(repository, remote, target);
    try {
      await repository.push(remote, `${branch}:${target}`, upstream === undefined);
      return 'synced';
    } catch (error) {
      if (gitErrorCode(error) !== 'PushRejected') {
        throw new SyncFailed({ kind: 'pushing', cause: error });
      }
      if (attempt === attempts) {
        throw new SyncFailed({ kind: 'rejected' });
      }
    }
  }
  return 'cancelled';
}

async function commit(
  repository: GitRepository,
  state: GitState,
  { segments, message }: SyncOptions,
): Promise<void> {
  const own = new Set(await segments());
  const isOwn = ({ uri }: GitChange) => own.has(uri.fsPath);
  if (!state.staged.every(isOwn)) {
    throw new SyncFailed({ kind: 'staged' });
  }
  const changed = state.changed.filter(isOwn);
  try {
    if (changed.length > 0) {
      await repository.add(changed.map(({ uri }) => uri.fsPath));
    }
    if (changed.length + state.staged.length > 0) {
      await repository.commit(message);
    }
  } catch (error) {
    throw new SyncFailed({ kind: 'committing', cause: error });
  }
}

/** Fetches what is at `remote`, and merges it where there is something. */
async function take(repository: GitRepository, remote: string, branch: string): Promise<void> {
  try {
    await repository.fetch(remote, branch);
  } catch (error) {
    if (isNothingPushed(error)) {
      return;
    }
    throw new SyncFailed({ kind: 'fetching', cause: error });
  }
  try {
    await repository.merge(`${remote}/${branch}`);
  } catch (error) {
    if (gitErrorCode(error) === 'Conflict') {
      await repository.mergeAbort();
    }
    throw new SyncFailed({ kind: 'conflict', cause: error });
  }
}
