import * as vscode from 'vscode';
import { readText } from '../../src/platform/files';
import { segmentExtension } from '../../src/platform/segment';
import { replace } from './perTest';

/** An error as VS Code's Git extension throws it. */
export function gitError(gitErrorCode: string, stderr: string): Error {
  return Object.assign(new Error('Failed to execute git'), { gitErrorCode, stderr });
}

/**
 * Takes the place of VS Code's Git extension, as far as a sync asks of it: a repository with the files of `folder`,
 * the branch `main` and one remote.
 */
export class FakeSyncGit {
  /** What it was asked, but for the state, in its order. */
  readonly asked: string[] = [];
  /** Runs before a command: what it throws is Git's failure, what it awaits holds Git up. */
  before: (command: string) => unknown = () => undefined;
  /** What was asked at the same time as something else. */
  readonly crossed: string[] = [];
  /** Files that were changed and are none of the journal's. */
  readonly others: vscode.Uri[] = [];
  readonly #committed = new Map<string, string>();
  readonly #staged = new Set<string>();
  #isAsked = false;

  constructor(folder: vscode.Uri, pushUrl: string) {
    const run = async (command: string, work: () => unknown = () => undefined) => {
      this.asked.push(command);
      if (this.#isAsked) {
        this.crossed.push(command);
      }
      this.#isAsked = true;
      try {
        await this.before(command);
        await work();
      } finally {
        this.#isAsked = false;
      }
    };
    const change = (uri: vscode.Uri) => ({ uri });
    const state = {
      HEAD: { name: 'main', upstream: { remote: 'origin', name: 'main' } },
      remotes: [{ name: 'origin', pushUrl }],
      indexChanges: [] as unknown[],
      mergeChanges: [],
      workingTreeChanges: [] as unknown[],
      untrackedChanges: [] as unknown[],
    };
    const repository = {
      rootUri: folder,
      state,
      status: async () => {
        const files = await this.#files(folder);
        const changed = files.filter(({ uri, text }) => this.#committed.get(uri.toString()) !== text);
        state.untrackedChanges = this.others.map(change);
        state.indexChanges = changed
          .filter(({ uri }) => this.#staged.has(uri.toString()))
          .map(({ uri }) => change(uri));
        state.workingTreeChanges = changed
          .filter(({ uri }) => !this.#staged.has(uri.toString()))
          .map(({ uri }) => change(uri));
      },
      add: (paths: string[]) =>
        run('add', async () => {
          for (const { uri } of await this.#files(folder)) {
            if (paths.includes(uri.fsPath)) {
              this.#staged.add(uri.toString());
            }
          }
        }),
      commit: () =>
        run('commit', async () => {
          for (const { uri, text } of await this.#files(folder)) {
            if (this.#staged.delete(uri.toString())) {
              this.#committed.set(uri.toString(), text);
            }
          }
        }),
      fetch: ({ silent }: { silent: boolean }) => run(silent ? 'fetch silently' : 'fetch'),
      merge: () => run('merge'),
      mergeAbort: () => run('merge --abort'),
      push: () => run('push'),
    };
    const api = { state: 'initialized', repositories: [repository], getRepository: () => repository };
    const getExtension = vscode.extensions.getExtension;
    replace(vscode.extensions, 'getExtension', (id: string) =>
      id === 'vscode.git'
        ? { activate: async () => ({ enabled: true, getAPI: () => api }) }
        : getExtension(id),
    );
  }

  /** How often that was asked. */
  count(command: string): number {
    return this.asked.filter(asked => asked === command).length;
  }

  async #files(folder: vscode.Uri): Promise<{ uri: vscode.Uri; text: string }[]> {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    // Others are there for a moment only, while a segment is replaced.
    const names = entries.map(([name]) => name).filter(name => name.endsWith(segmentExtension));
    const uris = names.map(name => vscode.Uri.joinPath(folder, name));
    return Promise.all(uris.map(async uri => ({ uri, text: await readText(uri) })));
  }
}
