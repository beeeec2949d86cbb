import type { GitChange, GitRepository, GitState } from '../../../src/journal/sync/gitRepository';
import type { MemoryFolder } from '../support';

interface Commit {
  readonly tree: ReadonlyMap<string, string>;
  readonly parents: readonly Commit[];
}

/** An error as VS Code's Git extension throws it. */
export function gitError(gitErrorCode: string, stderr = ''): Error {
  return Object.assign(new Error('Failed to execute git'), { gitErrorCode, stderr });
}

function ancestorsOf(commit: Commit | undefined): Set<Commit> {
  const found = new Set<Commit>();
  const waiting = commit ? [commit] : [];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (!found.has(one)) {
      found.add(one);
      waiting.push(...one.parents);
    }
  }
  return found;
}

/** A bare repository, which all machines push to. */
export class MemoryRemote {
  tip: Commit | undefined;
}

/** A clone with its work tree, as far as a sync asks of Git. Merges files whole: what both sides changed conflicts. */
export class MemoryRepository implements GitRepository {
  readonly path: string;
  head: Commit | undefined;
  #fetched: Commit | undefined;
  readonly staged = new Map<string, string>();
  /** Everything that was asked, in its order. */
  readonly asked: string[] = [];
  /** What Git says instead of doing it, by the command's name; after a push it is done all the same where that says so. */
  fails: (command: string) => { readonly error: Error; readonly isDone?: boolean } | undefined = () =>
    undefined;
  stateNow: Partial<GitState> = {};

  constructor(
    readonly folder: MemoryFolder,
    private readonly remote: MemoryRemote | undefined,
  ) {
    this.path = folder.path;
  }

  #run(command: string, work: () => void): Promise<void> {
    this.asked.push(command);
    const failure = this.fails(command.split(' ')[0] ?? '');
    try {
      if (!failure || failure.isDone) {
        work();
      }
    } catch (error) {
      return Promise.reject(error);
    }
    return failure ? Promise.reject(failure.error) : Promise.resolve();
  }

  #change(name: string): GitChange {
    return { uri: { fsPath: `${this.path}/${name}` } };
  }

  async state(): Promise<GitState> {
    const isChanged = ([name, text]: [string, string]) =>
      text !== this.head?.tree.get(name) && !this.staged.has(name);
    return {
      branch: 'main',
      remotes: this.remote ? [{ name: 'origin', pushUrl: '/remote' }] : [],
      staged: [...this.staged.keys()].map(name => this.#change(name)),
      conflicting: [],
      changed: [...this.folder.files].filter(isChanged).map(([name]) => this.#change(name)),
      ...this.stateNow,
    };
  }

  add(paths: readonly string[]): Promise<void> {
    return this.#run(`add ${paths.join(' ')}`, () => {
      for (const path of paths) {
        const name = path.slice(this.path.length + 1);
        this.staged.set(name, this.folder.files.get(name) ?? '');
      }
    });
  }

  commit(): Promise<void> {
    return this.#run('commit', () => {
      const tree = new Map([...(this.head?.tree ?? []), ...this.staged]);
      this.head = { tree, parents: this.head ? [this.head] : [] };
      this.staged.clear();
    });
  }

  fetch(): Promise<void> {
    return this.#run('fetch', () => {
      if (!this.remote?.tip) {
        throw gitError('', "fatal: couldn't find remote ref main\n");
      }
      this.#fetched = this.remote.tip;
    });
  }

  merge(ref: string): Promise<void> {
    return this.#run(`merge ${ref}`, () => {
      const theirs = this.#fetched;
      const known = ancestorsOf(this.head);
      if (!theirs || known.has(theirs)) {
        return;
      }
      const common = [...ancestorsOf(theirs)].filter(commit => known.has(commit));
      const tree = new Map(this.head?.tree);
      for (const [name, text] of theirs.tree) {
        const ours = this.head?.tree.get(name);
        // Whatever either side had in common with the other at any time was changed by one of them only.
        const isOurs = ours === text || common.some(({ tree: base }) => base.get(name) === text);
        const isTheirs = ours === undefined || common.some(({ tree: base }) => base.get(name) === ours);
        if (!isOurs && !isTheirs) {
          throw gitError('Conflict');
        }
        if (!isOurs) {
          tree.set(name, text);
          this.folder.files.set(name, text);
        }
      }
      this.head = this.head ? { tree, parents: [this.head, theirs] } : theirs;
    });
  }

  mergeAbort(): Promise<void> {
    return this.#run('mergeAbort', () => undefined);
  }

  push(remote: string, refspec: string, setUpstream: boolean): Promise<void> {
    return this.#run(`push ${remote} ${refspec}${setUpstream ? ' -u' : ''}`, () => {
      if (!this.remote || (this.remote.tip && !ancestorsOf(this.head).has(this.remote.tip))) {
        throw gitError('PushRejected');
      }
      this.remote.tip = this.head;
    });
  }
}
