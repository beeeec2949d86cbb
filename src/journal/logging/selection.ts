import * as vscode from 'vscode';
import { fileOf, isStored, selectedLines } from '../../platform/codePlace';
import type { GitPlace } from '../../platform/git';
import type { CodePlace } from '../moment';
import { type PendingAnchor, pendingAnchor } from './pendingAnchor';
import { permalinkOf } from './permalink';

export { selectedLines } from '../../platform/codePlace';

/** Tells where Git has `file`; `undefined` where it doesn't. */
export type GitPlaceOf = (file: vscode.Uri) => Promise<GitPlace | undefined>;

/** A place in the code of which the rest is still to be found out, so that asking needn't wait for it. */
export interface PendingPlace {
  readonly place: CodePlace;
  /** The place with its commit, its link where the host of the repository is known, and the anchor of its lines. */
  whole(): Promise<CodePlace>;
}

/** The place that is selected in `editor`; `undefined` where nothing is, or where it isn't a file. */
export function placeOfSelection(
  editor: vscode.TextEditor | undefined,
  gitPlaceOf: GitPlaceOf,
): PendingPlace | undefined {
  if (!editor || editor.selection.isEmpty || !isStored(editor.document)) {
    return undefined;
  }
  const { uri } = editor.document;
  const lines = selectedLines(editor.selection);
  return placeOf(fileOf(uri), lines, gitPlaceOf, pendingAnchor(uri, lines));
}

/** The place of these lines of the file `uri`. */
export function placeOf(
  uri: vscode.Uri,
  lines: Pick<CodePlace, 'firstLine' | 'lastLine'>,
  gitPlaceOf: GitPlaceOf,
  anchorOfLines: PendingAnchor,
): PendingPlace {
  const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const place: CodePlace = {
    file: inWorkspace ? vscode.workspace.asRelativePath(uri) : uri.toString(),
    firstLine: lines.firstLine,
    lastLine: lines.lastLine,
  };
  const inGit = gitPlaceOf(uri);
  return {
    place,
    async whole() {
      const [git, anchor] = await Promise.all([inGit, anchorOfLines()]);
      return { ...place, ...(git ? inCommit(place, git) : {}), ...(anchor ? { anchor } : {}) };
    },
  };
}

/** What Git adds to a place. */
function inCommit(
  { firstLine, lastLine }: CodePlace,
  { commit, remote, path }: GitPlace,
): Pick<CodePlace, 'commit' | 'permalink'> {
  const permalink =
    remote === undefined || path === undefined
      ? undefined
      : permalinkOf(remote, commit, path, firstLine, lastLine);
  return { commit, ...(permalink === undefined ? {} : { permalink }) };
}
