import * as vscode from 'vscode';
import { fileOf, isStored, selectedLines } from '../platform/codePlace';
import type { CodePlace } from './moment';

export { selectedLines } from '../platform/codePlace';

/** Tells the commit that is checked out where `file` is; `undefined` where Git doesn't know it. */
export type HeadCommit = (file: vscode.Uri) => Promise<string | undefined>;

/** A place in the code whose commit is still being looked up, so that asking needn't wait for Git. */
export interface PendingPlace {
  readonly place: CodePlace;
  withCommit(): Promise<CodePlace>;
}

/** The place that is selected in `editor`; `undefined` where nothing is, or where it isn't a file. */
export function placeOfSelection(
  editor: vscode.TextEditor | undefined,
  headCommit: HeadCommit,
): PendingPlace | undefined {
  if (!editor || editor.selection.isEmpty || !isStored(editor.document)) {
    return undefined;
  }
  const uri = fileOf(editor.document.uri);
  const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const place: CodePlace = {
    file: inWorkspace ? vscode.workspace.asRelativePath(uri) : uri.toString(),
    ...selectedLines(editor.selection),
  };
  const commit = headCommit(uri);
  return {
    place,
    async withCommit() {
      const hash = await commit;
      return hash === undefined ? place : { ...place, commit: hash };
    },
  };
}
