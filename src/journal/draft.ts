import * as v from 'valibot';
import { parseJson } from '../platform/schema';
import { SerialQueue } from '../platform/serialQueue';
import type { TextFolder } from '../platform/textFolder';
import { kinds, skills } from '../vocabulary';
import { CodePlaceSchema } from './moment';

/** A moment that is still being typed. Names are kept as typed. */
export const DraftSchema = v.object({
  /** The moment that it becomes: logging it a second time replaces that moment. */
  id: v.pipe(v.string(), v.nonEmpty()),
  what: v.string(),
  who: v.string(),
  kind: v.optional(v.picklist(kinds)),
  skill: v.optional(v.picklist(skills)),
  place: v.optional(CodePlaceSchema),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

const file = 'draft.json';
const unreadableFile = 'draft-unreadable.json';

/**
 * Keeps the draft of one window in a file, and in memory where the file can't be written: what was typed
 * is there for the next attempt either way.
 */
export class DraftKeeper {
  #memory: Draft | undefined;
  /** The file may hold a draft that couldn't be read: it isn't written over. */
  #fileIsUnknown = false;
  #wanted: { draft: Draft | undefined } | undefined;
  readonly #writing = new SerialQueue();

  constructor(private readonly folder: TextFolder) {}

  /**
   * The kept draft, if any. One that can't be understood is moved aside in its folder and reported as
   * `setAside`, the path it has now. Fails where the file can't be read; drafts then stay in memory until it can.
   */
  async load(): Promise<{ draft: Draft | undefined; setAside?: string }> {
    if (this.#memory) {
      return { draft: this.#memory };
    }
    let text: string | undefined;
    try {
      text = await this.folder.read(file);
      this.#fileIsUnknown = false;
    } catch (error) {
      this.#fileIsUnknown = true;
      throw error;
    }
    if (text === undefined) {
      return { draft: undefined };
    }
    const draft = parseJson(DraftSchema, text);
    if (draft) {
      return { draft };
    }
    const name = `${Date.now()}-${unreadableFile}`;
    await this.folder.rename(file, name);
    return { draft: undefined, setAside: `${this.folder.path}/${name}` };
  }

  /** Keeps `draft`. Of many in a row only the latest is sure to be written. Fails where it can't be. */
  keep(draft: Draft): Promise<void> {
    this.#memory = draft;
    return this.#settle({ draft });
  }

  /** Forgets the draft of that id: it was logged or emptied. Another one that was begun since stays. */
  async clear(id: string): Promise<void> {
    if (this.#memory === undefined || this.#memory.id === id) {
      this.#memory = undefined;
      await this.#settle({ draft: undefined });
    }
  }

  /** Replaces the kept draft, if any, by what `change` makes of it; without that it is forgotten. */
  async change(change: (draft: Draft) => Draft | undefined): Promise<void> {
    const { draft } = await this.load();
    const after = draft && change(draft);
    if (after && after !== draft) {
      await this.keep(after);
    } else if (draft && !after) {
      await this.clear(draft.id);
    }
  }

  #settle(wanted: { draft: Draft | undefined }): Promise<void> {
    this.#wanted = wanted;
    return this.#writing.run(() => this.#write());
  }

  /** Writes the latest wish; there is none left where an earlier turn has written it. */
  async #write(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (this.#fileIsUnknown) {
      return;
    }
    if (wanted?.draft) {
      await this.folder.replace(file, JSON.stringify(wanted.draft));
    } else if (wanted) {
      await this.folder.remove(file);
    }
  }
}
