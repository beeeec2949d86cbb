import { instantOf } from '../platform/time';
import { EntryUnion } from '../platform/union';
import type { Moment } from './moment';
import { type JournalEvent, momentId } from './segment';

/** With more changes than this, sorting all moments anew is about as quick as giving each its place. */
const fewChanges = 50;

/** The union of the journal's segments. */
export class MomentUnion extends EntryUnion<Moment> {
  /** The list that was asked for last. Nobody changes it: who holds it may be in the middle of it. */
  #list: readonly Moment[] | undefined;
  /** By id, what the list has of the moments that were changed since; `undefined` of those that it lacks. */
  readonly #changed = new Map<string, Moment | undefined>();

  override apply(event: JournalEvent): void {
    this.#note(momentId(event));
    super.apply(event);
  }

  /** All moments that aren't deleted, the latest first: a list that stays as it is when moments change. */
  moments(): readonly Moment[] {
    let list = this.#list ?? sortMoments(this.entries());
    for (const [id, listed] of this.#changed) {
      list = replaced(list, listed, this.get(id));
    }
    this.#list = list;
    this.#changed.clear();
    return list;
  }

  /** Takes note, before a moment changes, of how the list has it. */
  #note(id: string): void {
    if (!this.#list || this.#changed.has(id)) {
      return;
    }
    this.#changed.set(id, this.get(id));
    if (this.#changed.size > fewChanges) {
      this.#list = undefined;
      this.#changed.clear();
    }
  }
}

/** A sorted list with `after` in place of `before`, where there are such. */
function replaced(
  list: readonly Moment[],
  before: Moment | undefined,
  after: Moment | undefined,
): readonly Moment[] {
  const without = before ? list.toSpliced(list.indexOf(before), 1) : list;
  return after ? without.toSpliced(placeIn(without, after), 0, after) : without;
}

/** A moment, and when it happened in milliseconds since 1970. */
interface Timed {
  readonly moment: Moment;
  readonly ms: number;
}

function timed(moment: Moment): Timed {
  return { moment, ms: instantOf(moment.when) };
}

/** The latest first; within one instant an order that is the same everywhere. */
function compare(a: Timed, b: Timed): number {
  return b.ms - a.ms || (a.moment.id < b.moment.id ? 1 : -1);
}

function sortMoments(moments: readonly Moment[]): Moment[] {
  return moments
    .map(timed)
    .sort(compare)
    .map(({ moment }) => moment);
}

/** Where in the sorted `list` the `moment`, which isn't in it, belongs. */
function placeIn(list: readonly Moment[], moment: Moment): number {
  const wanted = timed(moment);
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (compare(timed(list[middle] as Moment), wanted) < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}
