import * as vscode from 'vscode';
import { splitLines } from './lineBreaks';

/** The lines that a selection covers, from 1. One that ends at the start of a line doesn't cover that line. */
export function selectedLines(selection: vscode.Selection): { firstLine: number; lastLine: number } {
  const { start, end } = selection;
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { firstLine: start.line + 1, lastLine: last + 1 };
}

/** The file itself where an editor shows a version of it that Git has kept. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === 'git' ? uri.with({ scheme: 'file', query: '' }) : uri;
}

/** Something that will still be there tomorrow: no comment boxes, no unsaved scratch documents, no output. */
export function isStored(document: vscode.TextDocument): boolean {
  return !document.isUntitled && vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== undefined;
}

/** The lines of a document. */
export function linesOf(document: vscode.TextDocument): string[] {
  return splitLines(document.getText());
}
