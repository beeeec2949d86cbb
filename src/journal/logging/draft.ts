import * as v from 'valibot';
import { parseJson } from '../../platform/schema';
import { SerialQueue } from '../../platform/serialQueue';
import type { TextFolder } from '../../platform/textFolder';
import { TimestampSchema } from '../../platform/time';
import { dimensions, kinds, skills } from '../../vocabulary';
import { CodePlaceSchema, parseNames } from '../moment';

const Name = v.pipe(v.string(), v.nonEmpty());

/** Names as earlier versions kept them: as typed, where '' says nothing. */
const TypedNames = v.pipe(
  v.string(),
  v.transform(typed => (typed.trim() === '' ? undefined : parseNames(typed))),
);

/**
 * The line of a moment that is still being typed, and what was changed by hand in the steps after it: only that
 * has a value here, and `null` says "none" over what the line says.
 */
const KeptDraftSchema = v.object({
  /** The moment that it becomes: logging it a second time replaces that moment. */
  id: v.pipe(v.string(), v.nonEmpty()),
  /** The line, shorthand and all. */
  what: v.string(),
  /** When the line was typed: what its "yesterday" counts from. */
  typedAt: v.optional(TimestampSchema),
  who: v.optional(v.union([v.array(Name), TypedNames])),
  kind: v.optional(v.nullable(v.picklist(kinds))),
  skill: v.optional(v.nullable(v.picklist(skills))),
  dimension: v.optional(v.nullable(v.picklist(dimensions))),
  learned: v.optional(v.string()),
  /** As typed: when and what. */
  followUp: v.optional(v.string()),
  /** What whoever ran the command knew: it counts where neither the line nor a hand says otherwise. */
  preset: v.optional(
    v.object({
      who: v.optional(v.array(Name)),
      kind: v.optional(v.picklist(kinds)),
      skill: v.optional(v.picklist(skills)),
    }),
  ),
  /** The comment that the moment is about. */
  quote: v.optional(v.string()),
  /** The address of what the moment is about. */
  link: v.optional(v.string()),
  /** People who are likely in it: listed first. */
  offered: v.optional(v.array(Name)),
  place: v.optional(CodePlaceSchema),
});

/** A moment that is still being typed. */
export const DraftSchema = v.object({
  ...KeptDraftSchema.entries,
  /** Drafts that were begun before this one and are still to be logged, the latest first. */
  earlier: v.optional(v.array(KeptDraftSchema)),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

/** The draft that was begun before `draft`, to go on with when that is done. */
export function earlierDraft({ earlier }: Draft): Draft | undefined {
  const [next, ...rest] = earlier ?? [];
  return next && { ...next, ...(rest.length > 0 ? { earlier: rest } : {}) };
}

/** `draft`, begun while `kept` is still to be logged. */
export function beginBefore(draft: Draft, { earlier = [], ...kept }: Draft): Draft {
  return { ...draft, earlier: [kept, ...earlier] };
}

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

  /**
   * Forgets the draft of that id, which was logged or emptied, and goes on with `next`. Another one that was
   * begun since stays.
   */
  async clear(id: string, next?: Draft): Promise<void> {
    if (this.#memory === undefined || this.#memory.id === id) {
      this.#memory = next;
      await this.#settle({ draft: next });
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
