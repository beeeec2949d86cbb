import * as v from 'valibot';

/** What tells a repository wherever its folder lies. */
export const IdentitySchema = v.looseObject({
  /** Its first commit, where this clone made it. */
  rootCommit: v.optional(v.string()),
  /** Where it is pushed to and fetched from: `host/path`, without names and passwords. */
  remotes: v.optional(v.array(v.string())),
});
export type RepositoryIdentity = v.InferOutput<typeof IdentitySchema>;

/** Whether both are the same repository. */
export function isSameRepository(one: RepositoryIdentity, other: RepositoryIdentity): boolean {
  return (
    (one.rootCommit !== undefined && one.rootCommit === other.rootCommit) ||
    (one.remotes ?? []).some(remote => other.remotes?.includes(remote))
  );
}

/** The identity of a repository from its `.git/config` and `.git/logs/HEAD`; `undefined` where they tell nothing. */
export function identityOf(config: string, headLog: string): RepositoryIdentity | undefined {
  const remotes = [...config.matchAll(/^\s*(?:push)?url\s*=\s*(.+)$/gim)].flatMap(
    ([, url = '']) => remoteOf(url) ?? [],
  );
  const root = /^0{40,64} ([0-9a-f]{40,64}) .*\tcommit \(initial\)/.exec(headLog)?.[1];
  return remotes.length > 0 || root !== undefined
    ? {
        ...(root === undefined ? {} : { rootCommit: root }),
        ...(remotes.length === 0 ? {} : { remotes: [...new Set(remotes)] }),
      }
    : undefined;
}

/** `git@host:a/b.git` and `https://me:secret@host/a/b` as `host/a/b`; `undefined` for what is no other machine's. */
export function remoteOf(url: string): string | undefined {
  const text = url.trim().replace(/^"(.*)"$/, '$1');
  const address = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i.exec(text);
  const scp = /^(?:[^/:]*@)?([^/:@]{2,}):(?!\/\/)\/*(.+)$/.exec(text);
  const [, host, path] = address ?? scp ?? [];
  if (host === undefined || path === undefined) {
    return undefined;
  }
  return `${host.toLowerCase()}/${path.replace(/[?#].*$/, '').replace(/(?:\.git)?\/*$/, '')}`;
}
