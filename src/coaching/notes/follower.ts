import * as vscode from 'vscode';
import { indexOf } from '../../platform/anchors/anchor';
import { fileOf, linesOf } from '../../platform/codePlace';
import { isCommentBox } from '../../platform/commentBox';
import { DisposableStore } from '../../platform/disposables';
import type { Reporter } from '../../platform/reporting';
import { isOldSide, uriOf } from './files';
import { FollowedNote } from './followed';
import { placeEntry, type ReviewNote } from './note';
import type { NoteStore } from './store';

/** How long a document is left alone before notes are looked for in it by content. */
const patienceMs = 300;

/** A note in a document. */
export interface NoteInDocument {
  readonly note: ReviewNote;
  readonly followed: FollowedNote;
}

/** A note's state in a document, with the place that it was found by. */
interface Known extends NoteInDocument {
  readonly place: string;
}

/** Follows the notes of all open documents: along with edits, and by content where a file became another. */
export class NoteFollower implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #moved = this.#store.add(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #known = new Map<vscode.TextDocument, Map<string, Known>>();
  readonly #waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  #byFile: Map<string, ReviewNote[]> | undefined;

  /** Fires when notes came into, moved in or went from a document. */
  readonly onDidMove = this.#moved.event;

  constructor(
    private readonly notes: NoteStore,
    private readonly reporter: Reporter,
  ) {
    const { workspace, window } = vscode;
    for (const document of workspace.textDocuments) {
      this.#look(document);
    }
    this.#store.add(workspace.onDidOpenTextDocument(document => this.#look(document)));
    this.#store.add(workspace.onDidCloseTextDocument(document => this.#forget(document)));
    this.#store.add(workspace.onDidChangeTextDocument(event => this.#shift(event)));
    this.#store.add(workspace.onDidSaveTextDocument(document => this.#keep(document)));
    const changed = () => {
      this.#byFile = undefined;
      this.lookAgain();
    };
    this.#store.add(notes.onDidChange(changed));
    this.#store.add(workspace.onDidChangeWorkspaceFolders(changed));
    // A version that Git has kept may have become the left side of a comparison, or may be it no longer.
    this.#store.add(window.tabGroups.onDidChangeTabs(() => this.lookAgain()));
  }

  /** The notes in a document, in the order they were made. */
  in(document: vscode.TextDocument): NoteInDocument[] {
    return [...(this.#known.get(document)?.values() ?? [])];
  }

  /** The documents that have notes. */
  get documents(): vscode.TextDocument[] {
    return [...this.#known.keys()];
  }

  /** Takes note of what changed in the notes themselves, or in which documents are shown how. */
  lookAgain(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.#look(document);
    }
  }

  /** Finds all notes by content again: the files may have become others. */
  findAll(): void {
    for (const document of this.documents) {
      if (!document.isDirty) {
        this.#findAgain(document, () => true);
      }
    }
  }

  /** Brings what is known of a document's notes up to date with the notes. */
  #look(document: vscode.TextDocument): void {
    if (document.isClosed || isCommentBox(document)) {
      return;
    }
    const here =
      document.uri.scheme === 'git' && isOldSide(document)
        ? []
        : (this.#notesByFile().get(fileOf(document.uri).toString()) ?? []);
    const before = this.#known.get(document);
    if (here.length === 0 && !before) {
      return;
    }
    let lines: ReturnType<typeof indexOf> | undefined;
    const known = new Map<string, Known>();
    for (const note of here) {
      const place = JSON.stringify(note.place);
      const old = before?.get(note.id);
      const followed = old?.followed ?? new FollowedNote(note.place);
      if (old?.place !== place) {
        lines ??= indexOf(linesOf(document));
        followed.find(note.place, lines);
      }
      known.set(note.id, { note, followed, place });
    }
    if (known.size === 0) {
      this.#known.delete(document);
    } else {
      this.#known.set(document, known);
    }
    this.#moved.fire(document);
  }

  #notesByFile(): ReadonlyMap<string, readonly ReviewNote[]> {
    if (!this.#byFile) {
      this.#byFile = new Map();
      for (const note of this.notes.notes) {
        const uri = uriOf(note.place).toString();
        this.#byFile.set(uri, [...(this.#byFile.get(uri) ?? []), note]);
      }
    }
    return this.#byFile;
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
    if (this.#known.delete(document)) {
      this.#moved.fire(document);
    }
  }

  #shift({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#known.get(document);
    if (!known || contentChanges.length === 0) {
      return;
    }
    const lines = { count: document.lineCount, at: (line: number) => document.lineAt(line).text };
    for (const { followed } of known.values()) {
      followed.shift(contentChanges, lines);
    }
    this.#moved.fire(document);
    clearTimeout(this.#waiting.get(document));
    this.#waiting.set(
      document,
      setTimeout(() => {
        this.#waiting.delete(document);
        // What isn't dirty after a change was read anew from the disk: then its edits tell nothing.
        this.#findAgain(document, followed => followed.isReplaced || !document.isDirty);
      }, patienceMs),
    );
  }

  #findAgain(document: vscode.TextDocument, isLost: (followed: FollowedNote) => boolean): void {
    const known = this.#known.get(document);
    const lost = [...(known?.values() ?? [])].filter(({ followed }) => isLost(followed));
    if (lost.length > 0) {
      const lines = indexOf(linesOf(document));
      for (const { note, followed } of lost) {
        followed.find(note.place, lines);
      }
      this.#moved.fire(document);
    }
  }

  /** Keeps where notes have been followed to, now that the file is so on the disk. */
  #keep(document: vscode.TextDocument): void {
    this.#findAgain(document, followed => followed.isReplaced);
    const lines = indexOf(linesOf(document));
    const entries = this.in(document).flatMap(({ note, followed }) => {
      const place = followed.placeNow(lines);
      return place ? [placeEntry(note.id, place)] : [];
    });
    if (entries.length > 0) {
      this.notes.put(...entries).catch(error => this.reporter.report(error));
    }
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) {
      clearTimeout(timer);
    }
    this.#store.dispose();
  }
}
