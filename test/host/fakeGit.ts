import * as vscode from 'vscode';
import { held, replace } from './perTest';

/** What a test's Git knows. */
export interface FakeGit {
  readonly head: string;
  /** Files as they were in a commit, by their paths in the file system. */
  readonly commits: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What was renamed since any earlier commit. */
  readonly renamed?: readonly (readonly [from: vscode.Uri, to: vscode.Uri])[];
  /** Files that no commit has. */
  readonly untracked?: readonly vscode.Uri[];
}

const scheme = 'belay-fake-git';

/**
 * Takes the place of VS Code's Git extension, as far as it is asked for old texts and for renames: such a history
 * can't be made from inside an extension host.
 */
export function fakeGit({ head, commits, renamed = [], untracked = [] }: FakeGit): void {
  const textAt = (commit: string, path: string): string => {
    const text = commits[commit]?.[path];
    if (text === undefined) {
      throw new Error(`${path} isn’t in ${commit}`);
    }
    return text;
  };
  const repository = {
    rootUri: vscode.Uri.file('/'),
    state: {
      HEAD: { commit: head },
      untrackedChanges: untracked.map(uri => ({ uri, originalUri: uri })),
      onDidChange: new vscode.EventEmitter<void>().event,
    },
    status: async () => undefined,
    show: async (commit: string, path: string) => textAt(commit, path),
    diffBetween: async (from: string) => {
      textAt(from, Object.keys(commits[from] ?? {})[0] ?? '');
      return renamed.map(([originalUri, uri]) => ({ uri, originalUri, renameUri: uri }));
    },
  };
  const api = {
    state: 'initialized',
    repositories: [repository],
    getRepository: () => repository,
    toGitUri: (uri: vscode.Uri, commit: string) => vscode.Uri.from({ scheme, path: uri.path, query: commit }),
  };
  held(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ query, path }) => textAt(query, vscode.Uri.file(path).fsPath),
    }),
  );
  const getExtension = vscode.extensions.getExtension;
  replace(vscode.extensions, 'getExtension', (id: string) =>
    id === 'vscode.git' ? { activate: async () => ({ enabled: true, getAPI: () => api }) } : getExtension(id),
  );
}
