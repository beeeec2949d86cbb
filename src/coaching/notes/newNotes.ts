import * as v from 'valibot';
import * as vscode from 'vscode';
import { captureAnchor, type LineRange } from '../../platform/anchors/anchor';
import { fileOf, linesOf } from '../../platform/codePlace';
import { DisposableStore } from '../../platform/disposables';
import { headCommit } from '../../platform/git';
import type { Reporter } from '../../platform/reporting';
import { completeStep } from '../../platform/walkthrough';
import { ReplySchema } from './actions';
import { targetOf } from './addNote';
import { type NoteBoxes, sayRestored } from './boxes';
import { NoteComment, newComment } from './comment';
import type { DraftPlace } from './drafts';
import { fileFields } from './files';
import { keptAsDraft } from './keptAsDraft';
import type { NoteEntry } from './note';
import { shift } from './shift';
import type { NoteStore } from './store';
import { type NoteThreads, rangeOf } from './threads';

/** How long a note waits for Git to tell the commit. */
const commitPatienceMs = 1_000;

/** A note that is being written. */
interface BegunNote {
  readonly place: Extract<DraftPlace, { of: 'note' }>;
  readonly thread: vscode.CommentThread;
  readonly comment: NoteComment | undefined;
  readonly text: string;
}

/** Notes from the command that begins them until they are kept or discarded. */
export class NewNotes implements vscode.Disposable {
  readonly #store = new DisposableStore();
  #begun: Omit<BegunNote, 'text'>[] = [];

  constructor(
    private readonly notes: NoteStore,
    private readonly threads: NoteThreads,
    private readonly boxes: NoteBoxes,
    private readonly reporter: Reporter,
  ) {
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        for (const { thread } of this.#begun) {
          if (thread.range && thread.uri.toString() === document.uri.toString()) {
            const { start, end } = thread.range;
            thread.range = rangeOf(document, shift({ start: start.line, end: end.line }, contentChanges));
          }
        }
      }),
    );
  }

  /** Opens a box on the selected lines. */
  async add(): Promise<void> {
    const { document, at } = await targetOf(vscode.window.activeTextEditor);
    await this.begin(document, at);
  }

  /** Opens a box on lines of a document. It has the focus: VS Code gives that to a comment being edited. */
  async begin(document: vscode.TextDocument, { start, end }: LineRange): Promise<void> {
    await this.threads.untilSettled(document);
    const uri = document.uri.toString();
    const range = rangeOf(document, { start, end });
    const open = this.#begun.find(
      ({ thread }) => thread.uri.toString() === uri && thread.range?.start.line === start,
    );
    // The box of last time may have been closed along with its editor.
    const place = open?.place ?? { of: 'note' as const, uri, start, end };
    open?.thread.dispose();
    const draft = this.boxes.drafts.textAt(place);
    const comment = newComment(crypto.randomUUID(), draft);
    this.boxes.expect(place, '');
    const thread = this.threads.create(document, range, [comment]);
    thread.label = vscode.l10n.t('New review note');
    thread.contextValue = 'new';
    thread.canReply = false;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.#begun = [...this.#begun.filter(one => one !== open), { place, thread, comment }];
    if (draft !== undefined) {
      sayRestored();
    }
  }

  /** Keeps what stands in the box as a note. */
  async save(argument: unknown): Promise<void> {
    const { place, thread, comment, text } = this.#find(argument);
    if (text.trim() === '') {
      return;
    }
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const range = thread.range ?? new vscode.Range(place.start, 0, place.end, 0);
    const id = comment?.id ?? crypto.randomUUID();
    const commit = await this.#commitOf(document.uri);
    const note: NoteEntry = {
      is: 'note',
      id,
      created: new Date().toISOString(),
      body: text.trim(),
      ...fileFields(document.uri),
      anchor: captureAnchor(linesOf(document), range.start.line, range.end.line),
      ...(commit === undefined ? {} : { commit }),
    };
    this.threads.adopt(thread, id, document);
    try {
      await this.notes.put(note);
    } catch (error) {
      this.threads.release(thread);
      this.#end(thread);
      throw await keptAsDraft(this.boxes, { ...place, text }, error, () => this.notes.put(note));
    }
    this.#begun = this.#begun.filter(one => one.thread !== thread);
    await this.boxes.done(place);
    await completeStep('coached');
  }

  /** Closes the box; what stood in it isn't wanted. */
  async discard(argument: unknown): Promise<void> {
    const { place, thread } = this.#find(argument);
    this.#end(thread);
    await this.boxes.done(place);
  }

  /** What is being written where a command was chosen: in a box that Belay opened, or one that VS Code's `+` did. */
  #find(argument: unknown): BegunNote {
    if (argument instanceof NoteComment) {
      const begun = this.#begun.find(({ comment }) => comment === argument);
      if (!begun) {
        throw new Error('The note was never begun');
      }
      return { ...begun, text: argument.body.value };
    }
    const { thread, text } = v.parse(ReplySchema, argument);
    const { start, end } = thread.range ?? new vscode.Range(0, 0, 0, 0);
    const place = {
      of: 'note' as const,
      uri: thread.uri.toString(),
      start: start.line,
      end: end.character === 0 && end.line > start.line ? end.line - 1 : end.line,
    };
    return { place, thread, comment: undefined, text };
  }

  #end(thread: vscode.CommentThread): void {
    this.#begun = this.#begun.filter(one => one.thread !== thread);
    thread.dispose();
  }

  #commitOf(uri: vscode.Uri): Promise<string | undefined> {
    return Promise.race([
      headCommit(fileOf(uri), this.reporter.log),
      new Promise<undefined>(late => setTimeout(late, commitPatienceMs)),
    ]);
  }

  dispose(): void {
    for (const { thread } of this.#begun) {
      thread.dispose();
    }
    this.#store.dispose();
  }
}
