import type { FileProblem } from '../../platform/errors';
import { isRecord } from '../../platform/record';
import type { Moment } from '../moment';

/** A moment that a file holds, with whatever tells where: a row or a line. */
export interface Incoming {
  readonly moment: Moment;
}

/** An incoming moment whose id is here with other content. */
export interface Change<T extends Incoming> {
  readonly entry: T;
  readonly here: Moment;
}

/** What importing a file would do, each moment of it in one of the groups. Making one changes nothing. */
export interface ImportPlan<T extends Incoming> {
  /** Not here yet: they are added. */
  readonly fresh: readonly T[];
  /** Here with all that they say, or more: there is nothing to do. */
  readonly same: readonly T[];
  /** Here, and they say more without contradicting anything: they take the place of what is here, unless the user keeps it. */
  readonly extending: readonly Change<T>[];
  /** They contradict what is here. Content doesn't tell which is newer: what is here stays, unless the user wants theirs. */
  readonly conflicting: readonly Change<T>[];
  /** Deleted here: they stay deleted, unless the user wants them back. */
  readonly deletedHere: readonly T[];
  /** Of an id that stood in the file before: the first one counts. */
  readonly duplicates: readonly { readonly entry: T; readonly first: T; readonly differs: boolean }[];
  /** What of the file couldn't be read. */
  readonly refused: readonly FileProblem[];
}

/** Compares what a file holds with the journal: its moments, and the ids of those that were deleted from it. */
export function planImport<T extends Incoming>(
  existing: readonly Moment[],
  deleted: ReadonlySet<string>,
  incoming: readonly T[],
  refused: readonly FileProblem[],
): ImportPlan<T> {
  const fresh: T[] = [];
  const same: T[] = [];
  const extending: Change<T>[] = [];
  const conflicting: Change<T>[] = [];
  const deletedHere: T[] = [];
  const duplicates: { entry: T; first: T; differs: boolean }[] = [];
  const hereById = new Map(existing.map(moment => [moment.id, moment]));
  const firstById = new Map<string, T>();
  for (const entry of incoming) {
    const { moment } = entry;
    const first = firstById.get(moment.id);
    const here = hereById.get(moment.id);
    if (first) {
      duplicates.push({ entry, first, differs: !covers(first.moment, moment) });
      continue;
    }
    firstById.set(moment.id, entry);
    if (here) {
      if (covers(here, moment)) {
        same.push(entry);
      } else if (covers(moment, here)) {
        extending.push({ entry, here });
      } else {
        conflicting.push({ entry, here });
      }
    } else if (deleted.has(moment.id)) {
      deletedHere.push(entry);
    } else {
      fresh.push(entry);
    }
  }
  return { fresh, same, extending, conflicting, deletedHere, duplicates, refused };
}

/** What the user decided about a plan otherwise than what happens by itself: ids of moments in one of its groups. */
export interface ImportDecisions {
  /** Extending: what is here stays, since something may have been removed from it on purpose. */
  readonly kept?: ReadonlySet<string>;
  /** Conflicting: theirs takes the place of what is here. */
  readonly theirs?: ReadonlySet<string>;
  /** Deleted here: they are put back. */
  readonly restored?: ReadonlySet<string>;
}

/** The moments that carrying out a plan puts into the journal. Those that are put are `same` in the next plan. */
export function momentsToPut(
  { fresh, extending, conflicting, deletedHere }: ImportPlan<Incoming>,
  { kept = new Set(), theirs = new Set(), restored = new Set() }: ImportDecisions = {},
): Moment[] {
  return [
    ...fresh.map(({ moment }) => moment),
    ...extending.flatMap(({ entry }) => (kept.has(entry.moment.id) ? [] : [entry.moment])),
    ...conflicting.flatMap(({ entry }) => (theirs.has(entry.moment.id) ? [entry.moment] : [])),
    ...deletedHere.flatMap(({ moment }) => (restored.has(moment.id) ? [moment] : [])),
  ];
}

/** How many there are of each group, for a preview. */
export function describePlan(
  plan: ImportPlan<Incoming>,
): Readonly<Record<keyof ImportPlan<Incoming>, number>> {
  return {
    fresh: plan.fresh.length,
    same: plan.same.length,
    extending: plan.extending.length,
    conflicting: plan.conflicting.length,
    deletedHere: plan.deletedHere.length,
    duplicates: plan.duplicates.length,
    refused: plan.refused.length,
  };
}

/**
 * Whether `more` says all that `less` says: it has each of its keys with a value that covers the other one, a list
 * has all of its texts and numbers, and nothing else but equal values cover each other. A longer text contradicts a
 * shorter one: it may have been cut on purpose.
 */
function covers(more: unknown, less: unknown): boolean {
  if (Array.isArray(more) && Array.isArray(less)) {
    const values = new Set<unknown>(more);
    return less.every((item: unknown, index) =>
      typeof item === 'object' && item !== null ? covers(more[index], item) : values.has(item),
    );
  }
  if (isRecord(more) && isRecord(less)) {
    return Object.entries(less).every(([key, value]) => Object.hasOwn(more, key) && covers(more[key], value));
  }
  return more === less;
}
