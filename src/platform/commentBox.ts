import type * as vscode from 'vscode';

/** Whether `document` is a box of a comment thread, Belay's or another extension's. */
export function isCommentBox({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'comment';
}
