import * as vscode from 'vscode';
import type { Reply, ReviewNote } from './note';

/** A note's own comment or an answer to it, as VS Code shows it. */
export class NoteComment implements vscode.Comment {
  readonly author: vscode.CommentAuthorInformation = { name: vscode.l10n.t('You') };
  /** What menus know it by: one that is begun can only be kept or discarded. */
  contextValue: 'note' | 'new' = 'note';
  readonly timestamp: Date;
  mode = vscode.CommentMode.Preview;
  body: vscode.MarkdownString;

  constructor(
    /** The id of the note that it belongs to. */
    readonly note: string,
    /** Its own id: the note's for the note's own comment. */
    readonly id: string,
    created: string,
    /** As it is kept. While it is edited VS Code may write into `body` what isn't. */
    public kept: string,
  ) {
    this.timestamp = new Date(created);
    this.body = new vscode.MarkdownString(kept);
  }

  /** Shows `body` to be read. */
  show(kept: string): void {
    this.kept = kept;
    this.mode = vscode.CommentMode.Preview;
    this.body = new vscode.MarkdownString(kept);
  }

  /** Opens a box to edit the comment in, with what was typed there before. */
  edit(draft = this.kept): void {
    this.mode = vscode.CommentMode.Editing;
    this.body = new vscode.MarkdownString(draft);
  }
}

/** The comment of a note that is only begun, its box open with what was typed there before. */
export function newComment(id: string, draft: string | undefined): NoteComment {
  const comment = new NoteComment(id, id, new Date().toISOString(), '');
  comment.contextValue = 'new';
  comment.edit(draft ?? '');
  return comment;
}

/** The comments of a note; those that were there before stay the same objects, and what is being edited stays open. */
export function commentsOf(note: ReviewNote, before: readonly NoteComment[]): NoteComment[] {
  const all: Reply[] = [{ id: note.id, created: note.created, body: note.body }, ...note.replies];
  return all.map(({ id, created, body }) => {
    const comment = before.find(old => old.id === id) ?? new NoteComment(note.id, id, created, body);
    if (comment.mode === vscode.CommentMode.Preview && comment.kept !== body) {
      comment.show(body);
    }
    return comment;
  });
}
