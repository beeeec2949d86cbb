import * as v from 'valibot';
import * as vscode from 'vscode';

/** What VS Code says of a thread to an extension that doesn't own it; of its own extension host's it gives more. */
const ThreadSchema = v.object({ threadId: v.string() });

/** Whether `document` is a box of a comment thread, Belay's or another extension's. */
export function isCommentBox({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'comment';
}

/** The boxes that comments are written in, of any extension, open now. */
export function commentBoxes(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(document => isCommentBox(document) && !document.isClosed);
}

/**
 * The reply box of `thread`, as far as it can be known: the one that names the thread, the one with the focus,
 * or the only one. `undefined` where several are open and none of that holds.
 */
export function boxOf(thread: unknown): vscode.TextDocument | undefined {
  const boxes = commentBoxes();
  const named = v.is(ThreadSchema, thread)
    ? boxes.find(({ uri }) => uri.query.includes(`"${thread.threadId}"`))
    : undefined;
  const active = boxes.find(document => document === vscode.window.activeTextEditor?.document);
  return named ?? active ?? (boxes.length === 1 ? boxes[0] : undefined);
}
