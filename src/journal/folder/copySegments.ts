import { listSegments } from '../../platform/readSegments';
import { entryId } from '../../platform/segment';
import type { TextFolder } from '../../platform/textFolder';
import { adoptedName, adoptSegments } from '../keeping/foundJournal';
import { parseSegment } from '../segment';

/** What tells an event from all others. */
function eventKeys(file: string, text: string): string[] {
  return parseSegment(file, text).events.map(event => {
    const { ms, count, writer } = event.stamp;
    return JSON.stringify([entryId(event), ms, count, writer]);
  });
}

/** For whoever waits for a copy. */
export interface CopyOptions {
  /** An aborted copy fails, and takes back what it has copied. */
  readonly signal: { readonly isCancellationRequested: boolean };
}

/** Thrown by a copy that was cancelled. */
export class CopyCancelled extends Error {}

/**
 * Copies all segments of `from` into `into`, reads them back, and gives how many events there are in what was
 * copied. Fails where an event isn't there then; whatever made it fail, `into` is as it was before. Nothing is
 * written into `from`.
 */
export async function copySegments(
  from: readonly TextFolder[],
  into: TextFolder,
  { signal }: CopyOptions,
): Promise<number> {
  const before = new Set((await listSegments(into)).map(({ name }) => name));
  const listed = (await Promise.all(from.map(listSegments))).flat();
  const copies = listed.map(({ name }) => adoptedName(name)).filter(name => !before.has(name));
  try {
    for (const folder of from) {
      await adoptSegments(folder, into, signal);
      if (signal.isCancellationRequested) {
        throw new CopyCancelled('The copy was cancelled');
      }
    }
    return await verify(from, into);
  } catch (error) {
    // Those that grew were there before, and hold all that they held; others may have come from another window.
    for (const name of copies) {
      await into.remove(name);
    }
    throw error;
  }
}

async function verify(from: readonly TextFolder[], into: TextFolder): Promise<number> {
  const there = new Set<string>();
  for (const { name } of await listSegments(into)) {
    for (const key of eventKeys(name, (await into.read(name)) ?? '')) {
      there.add(key);
    }
  }
  let count = 0;
  for (const folder of from) {
    for (const { name } of await listSegments(folder)) {
      for (const key of eventKeys(name, (await folder.read(name)) ?? '')) {
        count += 1;
        if (!there.has(key)) {
          throw new Error(`${folder.path}/${name} isn’t whole in ${into.path}`);
        }
      }
    }
  }
  return count;
}

/** Removes the segments of `from` whose whole text is in `into`; gives how many stay. */
export async function removeCopied(from: readonly TextFolder[], into: TextFolder): Promise<number> {
  let left = 0;
  for (const folder of from) {
    for (const { name } of await listSegments(folder)) {
      const text = await folder.read(name);
      if (text !== undefined && text === (await into.read(adoptedName(name)))) {
        await folder.remove(name);
      } else {
        left += 1;
      }
    }
  }
  return left;
}
