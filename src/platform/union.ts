import { compareStamps } from './clock';
import { type Entry, entryId, type LogEvent } from './segment';

type Put<E extends Entry> = Extract<LogEvent<E>, { op: 'put' }>;

/** An entry that was deleted, as it was last. */
export interface Deleted<E extends Entry> {
  readonly entry: E;
  /** When it was deleted, in milliseconds since 1970. */
  readonly ms: number;
}

/** The union of all segments of a log: per entry the latest event wins, in whatever order the events come. */
export class EntryUnion<E extends Entry> {
  /** The latest event of each entry, a delete included. */
  readonly #latest = new Map<string, LogEvent<E>>();

  /** Of each deleted entry the latest put, so that it can be brought back. */
  readonly #last = new Map<string, Put<E>>();

  apply(event: LogEvent<E>): void {
    const id = entryId(event);
    const known = this.#latest.get(id);
    if (!known) {
      // Nearly always, when a log is opened: nothing was kept of this entry, nor can anything have been deleted.
      this.#latest.set(id, event);
      return;
    }
    const isLatest = compareStamps(event.stamp, known.stamp) > 0;
    if (isLatest) {
      this.#latest.set(id, event);
    }
    const older = isLatest ? known : event;
    if (this.#latest.get(id)?.op === 'put') {
      this.#last.delete(id);
    } else if (older.op === 'put') {
      const last = this.#last.get(id);
      if (!last || compareStamps(older.stamp, last.stamp) > 0) {
        this.#last.set(id, older);
      }
    }
  }

  /** Entries that are deleted, the one deleted last first. */
  deleted(): Deleted<E>[] {
    return [...this.#last]
      .map(([id, { entry }]) => ({ entry, ms: this.#latest.get(id)?.stamp.ms ?? 0 }))
      .sort((a, b) => b.ms - a.ms);
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
