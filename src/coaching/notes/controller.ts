import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposables';
import { hasGutter } from './settings';

/** What menus know the controller by. */
export const controllerId = 'belay-notes';

/** How long VS Code is given to ask for the comments of a document; one that nobody looks at is never asked about. */
const patienceMs = 2_000;

/** How long it takes VS Code, once it has the answer, to draw what it knew of before. */
const drawingMs = 50;

/** A document whose comments VS Code is yet to ask for. */
interface Settling {
  /** Says that it has asked. */
  asked(): void;
  readonly settled: Promise<void>;
}

function begin(): Settling {
  let asked: (() => void) | undefined;
  const hasAsked = new Promise<void>(resolve => {
    asked = resolve;
    setTimeout(resolve, patienceMs);
  });
  return {
    asked: () => asked?.(),
    settled: hasAsked.then(() => new Promise(drawn => setTimeout(drawn, drawingMs))),
  };
}

/**
 * The controller of review notes in VS Code's comments. It tells when VS Code has asked for the comments of a
 * document, as it does for each editor and when a controller is new: threads that are made meanwhile are drawn twice.
 */
export class NoteController implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #settling = new WeakMap<vscode.TextDocument, Settling>();
  readonly #controller: vscode.CommentController;

  constructor() {
    this.#controller = this.#store.add(
      vscode.comments.createCommentController(controllerId, vscode.l10n.t('Belay review notes')),
    );
    this.#controller.options = {
      prompt: vscode.l10n.t('Reply to the review note…'),
      placeHolder: vscode.l10n.t('What should the author learn? Markdown; Ctrl+Enter keeps it'),
    };
    this.#offerRanges();
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('belay.reviewNotes')) {
          this.#offerRanges();
        }
      }),
    );
  }

  /** Sets the provider anew, upon which VS Code asks again. */
  #offerRanges(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: document => {
        this.#settlingOf(document).asked();
        return hasGutter() ? wholeOf(document) : [];
      },
    };
  }

  /** Makes a thread in a document that is settled. */
  createThread(
    { uri }: vscode.TextDocument,
    range: vscode.Range,
    comments: readonly vscode.Comment[],
  ): vscode.CommentThread {
    return this.#controller.createCommentThread(uri, range, comments);
  }

  /** Ends once a document can get threads. */
  untilSettled(document: vscode.TextDocument): Promise<void> {
    return this.#settlingOf(document).settled;
  }

  #settlingOf(document: vscode.TextDocument): Settling {
    const known = this.#settling.get(document) ?? begin();
    this.#settling.set(document, known);
    return known;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** All lines, where VS Code is to show a `+`: other extensions' notes begin so too. */
function wholeOf({ uri, isUntitled, lineCount }: vscode.TextDocument): vscode.Range[] {
  return !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined
    ? [new vscode.Range(0, 0, lineCount - 1, 0)]
    : [];
}
