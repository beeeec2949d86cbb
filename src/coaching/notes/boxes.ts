import * as vscode from 'vscode';
import { isCommentBox } from '../../platform/commentBox';
import { DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import type { Reporter } from '../../platform/reporting';
import { type BoxKind, boxKind, matchBoxes } from './boxPath';
import { controllerId } from './controller';
import { type DraftPlace, draftKey, type NoteDraft, type NoteDrafts } from './drafts';
import type { NoteThreads } from './threads';

/** A comment box of the review notes. */
interface Box {
  readonly document: vscode.TextDocument;
  readonly kind: BoxKind;
  /** What it is of, once that is known. */
  place: DraftPlace | undefined;
  /** What stands in it where nothing was typed. */
  readonly kept: string;
  /** What stands in it isn't kept while something is being put into it. */
  isBusy: boolean;
}

/**
 * The boxes that notes are written in: what is typed there is kept with every keystroke, and is there again when
 * the box is opened the next time.
 */
export class NoteBoxes implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #boxes = new Map<vscode.TextDocument, Box>();
  /** Numbers of threads in the paths of their boxes, as far as they are known. */
  readonly #numbers = new Map<vscode.CommentThread, number>();
  /** What the next box to edit in will be of, and the comment as it is kept. */
  #expected: { readonly place: DraftPlace; readonly kept: string } | undefined;
  /** The editor that had the focus before a box got it. */
  #lastEditor = vscode.window.activeTextEditor;
  /** Boxes that VS Code is about to empty although what stood in them couldn't be kept as a note. */
  readonly #unkept = new Set<string>();

  constructor(
    readonly drafts: NoteDrafts,
    private readonly threads: NoteThreads,
    private readonly reporter: Reporter,
  ) {
    const { window, workspace } = vscode;
    this.#store.add(
      window.onDidChangeActiveTextEditor(editor => {
        if (editor && !isCommentBox(editor.document)) {
          this.#lastEditor = editor;
        }
      }),
    );
    this.#store.add(
      workspace.onDidOpenTextDocument(document => {
        this.#open(document).catch(error => reporter.report(error));
      }),
    );
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)));
    this.#store.add(workspace.onDidCloseTextDocument(document => this.#boxes.delete(document)));
  }

  /** The next box that opens to edit a comment in, or to write a new one, will be of `place`. */
  expect(place: Extract<DraftPlace, { of: 'note' | 'edit' }>, kept: string): void {
    this.#expected = { place, kept };
  }

  /** What stood in the box of `place` became a note, or isn't wanted any more. */
  async done(place: DraftPlace): Promise<void> {
    this.#unkept.delete(draftKey(place));
    await this.drafts.forget(place);
  }

  /** What stood in the box couldn't be kept as a note: it stays a draft, though the box is emptied. */
  async failed(draft: NoteDraft): Promise<void> {
    this.#unkept.add(draftKey(draft));
    await this.#keep(this.drafts.keep(draft));
  }

  async #open(document: vscode.TextDocument): Promise<void> {
    const { authority, path } = document.uri;
    const kind = isCommentBox(document) ? boxKind(controllerId, authority, path) : undefined;
    if (!kind) {
      return;
    }
    const box: Box = { document, kind, place: undefined, kept: '', isBusy: true };
    if (kind.of === 'edit') {
      if (!this.#expected) {
        // Another extension's.
        return;
      }
      Object.assign(box, this.#expected);
      this.#expected = undefined;
    }
    this.#boxes.set(document, box);
    if (kind.of === 'new') {
      box.place = this.#placeAtCursor();
    }
    if (kind.of === 'reply') {
      // VS Code tells a little later that it has expanded a thread than that the thread's box is there.
      await new Promise(later => setTimeout(later, 100));
      this.#matchReplies();
    }
    await this.#restore(box);
  }

  /** Puts back what was typed in a box before. In a box to edit in it stands already. */
  async #restore(box: Box): Promise<void> {
    const { document, place } = box;
    const text = place && box.kind.of !== 'edit' ? this.drafts.textAt(place) : undefined;
    if (text !== undefined && document.getText() === '' && !document.isClosed) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), text);
      if (await vscode.workspace.applyEdit(edit)) {
        sayRestored();
      }
    }
    box.isBusy = false;
  }

  #changed(document: vscode.TextDocument): void {
    const box = this.#boxes.get(document);
    if (!box || box.isBusy) {
      return;
    }
    if (!box.place && box.kind.of === 'reply') {
      this.#matchReplies();
    }
    const { place } = box;
    if (!place) {
      return;
    }
    const text = document.getText();
    if (text === '' && this.#unkept.delete(draftKey(place))) {
      return;
    }
    void this.#keep(text === box.kept ? this.drafts.forget(place) : this.drafts.keep({ ...place, text }));
  }

  /** A draft that can't be written stays in memory; keeping the note will say what is wrong. */
  async #keep(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.reporter.log.warn(`Draft of a review note: ${messageOf(error)}`);
    }
  }

  #matchReplies(): void {
    const boxes = [...this.#boxes.values()];
    const numbers = boxes.flatMap(({ kind }) => (kind.of === 'reply' ? [kind.thread] : []));
    const threads = this.threads.all.map(({ thread }) => ({
      thread,
      isExpanded: thread.collapsibleState === vscode.CommentThreadCollapsibleState.Expanded,
      number: this.#numbers.get(thread),
    }));
    for (const [number, thread] of matchBoxes(numbers, threads)) {
      this.#numbers.set(thread, number);
    }
    for (const box of boxes) {
      const { kind } = box;
      if (kind.of === 'reply') {
        const known = this.threads.all.find(({ thread }) => this.#numbers.get(thread) === kind.thread);
        box.place = known && { of: 'reply', note: known.note };
      }
    }
  }

  /** Where a note is begun that Belay didn't begin: by the `+` beside the line. */
  #placeAtCursor(): DraftPlace | undefined {
    const editor = this.#lastEditor;
    return (
      editor && {
        of: 'note',
        uri: editor.document.uri.toString(),
        start: editor.selection.start.line,
        end: editor.selection.end.line,
      }
    );
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** Says that what was typed before is there again. */
export function sayRestored(): void {
  vscode.window.setStatusBarMessage(vscode.l10n.t('What you had typed here is back'), 5000);
}
