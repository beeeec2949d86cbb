import { compareStamps } from './clock';
import { type Entry, entryId, type LogEvent } from './segment';

/** The union of all segments of a log: per entry the latest event wins, in whatever order the events come. */
export class EntryUnion<E extends Entry> {
  /** The latest event of each entry, a delete included. */
  readonly #latest = new Map<string, LogEvent<E>>();

  apply(event: LogEvent<E>): void {
    const id = entryId(event);
    const known = this.#latest.get(id);
    if (!known || compareStamps(event.stamp, known.stamp) > 0) {
      this.#latest.set(id, event);
    }
  }

  get(id: string): E | undefined {
    return living(this.#latest.get(id));
  }

  /** All entries that aren't deleted, in no order of their own. */
  entries(): E[] {
    const entries: E[] = [];
    for (const event of this.#latest.values()) {
      const entry = living(event);
      if (entry) {
        entries.push(entry);
      }
    }
    return entries;
  }
}

function living<E extends Entry>(event: LogEvent<E> | undefined): E | undefined {
  return event?.op === 'put' ? event.entry : undefined;
}
