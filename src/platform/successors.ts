import * as vscode from 'vscode';
import type { Anchor } from './anchors/anchor';
import { type FoundFile, findFile } from './anchors/findFile';
import { messageOf } from './errors';
import { readLinesToSearch } from './files';
import { changedSince } from './gitChanges';

/** Files that are looked into. */
const mostFiles = 200;

/** A file that may be what another one has become. */
export interface Successor {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly lines: readonly string[];
}

/** A file that anchored lines are in, now that their own is gone. */
export interface FoundSuccessor extends FoundFile<Successor> {
  /** Git calls it a rename: that leaves nothing to doubt. */
  readonly isTold: boolean;
}

/** The files that one which is gone may have become: those that Git has renamed or changed, and others of its name. */
export class Successors {
  private constructor(
    private readonly name: string,
    /** What Git says that it was renamed to. */
    readonly told: readonly Successor[],
    private readonly all: readonly Successor[],
  ) {}

  /** Looks for them. `commits` are those since which the file may have been renamed; `undefined` where none is known. */
  static async of(
    file: vscode.Uri,
    commits: readonly (string | undefined)[],
    log: vscode.LogOutputChannel,
  ): Promise<Successors> {
    const changed = (await Promise.all(commits.map(commit => changedSince(file, commit, log)))).flat();
    const renamed = changed
      .filter(({ from }) => from?.toString() === file.toString())
      .map(({ uri }) => uri.toString());
    const inOrder = [
      ...renamed.map(uri => vscode.Uri.parse(uri)),
      // Before the changed ones: those may be more than are looked into, a whole folder that Git doesn't know yet.
      ...(await namesakesOf(file, log)),
      ...changed.map(({ uri }) => uri),
    ];
    const all = await readAll(inOrder);
    const told = all.filter(({ uri }) => renamed.includes(uri.toString()));
    return new Successors(nameOf(file), told, all);
  }

  /** The one that the anchored lines are in, `path` being what the file was called. A mere guess is none. */
  find(anchor: Anchor, path: string): FoundSuccessor | undefined {
    const told = findFile(anchor, this.told, path);
    if (told) {
      return { ...told, isTold: true };
    }
    // The same code may have been copied elsewhere; the file of the same name is the one then.
    const namesakes = this.all.filter(({ uri }) => nameOf(uri) === this.name);
    const found = surely(findFile(anchor, namesakes, path)) ?? surely(findFile(anchor, this.all, path));
    return found && { ...found, isTold: this.told.includes(found.file) };
  }
}

function surely(found: FoundFile<Successor> | undefined): FoundFile<Successor> | undefined {
  return found?.confidence === 'unsure' ? undefined : found;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

/** Files of the same name elsewhere, open ones first: where Git tells nothing, the file may have been moved. */
async function namesakesOf(file: vscode.Uri, log: vscode.LogOutputChannel): Promise<vscode.Uri[]> {
  const name = nameOf(file);
  const open = vscode.workspace.textDocuments
    .map(document => document.uri)
    .filter(one => one.scheme === file.scheme && nameOf(one) === name);
  const pattern = `**/${name.replace(/[[\]{}*?]/g, char => `[${char}]`)}`;
  let found: readonly vscode.Uri[] = [];
  try {
    found = await vscode.workspace.findFiles(pattern, undefined, mostFiles);
  } catch (error) {
    // VS Code's search isn't there: then only open files are known.
    log.warn(`Search for files called ${name}: ${messageOf(error)}`);
  }
  return [...open, ...found].filter(one => one.toString() !== file.toString());
}

async function readAll(uris: readonly vscode.Uri[]): Promise<Successor[]> {
  const unique = new Map(uris.map(uri => [uri.toString(), uri]));
  const read = [...unique.values()].slice(0, mostFiles).map(async (uri): Promise<Successor[]> => {
    const lines = await readLinesToSearch(uri);
    return lines ? [{ uri, path: vscode.workspace.asRelativePath(uri, false), lines }] : [];
  });
  return (await Promise.all(read)).flat();
}
