import type { KeptMoment } from '../entry';

/** Where a moment is that a story grew from: in this workspace's journal, in another's, or in none any more. */
export type KeptPlace =
  | { readonly is: 'here' | 'unknown' }
  | { readonly is: 'elsewhere'; readonly workspace: string }
  | { readonly is: 'gone' };

/**
 * Says where kept moments are; `elsewhere` gives the other workspaces' names by the ids of their moments, or is
 * left out where they couldn't be read.
 */
export function placesOf(
  kept: readonly KeptMoment[],
  here: { has(id: string): boolean },
  elsewhere: ReadonlyMap<string, string> | undefined,
): Map<string, KeptPlace> {
  return new Map(kept.map(({ id }) => [id, here.has(id) ? { is: 'here' } : placeElsewhere(id, elsewhere)]));
}

function placeElsewhere(id: string, elsewhere: ReadonlyMap<string, string> | undefined): KeptPlace {
  if (!elsewhere) {
    return { is: 'unknown' };
  }
  const workspace = elsewhere.get(id);
  return workspace === undefined ? { is: 'gone' } : { is: 'elsewhere', workspace };
}
