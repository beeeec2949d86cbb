import * as vscode from 'vscode';
import type { CodePlace } from './moment';

/** Tells the commit that is checked out where `file` is; `undefined` where Git doesn't know it. */
export type HeadCommit = (file: vscode.Uri) => Promise<string | undefined>;

/** A place in the code whose commit is still being looked up, so that asking needn't wait for Git. */
export interface PendingPlace {
  readonly place: CodePlace;
  withCommit(): Promise<CodePlace>;
}

/** The lines that a selection covers, from 1. One that ends at the start of a line doesn't cover that line. */
export function selectedLines(selection: vscode.Selection): { firstLine: number; lastLine: number } {
  const { start, end } = selection;
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { firstLine: start.line + 1, lastLine: last + 1 };
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

/** The file itself where an editor shows a version of it that Git has kept. */
function fileOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === 'git' ? uri.with({ scheme: 'file', query: '' }) : uri;
}

/** Something that will still be there tomorrow: no comment boxes, no unsaved scratch documents, no output. */
function isStored(document: vscode.TextDocument): boolean {
  return !document.isUntitled && vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== undefined;
}
