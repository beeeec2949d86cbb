import type { SealedFolder } from './sealedFolder';

/** What settling a folder did. */
export interface Settled {
  /** How many files were written anew. */
  readonly changed: number;
  /** How many are still as they were, since it was cancelled. */
  readonly left: number;
}

/**
 * Writes each file of a folder as it would be written now: encrypted where it has a key, plain where it has none any
 * more. Each is read back before the other one is removed, so it may break off anywhere, and go on another time.
 */
export async function settle(
  folder: SealedFolder,
  signal: { readonly isCancellationRequested: boolean },
): Promise<Settled> {
  let changed = 0;
  for (const name of await folder.unsettled()) {
    if (signal.isCancellationRequested) {
      break;
    }
    const bytes = await folder.readBytes(name);
    if (bytes) {
      await folder.replace(name, bytes);
      changed += 1;
    }
  }
  return { changed, left: (await folder.unsettled()).length };
}
