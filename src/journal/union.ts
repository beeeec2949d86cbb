import { EntryUnion } from '../platform/union';
import type { Moment } from './moment';

/** The union of the journal's segments. */
export class MomentUnion extends EntryUnion<Moment> {
  /** All moments that aren't deleted, the latest first. */
  moments(): Moment[] {
    const living = this.entries();
    const keys = new Map(living.map(moment => [moment, Date.parse(moment.when)]));
    return living.sort((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || (a.id < b.id ? 1 : -1));
  }
}
