import * as vscode from 'vscode';
import type { Sureness } from '../../platform/anchors/sureness';
import { DisposableStore } from '../../platform/disposables';
import { commentsOf, type NoteComment } from './comment';
import { NoteController } from './controller';
import type { NoteFollower, NoteInDocument } from './follower';

/** A note's thread in a document. */
interface NoteThread {
  readonly note: string;
  readonly document: vscode.TextDocument;
  readonly thread: vscode.CommentThread;
  comments: NoteComment[];
  /** What was drawn last. */
  drawn: string;
}

/** The threads of VS Code's comments that show notes in open documents. */
export class NoteThreads implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #controller: NoteController;
  /** In the order in which VS Code was given them. */
  #threads: NoteThread[] = [];
  /** Documents that have notes: whether VS Code can draw them. */
  readonly #isSettled = new WeakMap<vscode.TextDocument, boolean>();
  /** Notes whose threads are to be open as soon as they are there. */
  readonly #toExpand = new Set<string>();
  #isDisposed = false;

  constructor(private readonly follower: NoteFollower) {
    this.#controller = this.#store.add(new NoteController());
    this.#store.add(follower.onDidMove(document => this.#draw(document)));
    for (const document of follower.documents) {
      this.#draw(document);
    }
  }

  /** Ends once a document can get threads. */
  untilSettled(document: vscode.TextDocument): Promise<void> {
    return this.#controller.untilSettled(document);
  }

  /** Makes a thread that shows no kept note, in a document that is settled. */
  create(
    document: vscode.TextDocument,
    range: vscode.Range,
    comments: readonly vscode.Comment[],
  ): vscode.CommentThread {
    return this.#controller.createThread(document, range, comments);
  }

  /** All threads of notes, in the order in which VS Code was given them. */
  get all(): readonly Pick<NoteThread, 'note' | 'document' | 'thread'>[] {
    return this.#threads;
  }

  /** The note that a thread shows. */
  noteOf(thread: vscode.CommentThread): string | undefined {
    return this.#threads.find(known => known.thread === thread)?.note;
  }

  /** The document that a thread is in. */
  documentOf(thread: vscode.CommentThread): vscode.TextDocument | undefined {
    return this.#threads.find(known => known.thread === thread)?.document;
  }

  /** Lets `thread`, in which it was written, show the note that is about to be kept. */
  adopt(thread: vscode.CommentThread, note: string, document: vscode.TextDocument): void {
    thread.canReply = true;
    this.#threads.push({ note, document, thread, comments: [], drawn: '' });
  }

  /** Takes that back: the note couldn't be kept. */
  release(thread: vscode.CommentThread): void {
    this.#threads = this.#threads.filter(known => known.thread !== thread);
  }

  /** Opens the thread of a note in a document. */
  expand(note: string, document: vscode.TextDocument): void {
    const known = this.#threads.find(one => one.note === note && one.document === document);
    if (known) {
      known.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    } else {
      this.#toExpand.add(note);
    }
  }

  /** Opens the box to edit a comment in, with what was typed there before. */
  edit(comment: NoteComment, draft: string | undefined): void {
    comment.edit(draft);
    this.#redraw(comment);
  }

  /** Closes the box of a comment; it reads `kept`. */
  show(comment: NoteComment, kept = comment.kept): void {
    comment.show(kept);
    this.#redraw(comment);
  }

  #redraw(comment: NoteComment): void {
    for (const known of this.#threads) {
      if (known.comments.includes(comment)) {
        known.thread.comments = [...known.comments];
      }
    }
  }

  #draw(document: vscode.TextDocument): void {
    const notes = document.isClosed ? [] : this.follower.in(document);
    const gone = this.#threads.filter(
      known => known.document === document && !notes.some(({ note }) => note.id === known.note),
    );
    for (const { thread } of gone) {
      thread.dispose();
    }
    this.#threads = this.#threads.filter(known => !gone.includes(known));
    for (const here of notes) {
      this.#drawNote(document, here);
    }
  }

  #drawNote(document: vscode.TextDocument, { note, followed }: NoteInDocument): void {
    let known = this.#threads.find(one => one.document === document && one.note === note.id);
    const range = rangeOf(document, followed.at);
    if (!known) {
      if (!this.#mayBegin(document)) {
        return;
      }
      const comments = commentsOf(note, []);
      const thread = this.#controller.createThread(document, range, comments);
      thread.collapsibleState = this.#toExpand.delete(note.id)
        ? vscode.CommentThreadCollapsibleState.Expanded
        : vscode.CommentThreadCollapsibleState.Collapsed;
      known = { note: note.id, document, thread, comments, drawn: '' };
      this.#threads.push(known);
    }
    const { thread } = known;
    if (!thread.range?.isEqual(range)) {
      thread.range = range;
    }
    const drawn = JSON.stringify([note.body, note.replies, note.resolved, followed.sureness]);
    if (known.drawn === drawn) {
      return;
    }
    known.drawn = drawn;
    known.comments = commentsOf(note, known.comments);
    thread.comments = known.comments;
    thread.label = labelOf(followed.sureness);
    thread.contextValue = `${note.resolved ? 'resolved' : 'open'}${followed.sureness === 'exact' ? '' : '-doubt'}`;
    const state = note.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    if (thread.state !== state) {
      thread.state = state;
    }
  }

  /** Whether a document may have its first threads; if not, it gets them later. */
  #mayBegin(document: vscode.TextDocument): boolean {
    const isSettled = this.#isSettled.get(document);
    if (isSettled === undefined) {
      this.#isSettled.set(document, false);
      void this.#controller.untilSettled(document).then(() => {
        this.#isSettled.set(document, true);
        if (!this.#isDisposed) {
          this.#draw(document);
        }
      });
    }
    return isSettled === true;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const { thread } of this.#threads) {
      thread.dispose();
    }
    this.#store.dispose();
  }
}

/** The lines as a thread has them. */
export function rangeOf(
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range {
  return new vscode.Range(start, 0, end, document.lineAt(Math.min(end, document.lineCount - 1)).text.length);
}

/** What a thread calls itself, with how sure its place is. */
export function labelOf(sureness: Sureness): string {
  switch (sureness) {
    case 'exact':
      return vscode.l10n.t('Review note');
    case 'likely':
      return vscode.l10n.t('Review note · place is likely');
    case 'unsure':
      return vscode.l10n.t('Review note · place is unsure');
    case 'gone':
      return vscode.l10n.t('Review note · its code is gone');
  }
}
