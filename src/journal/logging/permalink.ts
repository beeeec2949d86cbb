/** A repository on a host: the host as links name it, and the segments of its path, not encoded. */
interface Remote {
  readonly host: string;
  readonly path: readonly string[];
}

/** A link to lines of a file; everything in it is encoded but the numbers. */
interface Lines {
  readonly commit: string;
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/**
 * The https address of lines `firstLine` to `lastLine` of the file `path` (within its repository, with `/`) at
 * `commit`, on the host that `remoteUrl` names: GitHub, GitLab, Bitbucket and Azure DevOps, and hosts of one's own
 * whose name begins with `github.` or `gitlab.`. `undefined` for other hosts and for what isn't such an address.
 * Users and tokens in `remoteUrl` don't get into it.
 */
export function permalinkOf(
  remoteUrl: string,
  commit: string,
  path: string,
  firstLine: number,
  lastLine: number,
): string | undefined {
  const remote = parseRemote(remoteUrl.trim());
  const segments = path.split('/');
  if (!remote || !/^[0-9a-f]{7,64}$/.test(commit) || !areNames(segments)) {
    return undefined;
  }
  const lines = { commit, path: encodePath(segments), first: firstLine, last: Math.max(firstLine, lastLine) };
  const { host } = remote;
  const repository = encodePath(remote.path);
  const depth = remote.path.length;
  if (host === 'dev.azure.com') {
    return azureLink(remote.path, lines);
  }
  if (host === 'bitbucket.org') {
    return depth === 2 ? bitbucketLink(`https://${host}/${repository}`, lines) : undefined;
  }
  if (host.startsWith('github.')) {
    return depth === 2 ? gitHubLink(`https://${host}/${repository}`, lines) : undefined;
  }
  return host.startsWith('gitlab.') && depth >= 2
    ? gitLabLink(`https://${host}/${repository}`, lines)
    : undefined;
}

function gitHubLink(repository: string, { commit, path, first, last }: Lines): string {
  const anchor = last > first ? `L${first}-L${last}` : `L${first}`;
  return `${repository}/blob/${commit}/${path}${plainView(path)}#${anchor}`;
}

function gitLabLink(repository: string, { commit, path, first, last }: Lines): string {
  const anchor = last > first ? `L${first}-${last}` : `L${first}`;
  return `${repository}/-/blob/${commit}/${path}${plainView(path)}#${anchor}`;
}

/** Markdown is shown as a page, which has no lines, unless its source is asked for. */
function plainView(path: string): string {
  return /\.(?:md|markdown)$/i.test(path) ? '?plain=1' : '';
}

function bitbucketLink(repository: string, { commit, path, first, last }: Lines): string {
  return `${repository}/src/${commit}/${path}#lines-${last > first ? `${first}:${last}` : first}`;
}

/** `remotePath` is `organisation/project/_git/repository`, `organisation/_git/repository` or, by SSH, `v3/organisation/project/repository`. */
function azureLink(remotePath: readonly string[], { commit, path, first, last }: Lines): string | undefined {
  const bySsh = remotePath[0] === 'v3' && remotePath.length === 4;
  const [organisation = '', project = '', repository = ''] = bySsh
    ? remotePath.slice(1)
    : remotePath.filter(segment => segment !== '_git');
  const byHttps = remotePath.at(-2) === '_git' && (remotePath.length === 3 || remotePath.length === 4);
  if (!bySsh && !byHttps) {
    return undefined;
  }
  // A repository that has its project's name is named once.
  const base = encodePath([organisation, project, '_git', repository || project]);
  return (
    `https://dev.azure.com/${base}?path=/${path}&version=GC${commit}` +
    `&line=${first}&lineEnd=${last + 1}&lineStartColumn=1&lineEndColumn=1`
  );
}

const webAddress = /^(https?|ssh|git|git\+ssh):\/\/(?:[^/]*@)?([^/:@]+)(?::(\d+))?\/(.+)$/i;
/** `user@host:path`, as SSH has it. */
const sshAddress = /^(?:[^/]*@)?([^/:@]+):(?!\/\/)\/?(.+)$/;

function parseRemote(url: string): Remote | undefined {
  const web = webAddress.exec(url);
  if (web) {
    const [, protocol = '', host = '', port = '', path = ''] = web;
    const isHttps = protocol.toLowerCase() === 'https';
    if (protocol.toLowerCase() === 'http' && port !== '') {
      // Where its https is can't be known.
      return undefined;
    }
    return remoteOf(host, isHttps && port !== '443' ? port : '', path.replace(/[?#].*$/, ''));
  }
  const [, host = '', path = ''] = sshAddress.exec(url) ?? [];
  return host === '' ? undefined : remoteOf(host, '', path);
}

function remoteOf(host: string, port: string, path: string): Remote | undefined {
  const name = webHost(host.toLowerCase());
  const segments = path
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
    .map(decode);
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name) && areNames(segments)
    ? { host: port === '' ? name : `${name}:${port}`, path: segments }
    : undefined;
}

/** The host that shows in a browser what `host` has: some have another for SSH, and people give it names of their own. */
function webHost(host: string): string {
  const plain = host.replace(/^(?:ssh|altssh|www)\./, '');
  return plain.replace(/^(github\.com|gitlab\.com|bitbucket\.org)-[a-z0-9-]+$/, '$1');
}

/** Whether these are names of folders and files that a link can have. */
function areNames(segments: readonly string[]): boolean {
  // Half a character can't be encoded.
  return segments.every(segment => !/^\.{0,2}$|\p{Surrogate}/u.test(segment));
}

function encodePath(segments: readonly string[]): string {
  return segments.map(encodeURIComponent).join('/');
}

function decode(segment: string): string {
  return segment.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // A `%` of its own, as people type it.
      return encoded;
    }
  });
}
