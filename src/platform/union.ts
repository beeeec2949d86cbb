import { compareStamps, type Stamp } from './clock';
import { type Entry, entryId, type LogEvent } from './segment';

/** The union of all segments of a log: per entry the latest event wins, in whatever order the events come. */
export class EntryUnion<E extends Entry> {
  /** The latest event of each entry, a delete included. */
  readonly #latest = new Map<string, { readonly stamp: Stamp; readonly entry: E | undefined }>();

  apply(event: LogEvent<E>): void {
    const id = entryId(event);
    const known = this.#latest.get(id);
    if (!known || compareStamps(event.stamp, known.stamp) > 0) {
      this.#latest.set(id, { stamp: event.stamp, entry: event.op === 'put' ? event.entry : undefined });
    }
  }

  get(id: string): E | undefined {
    return this.#latest.get(id)?.entry;
  }

  /** All entries that aren't deleted, in no order of their own. */
  entries(): E[] {
    return [...this.#latest.values()].flatMap(({ entry }) => (entry ? [entry] : []));
  }
}
