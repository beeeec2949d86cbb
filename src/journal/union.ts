import { compareStamps, type Stamp } from './clock';
import type { Moment } from './moment';
import { type JournalEvent, momentId } from './segment';

/** What is known of one moment: its latest event, a delete included. */
interface Entry {
  readonly stamp: Stamp;
  readonly moment: Moment | undefined;
}

/** The union of all segments: per moment the latest event wins, in whatever order the events come. */
export class MomentUnion {
  readonly #entries = new Map<string, Entry>();

  apply(event: JournalEvent): void {
    const id = momentId(event);
    const known = this.#entries.get(id);
    if (!known || compareStamps(event.stamp, known.stamp) > 0) {
      this.#entries.set(id, { stamp: event.stamp, moment: event.op === 'put' ? event.moment : undefined });
    }
  }

  get(id: string): Moment | undefined {
    return this.#entries.get(id)?.moment;
  }

  /** All moments that aren't deleted, the latest first. */
  moments(): Moment[] {
    const living = [...this.#entries.values()].flatMap(({ moment }) => (moment ? [moment] : []));
    const keys = new Map(living.map(moment => [moment, Date.parse(moment.when)]));
    return living.sort((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || (a.id < b.id ? 1 : -1));
  }
}
