import * as vscode from 'vscode';
import { fileOf, isStored, selectedLines } from '../../platform/codePlace';
import type { GitPlace } from '../../platform/git';
import type { CodePlace } from '../moment';
import { permalinkOf } from './permalink';

export { selectedLines } from '../../platform/codePlace';

/** Tells where Git has `file`; `undefined` where it doesn't. */
export type GitPlaceOf = (file: vscode.Uri) => Promise<GitPlace | undefined>;

/** A place in the code whose commit is still being looked up, so that asking needn't wait for Git. */
export interface PendingPlace {
  readonly place: CodePlace;
  /** The place with its commit, and its link where the host of the repository is known. */
  withCommit(): Promise<CodePlace>;
}

/** The place that is selected in `editor`; `undefined` where nothing is, or where it isn't a file. */
export function placeOfSelection(
  editor: vscode.TextEditor | undefined,
  gitPlaceOf: GitPlaceOf,
): PendingPlace | undefined {
  if (!editor || editor.selection.isEmpty || !isStored(editor.document)) {
    return undefined;
  }
  return placeOf(fileOf(editor.document.uri), selectedLines(editor.selection), gitPlaceOf);
}

/** The place of these lines of the file `uri`. */
export function placeOf(
  uri: vscode.Uri,
  lines: Pick<CodePlace, 'firstLine' | 'lastLine'>,
  gitPlaceOf: GitPlaceOf,
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
    async withCommit() {
      const git = await inGit;
      if (!git) {
        return place;
      }
      const { commit, remote, path } = git;
      const permalink =
        remote === undefined || path === undefined
          ? undefined
          : permalinkOf(remote, commit, path, place.firstLine, place.lastLine);
      return { ...place, commit, ...(permalink === undefined ? {} : { permalink }) };
    },
  };
}
