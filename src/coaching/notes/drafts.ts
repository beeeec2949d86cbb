import * as v from 'valibot';
import { parseJson } from '../../platform/schema';
import { SerialQueue } from '../../platform/serialQueue';
import type { TextFolder } from '../../platform/textFolder';

const Line = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What stands in a comment box and isn't kept as a note yet. */
export const NoteDraftSchema = v.variant('of', [
  /** A new note on lines of a document, both included, from 0. */
  v.object({ of: v.literal('note'), uri: v.string(), start: Line, end: Line, text: v.string() }),
  /** An answer to a note. */
  v.object({ of: v.literal('reply'), note: v.string(), text: v.string() }),
  /** A comment, a note's own or an answer, being edited. */
  v.object({ of: v.literal('edit'), note: v.string(), comment: v.string(), text: v.string() }),
]);
export type NoteDraft = v.InferOutput<typeof NoteDraftSchema>;

/** What tells a draft from all others: there is one for each box. */
export type DraftPlace =
  | Omit<Extract<NoteDraft, { of: 'note' }>, 'text'>
  | Omit<Extract<NoteDraft, { of: 'reply' }>, 'text'>
  | Omit<Extract<NoteDraft, { of: 'edit' }>, 'text'>;

const file = 'drafts.json';
const unreadableFile = 'drafts-unreadable.json';

/** The box that a draft is of, as a text. */
export function draftKey(place: DraftPlace): string {
  switch (place.of) {
    case 'note':
      return JSON.stringify([place.of, place.uri, place.start]);
    case 'reply':
      return JSON.stringify([place.of, place.note]);
    case 'edit':
      return JSON.stringify([place.of, place.comment]);
  }
}

/** Keeps what is typed into comment boxes: in memory and, as soon as the disk has taken the last, in a file. */
export class NoteDrafts {
  #drafts = new Map<string, NoteDraft>();
  #isStale = false;
  readonly #writing = new SerialQueue();

  constructor(private readonly folder: TextFolder) {}

  /** Reads what was kept. A file that can't be understood is moved aside in its folder; its path now is given back. */
  async load(): Promise<string | undefined> {
    const text = await this.folder.read(file);
    if (text === undefined) {
      return undefined;
    }
    const drafts = parseJson(v.array(NoteDraftSchema), text);
    if (!drafts) {
      const name = `${Date.now()}-${unreadableFile}`;
      await this.folder.rename(file, name);
      return `${this.folder.path}/${name}`;
    }
    this.#drafts = new Map([...drafts.map(entryOf), ...this.#drafts]);
    return undefined;
  }

  get all(): NoteDraft[] {
    return [...this.#drafts.values()];
  }

  /** What was typed at `place`, if anything was. */
  textAt(place: DraftPlace): string | undefined {
    return this.#drafts.get(draftKey(place))?.text;
  }

  /** Keeps `draft`, or forgets it where nothing is typed. Of many in a row only the latest is sure to be written. */
  keep(draft: NoteDraft): Promise<void> {
    if (draft.text.trim() === '') {
      return this.forget(draft);
    }
    this.#drafts.set(draftKey(draft), draft);
    return this.#settle();
  }

  /** Forgets a draft: it became a note, or isn't wanted any more. */
  async forget(place: DraftPlace): Promise<void> {
    if (this.#drafts.delete(draftKey(place))) {
      await this.#settle();
    }
  }

  #settle(): Promise<void> {
    this.#isStale = true;
    return this.#writing.run(() => this.#write());
  }

  async #write(): Promise<void> {
    if (!this.#isStale) {
      return;
    }
    this.#isStale = false;
    if (this.#drafts.size === 0) {
      await this.folder.remove(file);
    } else {
      await this.folder.replace(file, JSON.stringify(this.all));
    }
  }
}

function entryOf(draft: NoteDraft): [string, NoteDraft] {
  return [draftKey(draft), draft];
}
