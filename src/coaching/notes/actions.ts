import * as v from 'valibot';
import * as vscode from 'vscode';
import { linesOf } from '../../platform/codePlace';
import { UserError } from '../../platform/errors';
import { offerUndo } from '../../platform/offerUndo';
import type { Reporter } from '../../platform/reporting';
import type { NoteBoxes } from './boxes';
import { NoteComment } from './comment';
import type { NoteFollower } from './follower';
import { keptAsDraft } from './keptAsDraft';
import { entriesOf, entryIdsOf, type NoteEntry, placeEntry, type ReviewNote, resolvedEntry } from './note';
import type { NoteStore } from './store';
import type { NoteThreads } from './threads';

/** What VS Code hands to the commands of a thread's box. */
export const ReplySchema = v.object({
  thread: v.custom<vscode.CommentThread>(value => typeof value === 'object' && value !== null),
  text: v.string(),
});

/** What the commands in the threads of notes do. */
export class NoteActions {
  constructor(
    private readonly notes: NoteStore,
    private readonly follower: NoteFollower,
    private readonly threads: NoteThreads,
    private readonly boxes: NoteBoxes,
    private readonly reporter: Reporter,
  ) {}

  async reply(argument: unknown): Promise<void> {
    const { thread, text } = v.parse(ReplySchema, argument);
    const note = this.threads.noteOf(thread);
    if (note === undefined || text.trim() === '') {
      return;
    }
    const reply: NoteEntry = {
      is: 'reply',
      id: crypto.randomUUID(),
      note,
      created: new Date().toISOString(),
      body: text.trim(),
    };
    try {
      await this.notes.put(reply);
    } catch (error) {
      throw await keptAsDraft(this.boxes, { of: 'reply', note, text }, error, () => this.notes.put(reply));
    }
    await this.boxes.done({ of: 'reply', note });
  }

  edit(argument: unknown): void {
    if (argument instanceof NoteComment) {
      const place = { of: 'edit' as const, note: argument.note, comment: argument.id };
      this.boxes.expect(place, argument.kept);
      this.threads.edit(argument, this.boxes.drafts.textAt(place));
    }
  }

  async saveEdit(argument: unknown): Promise<void> {
    const note = argument instanceof NoteComment ? this.notes.find(argument.note) : undefined;
    if (!(argument instanceof NoteComment) || !note) {
      return;
    }
    const text = argument.body.value.trim();
    if (text === '') {
      throw new UserError(
        vscode.l10n.t('Nothing is written here. Delete the comment instead, or write something.'),
      );
    }
    const reply = note.replies.find(({ id }) => id === argument.id);
    const { id, created, place } = note;
    const entry: NoteEntry = reply
      ? { is: 'reply', note: id, ...reply, body: text }
      : { is: 'note', id, created, body: text, ...place };
    await this.notes.put(entry);
    this.threads.show(argument, text);
    await this.boxes.done({ of: 'edit', note: id, comment: argument.id });
  }

  async cancelEdit(argument: unknown): Promise<void> {
    if (argument instanceof NoteComment) {
      this.threads.show(argument);
      await this.boxes.done({ of: 'edit', note: argument.note, comment: argument.id });
    }
  }

  /** Deletes an answer or, with its first comment, a whole note. */
  async deleteComment(argument: unknown): Promise<void> {
    const note = argument instanceof NoteComment ? this.notes.find(argument.note) : undefined;
    const reply = note?.replies.find(({ id }) => argument instanceof NoteComment && id === argument.id);
    if (note && reply) {
      await this.notes.delete(reply.id);
      this.#offerUndo(vscode.l10n.t('Reply deleted.'), { is: 'reply', note: note.id, ...reply });
    } else if (note) {
      await this.#delete(note);
    }
  }

  /** Deletes the note of a thread, or the one of that id. */
  async deleteNote(argument: unknown): Promise<void> {
    const note = this.#noteOf(argument);
    if (note) {
      await this.#delete(note);
    }
  }

  async resolve(argument: unknown, resolved: boolean): Promise<void> {
    const note = this.#noteOf(argument);
    if (note) {
      await this.notes.put(resolvedEntry(note.id, resolved));
    }
  }

  /** Takes the doubt from a note: it belongs where it is shown. */
  async keepHere(argument: unknown): Promise<void> {
    const note = this.#noteOf(argument);
    const document = this.threads.documentOf(argument as vscode.CommentThread);
    const here = document && this.follower.in(document).find(one => one.note.id === note?.id);
    if (document && here) {
      await this.notes.put(placeEntry(here.note.id, here.followed.placeConfirmed(linesOf(document))));
    }
  }

  #noteOf(argument: unknown): ReviewNote | undefined {
    const id =
      typeof argument === 'string' ? argument : this.threads.noteOf(argument as vscode.CommentThread);
    return id === undefined ? undefined : this.notes.find(id);
  }

  async #delete(note: ReviewNote): Promise<void> {
    await this.notes.delete(...entryIdsOf(note));
    this.#offerUndo(
      note.replies.length === 0
        ? vscode.l10n.t('Review note deleted.')
        : vscode.l10n.t('Review note deleted, with its replies.'),
      ...entriesOf(note),
    );
  }

  #offerUndo(message: string, ...entries: readonly NoteEntry[]): void {
    offerUndo(message, () => this.notes.put(...entries)).catch(error => this.reporter.report(error));
  }
}
