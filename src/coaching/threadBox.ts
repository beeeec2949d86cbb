import * as v from 'valibot';
import * as vscode from 'vscode';
import { isCommentBox } from '../platform/commentBox';

/** What VS Code says of a thread to an extension that doesn't own it; of its own extension host's it gives more. */
const ThreadSchema = v.object({ threadId: v.string() });

/** The boxes that comments are written in, of any extension, open now. */
export function commentBoxes(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(document => isCommentBox(document) && !document.isClosed);
}

/**
 * The box of `thread`, as far as it can be known: the one that names the thread, the one with the focus, the only
 * one, or the only one with text where no other thread is open. `undefined` where none of that holds.
 */
export function boxOf(thread: unknown): vscode.TextDocument | undefined {
  const boxes = commentBoxes();
  const named = v.is(ThreadSchema, thread)
    ? boxes.find(({ uri }) => uri.query.includes(`"${thread.threadId}"`))
    : undefined;
  const active = boxes.find(document => document === vscode.window.activeTextEditor?.document);
  return named ?? active ?? (boxes.length === 1 ? boxes[0] : boxOfOnlyThread(boxes));
}

/** A thread with a comment that is being edited has a box for that and one to reply in, which alone names its controller. */
function boxOfOnlyThread(boxes: readonly vscode.TextDocument[]): vscode.TextDocument | undefined {
  const threads = boxes.filter(({ uri }) => uri.authority !== '').length;
  const [box, ...others] = boxes.filter(document => document.getText().trim() !== '');
  return threads === 1 && others.length === 0 ? box : undefined;
}
