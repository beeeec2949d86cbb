import * as v from 'valibot';
import { parseJson } from '../../platform/schema';

/** A commit as something in view names it. */
export interface NamedCommit {
  /** Its hash, or the beginning of it. */
  readonly hash: string;
  /** What it is compared with, where that is named: its parent, unless several commits are shown at once. */
  readonly parent?: string;
}

/** The parts of an address, as VS Code's `Uri` has them. */
export interface Address {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
}

/** Nothing but a hash is asked of Git: branches move, and a text that begins with `-` would be an option. */
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/));

/** Git's version of a file. Its `ref` may also be a branch, or say that the version isn't committed. */
const VersionSchema = v.object({ ref: Hash });

/** How the newer VS Codes tell which commit of the graph they show. */
const GraphSchema = v.object({ historyItemId: Hash, historyItemParentId: v.optional(v.string()) });

/** The commit that is shown at `address`: a version of a file, or all that a commit changed. */
export function commitOfAddress({ scheme, path, query }: Address): NamedCommit | undefined {
  if (scheme === 'git') {
    const version = parseJson(VersionSchema, query);
    return version && { hash: version.ref };
  }
  return scheme === 'scm-history-item' ? (commitOfGraph(query) ?? commitOfRange(path)) : undefined;
}

/** The commit that a tab is titled with, as VS Code titles all that a commit changed: `0123abc - Retry twice`. */
export function commitOfTitle(title: string): NamedCommit | undefined {
  const [, hash] = /^([0-9a-f]{7,64}) - /.exec(title) ?? [];
  return hash === undefined ? undefined : { hash };
}

/** Whether `named` is that commit alone, and not the last of several. `parents` are the commit's. */
export function isOneCommit({ parent }: NamedCommit, parents: readonly string[]): boolean {
  // What has no parents is compared with nothing, for which Git has a hash, too.
  return parent === undefined || parents.length === 0 || parents.includes(parent);
}

function commitOfGraph(query: string): NamedCommit | undefined {
  const item = parseJson(GraphSchema, query);
  return item && namedCommit(item.historyItemId, item.historyItemParentId);
}

/** `/folder/of/the/repository/parent..hash` */
function commitOfRange(path: string): NamedCommit | undefined {
  const [, parent, hash] = /(?:^|\/)([^/]*)\.\.([0-9a-f]{7,64})$/.exec(path) ?? [];
  return hash === undefined ? undefined : namedCommit(hash, parent);
}

function namedCommit(hash: string, parent: string | undefined): NamedCommit {
  return v.is(Hash, parent) ? { hash, parent } : { hash };
}
