import type { Disposable } from '../platform/disposables';
import { SerialQueue } from '../platform/serialQueue';
import type { TextFolder } from '../platform/textFolder';

/**
 * The reader's private notes on sections: a Markdown file each in a folder of this machine, which never
 * goes into Settings Sync. A section's id is its file's name; the id's schema lets nothing else in.
 */
export class Notes {
  readonly #queue = new SerialQueue();
  readonly #listeners = new Set<(id: string, text: string) => void>();

  constructor(private readonly folder: TextFolder) {}

  /** For people: where the notes are. */
  get path(): string {
    return this.folder.path;
  }

  /** The note on section `id`; empty where there is none. Throws where it can't be read. */
  async read(id: string): Promise<string> {
    return this.#queue.run(async () => (await this.folder.read(fileOf(id))) ?? '');
  }

  /** Replaces the note; an empty one is removed. Settles when it is on the disk, in the order of the calls. */
  async keep(id: string, text: string): Promise<void> {
    await this.#queue.run(() =>
      text.trim() === '' ? this.folder.remove(fileOf(id)) : this.folder.replace(fileOf(id), text),
    );
    for (const listener of this.#listeners) {
      listener(id, text);
    }
  }

  /** Calls `listener` after each note that is kept: the same section may be shown in several pages. */
  onDidKeep(listener: (id: string, text: string) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }
}

function fileOf(id: string): string {
  return `${id}.md`;
}
