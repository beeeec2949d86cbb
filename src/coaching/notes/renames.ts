import * as vscode from 'vscode';
import { lessSure } from '../../platform/anchors/sureness';
import { DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { isThere } from '../../platform/files';
import { onDidChangeHead } from '../../platform/gitChanges';
import type { Reporter } from '../../platform/reporting';
import { SerialQueue } from '../../platform/serialQueue';
import { Successors } from '../../platform/successors';
import { fileFields, uriOf } from './files';
import type { NoteFollower } from './follower';
import { type NotePlace, placeEntry, type ReviewNote } from './note';
import type { NoteStore } from './store';

/** How long files may come and go before it is looked which ones have. */
const patienceMs = 500;

/** Follows notes into files that were renamed: in VS Code, by Git, or in any other way. */
export class NoteRenames implements vscode.Disposable {
  readonly #store = new DisposableStore();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #looking = new SerialQueue();
  #isDisposed = false;

  constructor(
    private readonly notes: NoteStore,
    private readonly follower: NoteFollower,
    private readonly reporter: Reporter,
  ) {
    const { workspace } = vscode;
    this.#store.add(
      workspace.onDidRenameFiles(({ files }) => {
        this.#renamed(files).catch(error => reporter.report(error));
      }),
    );
    const watcher = this.#store.add(workspace.createFileSystemWatcher('**/*', false, true, false));
    this.#store.add(watcher.onDidCreate(() => this.#soon()));
    this.#store.add(watcher.onDidDelete(() => this.#soon()));
    // Where no watcher tells of a move, the file under its new name is opened sooner or later.
    this.#store.add(
      workspace.onDidOpenTextDocument(({ uri }) => {
        const name = uri.path.split('/').at(-1);
        if (notes.notes.some(({ place }) => place.file.split('/').at(-1) === name)) {
          this.#soon();
        }
      }),
    );
    onDidChangeHead(() => {
      this.follower.findAll();
      this.#soon();
    }).then(
      // It may have come too late.
      subscription => (this.#isDisposed ? subscription.dispose() : this.#store.add(subscription)),
      error => reporter.log.warn(`Git: ${messageOf(error)}`),
    );
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.look().catch(error => this.reporter.report(error));
    }, patienceMs);
  }

  async #renamed(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  ): Promise<void> {
    const moved = this.notes.notes.flatMap(note => {
      const uri = uriOf(note.place);
      for (const { oldUri, newUri } of files) {
        const isIt = uri.toString() === oldUri.toString();
        if (isIt || uri.toString().startsWith(`${oldUri.toString()}/`)) {
          const now = isIt ? newUri : vscode.Uri.joinPath(newUri, uri.path.slice(oldUri.path.length));
          return [placeEntry(note.id, { ...note.place, ...fileFields(now) })];
        }
      }
      return [];
    });
    if (moved.length > 0) {
      await this.notes.put(...moved);
    }
  }

  /** Looks for the notes whose files are gone. */
  look(): Promise<void> {
    return this.#looking.run(() => this.#look());
  }

  async #look(): Promise<void> {
    const byFile = new Map<string, ReviewNote[]>();
    for (const note of this.notes.notes) {
      const key = uriOf(note.place).toString();
      byFile.set(key, [...(byFile.get(key) ?? []), note]);
    }
    for (const [key, notes] of byFile) {
      const uri = vscode.Uri.parse(key);
      // Where nobody can tell, the file is no less there than before.
      if (this.#isDisposed || (await isThere(uri)) !== false) {
        continue;
      }
      const found = await this.#findNotes(uri, notes);
      if (found.length > 0) {
        await this.notes.put(...found.map(({ note, place }) => placeEntry(note.id, place)));
      }
    }
  }

  async #findNotes(
    uri: vscode.Uri,
    notes: readonly ReviewNote[],
  ): Promise<{ note: ReviewNote; place: NotePlace }[]> {
    const commits = [...new Set(notes.map(({ place }) => place.commit))];
    const successors = await Successors.of(uri, commits, this.reporter.log);
    return notes.flatMap(note => {
      const found = successors.find(note.place.anchor, note.place.file);
      if (!found) {
        return [];
      }
      // An anchor is found again as surely as it is then.
      const doubt = found.isTold ? 'exact' : lessSure(found.confidence, note.place.doubt ?? 'exact');
      const { doubt: _before, ...place } = note.place;
      return [
        {
          note,
          place: {
            ...place,
            ...fileFields(found.file.uri),
            ...(doubt === 'likely' || doubt === 'unsure' ? { doubt } : {}),
          },
        },
      ];
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}
