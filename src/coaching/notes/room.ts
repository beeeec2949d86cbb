import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposables';
import { messageOf, UserError } from '../../platform/errors';
import type { Reporter } from '../../platform/reporting';
import { refreshOnFocus } from '../../platform/windowFocus';
import { NoteActions } from './actions';
import { NoteBoxes } from './boxes';
import { NoteDrafts } from './drafts';
import { chooseNotes, exportNotes } from './exporting';
import { fileOfNotes, uriOf } from './files';
import { NoteFollower } from './follower';
import { goToNote, openDraftFile, pickNote } from './list';
import { NewNotes } from './newNotes';
import { notePage, openNotePage } from './notePage';
import { NoteRenames } from './renames';
import { NoteStore } from './store';
import { isOrphan, survey } from './survey';
import { NoteThreads } from './threads';

/** All that review notes are made of, once there are some or somebody makes one. */
export class NotesRoom implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #follower: NoteFollower;
  readonly #threads: NoteThreads;
  readonly actions: NoteActions;
  readonly newNotes: NewNotes;
  readonly renames: NoteRenames;

  private constructor(
    private readonly notes: NoteStore,
    private readonly drafts: NoteDrafts,
    private readonly reporter: Reporter,
  ) {
    this.#store.add(notes);
    this.#follower = this.#store.add(new NoteFollower(notes, reporter));
    this.#threads = this.#store.add(new NoteThreads(this.#follower));
    const boxes = this.#store.add(new NoteBoxes(drafts, this.#threads, reporter));
    this.actions = new NoteActions(notes, this.#follower, this.#threads, boxes, reporter);
    this.newNotes = this.#store.add(new NewNotes(notes, this.#threads, boxes, reporter));
    this.renames = this.#store.add(new NoteRenames(notes, this.#follower, reporter));
    this.#store.add(refreshOnFocus('Review notes', () => notes.refresh(), reporter));
  }

  static async open(context: vscode.ExtensionContext, reporter: Reporter): Promise<NotesRoom> {
    const notes = await NoteStore.open(context, reporter);
    const drafts = new NoteDrafts(notes.location.folder);
    try {
      const setAside = await drafts.load();
      if (setAside !== undefined) {
        void reporter.report(
          new UserError(
            vscode.l10n.t('Your drafts of review notes can’t be read. They are kept in {0}.', setAside),
          ),
        );
      }
    } catch (error) {
      // No reason to do without the notes themselves.
      reporter.log.warn(`Drafts of review notes: ${messageOf(error)}`);
    }
    return new NotesRoom(notes, drafts, reporter);
  }

  /** Lists all notes; the one chosen is gone to or, where it has no code, shown with what it was on. */
  async show(): Promise<void> {
    await this.notes.refresh();
    const drafts = this.drafts.all;
    if (this.notes.notes.length === 0 && !drafts.some(draft => draft.of === 'note')) {
      throw new UserError(
        vscode.l10n.t('There are no review notes yet. Put the cursor on a line of code and add one.'),
        [{ title: vscode.l10n.t('Add Review Note'), run: () => this.newNotes.add() }],
      );
    }
    const chosen = await pickNote(await survey(this.notes.notes, this.#follower), drafts);
    if (chosen && 'draft' in chosen) {
      const document = await openDraftFile(chosen.draft);
      if (document) {
        await this.newNotes.begin(document, chosen.draft);
      }
    } else if (chosen && isOrphan(chosen.note)) {
      await openNotePage(chosen.note.note.id);
    } else if (chosen) {
      const document = await goToNote(chosen.note);
      this.#threads.expand(chosen.note.note.id, document);
    }
  }

  /** Exports notes that the user chooses. */
  async export(): Promise<boolean> {
    await this.notes.refresh();
    const all = await survey(this.notes.notes, this.#follower);
    const chosen = await chooseNotes(all, ({ note }) => !note.resolved);
    return chosen !== undefined && exportNotes(chosen, 'ask', this.reporter.log);
  }

  /** Copies the notes of the file in front, all of them or those that the user leaves chosen. */
  async copy(): Promise<boolean> {
    const file = fileOfNotes(vscode.window.activeTextEditor);
    if (!file) {
      throw new UserError(vscode.l10n.t('Open the file whose review notes you want to copy.'));
    }
    await this.notes.refresh();
    const here = this.notes.notes.filter(note => uriOf(note.place).toString() === file.toString());
    const chosen = await chooseNotes(await survey(here, this.#follower), () => true);
    return chosen !== undefined && exportNotes(chosen, 'clipboard', this.reporter.log);
  }

  page(uri: vscode.Uri): Promise<string> {
    return notePage(this.notes, this.#follower, uri);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
