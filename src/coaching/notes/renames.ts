import * as vscode from 'vscode';
import { type FoundFile, findFile } from '../../platform/anchors/findFile';
import { DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { readTextIfThere } from '../../platform/files';
import { type ChangedFile, changedSince, onDidChangeHead } from '../../platform/gitChanges';
import type { Reporter } from '../../platform/reporting';
import { SerialQueue } from '../../platform/serialQueue';
import { fileFields, isThere, uriOf } from './files';
import { lessSure } from './followed';
import type { NoteFollower } from './follower';
import { type NotePlace, placeEntry, type ReviewNote } from './note';
import type { NoteStore } from './store';

/** How long files may come and go before it is looked which ones have. */
const patienceMs = 500;
/** Files that are looked into, and how long one may be in characters. */
const mostFiles = 200;
const longestFile = 1_000_000;

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
    const changed = (await Promise.all(commits.map(commit => changedSince(uri, commit)))).flat();
    const renamed = changed.filter(({ from }) => from?.toString() === uri.toString());
    const candidates = await readAll([...renamed, ...changed, ...(await namesakesOf(uri))]);
    return notes.flatMap(note => {
      const told = candidates.filter(one => renamed.some(file => file.uri.toString() === one.uri.toString()));
      // The same code may have been copied elsewhere; the file of the same name is the one then.
      const namesakes = candidates.filter(one => one.uri.path.endsWith(`/${uri.path.split('/').at(-1)}`));
      const found =
        findFile(note.place.anchor, told, note.place.file) ??
        surelyIn(note, namesakes) ??
        surelyIn(note, candidates);
      if (!found) {
        return [];
      }
      // That Git calls it a rename leaves nothing to doubt; an anchor is found again as surely as it is then.
      const doubt = told.includes(found.file)
        ? 'exact'
        : lessSure(found.confidence, note.place.doubt ?? 'exact');
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

interface ReadFile {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly lines: readonly string[];
}

/** The file that a note is in now; where that is a mere guess, the note rather stays with the file that is gone. */
function surelyIn({ place }: ReviewNote, files: readonly ReadFile[]): FoundFile<ReadFile> | undefined {
  const found = findFile(place.anchor, files, place.file);
  return found?.confidence === 'unsure' ? undefined : found;
}

/** Files of the same name elsewhere, open ones first: where Git tells nothing, the file may have been moved. */
async function namesakesOf(uri: vscode.Uri): Promise<ChangedFile[]> {
  const name = uri.path.split('/').at(-1) ?? '';
  const open = vscode.workspace.textDocuments
    .map(document => document.uri)
    .filter(one => one.scheme === uri.scheme && one.path.endsWith(`/${name}`));
  const pattern = `**/${name.replace(/[[\]{}*?]/g, char => `[${char}]`)}`;
  let found: readonly vscode.Uri[] = [];
  try {
    found = await vscode.workspace.findFiles(pattern, undefined, mostFiles);
  } catch {
    // VS Code's search isn't there: then only open files are known.
  }
  return [...open, ...found]
    .filter(one => one.toString() !== uri.toString())
    .map(one => ({ uri: one, from: undefined }));
}

async function readAll(files: readonly ChangedFile[]): Promise<ReadFile[]> {
  const unique = new Map(files.map(({ uri }) => [uri.toString(), uri]));
  const read = [...unique.values()].slice(0, mostFiles).map(async (uri): Promise<ReadFile[]> => {
    try {
      const text = await readTextIfThere(uri);
      return text === undefined || text.length > longestFile
        ? []
        : [{ uri, path: vscode.workspace.asRelativePath(uri, false), lines: text.split(/\r\n|\r|\n/) }];
    } catch {
      // A folder, say, or a file of somebody else's: it isn't the one.
      return [];
    }
  });
  return (await Promise.all(read)).flat();
}
