import * as v from 'valibot';
import { listSegments } from '../../platform/readSegments';
import { IdentitySchema, isSameRepository, type RepositoryIdentity } from '../../platform/repositoryIdentity';
import { parseJson } from '../../platform/schema';
import type { TextFolder } from '../../platform/textFolder';

/** The part of a segment's header that says whose journal it is. */
const HeaderSchema = v.looseObject({
  workspace: v.looseObject({
    name: v.optional(v.string()),
    folders: v.array(v.string()),
    repositories: v.optional(v.array(IdentitySchema)),
  }),
});

/** What a journal's headers say of the workspace that it belongs to. */
export interface JournalOrigin {
  readonly name: string | undefined;
  /** Addresses of the workspace's folders. */
  readonly folders: readonly string[];
  readonly identities: readonly RepositoryIdentity[];
}

/** Segments that came from another journal are called so. */
const adoptedPrefix = 'adopted-';

/** Whose journal lies in `folder`; `undefined` where none does. A segment that this journal wrote itself tells it best. */
export async function readOrigin(folder: TextFolder): Promise<JournalOrigin | undefined> {
  const names = (await listSegments(folder)).map(({ name }) => name);
  const own = names.filter(name => !name.startsWith(adoptedPrefix));
  for (const name of [...own, ...names]) {
    const [line = ''] = ((await folder.read(name)) ?? '').split('\n', 1);
    const header = parseJson(HeaderSchema, line);
    if (header) {
      const { name: title, folders, repositories = [] } = header.workspace;
      return { name: title, folders, identities: repositories };
    }
  }
  return undefined;
}

/** What the copy of a segment is called. */
export function adoptedName(name: string): string {
  return name.startsWith(adoptedPrefix) ? name : `${adoptedPrefix}${name}`;
}

/** A folder's own name, of its address. */
function lastOf(folder: string): string {
  return folder.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

/** Whether a workspace with these folders may be the one that `origin` tells of, renamed or moved. */
export function isLikely(
  origin: JournalOrigin,
  folders: readonly string[],
  identities: readonly RepositoryIdentity[],
): boolean {
  const names = new Set(folders.map(lastOf));
  return (
    origin.folders.some(folder => names.has(lastOf(folder))) ||
    origin.identities.some(one => identities.some(other => isSameRepository(one, other)))
  );
}

/**
 * Copies the segments of one journal into another; gives how many. Nothing is written into `from`. Those that were
 * copied before, and haven't grown since, stay as they are here: somebody may have been forgotten in them. Ends
 * early where `signal` says so.
 */
export async function adoptSegments(
  from: TextFolder,
  into: TextFolder,
  signal?: { readonly isCancellationRequested: boolean },
): Promise<number> {
  const linesOf = (text: string) => text.split('\n').length;
  let copied = 0;
  for (const { name } of await listSegments(from)) {
    if (signal?.isCancellationRequested) {
      break;
    }
    const target = adoptedName(name);
    const text = await from.read(name);
    const here = await into.read(target);
    if (text !== undefined && (here === undefined || linesOf(text) > linesOf(here))) {
      await into.replace(target, text);
      copied += 1;
    }
  }
  return copied;
}
