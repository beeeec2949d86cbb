import * as v from 'valibot';
import { parseJson } from '../../platform/schema';

/** A pull request, or a merge request, as far as its extension tells. */
export interface PullRequest {
  /** As its host writes it: `#123`, `!12`. */
  readonly number: string;
  readonly title?: string;
  readonly author?: string;
  /** Its https address, without a user, a query and the like. */
  readonly link?: string;
}

/** A title is for one line. */
const longestTitle = 300;

const Line = v.pipe(
  v.string(),
  v.transform(text => shortened(text.replace(/[\s\p{Cc}]+/gu, ' ').trim())),
  v.nonEmpty(),
);
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Link = v.pipe(v.string(), v.maxLength(2000), v.transform(plainAddress), v.string());

/** What may be missing, and is as good as missing where it isn't what it was. */
function ifTold<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

/** A row of GitHub's lists. */
const GitHubRowSchema = v.object({
  pullRequestModel: v.object({
    number: Count,
    title: Line,
    html_url: ifTold(Link),
    author: ifTold(v.object({ login: ifTold(Line), specialDisplayName: ifTold(Line) })),
  }),
});

/** A row of GitLab's lists. */
const GitLabRowSchema = v.object({
  mr: v.object({
    iid: Count,
    title: Line,
    web_url: ifTold(Link),
    author: ifTold(v.object({ name: ifTold(Line), username: ifTold(Line) })),
  }),
});

/** What GitHub's extension tells others of a repository: of its pull requests the one that is checked out. */
const RepositorySchema = v.object({
  pullRequest: v.object({ number: Count, title: Line, url: ifTold(Link) }),
});

/** The pull request of a row in a list of GitHub's or GitLab's extension. `undefined` where it doesn't tell number and title. */
export function pullRequestOfRow(row: unknown): PullRequest | undefined {
  const gitHub = v.safeParse(GitHubRowSchema, row);
  if (gitHub.success) {
    const { number, title, author, html_url: link } = gitHub.output.pullRequestModel;
    // As that extension names who wrote a comment.
    return pullRequest(`#${number}`, title, author?.specialDisplayName ?? author?.login, link);
  }
  const gitLab = v.safeParse(GitLabRowSchema, row);
  if (gitLab.success) {
    const { iid, title, author, web_url: link } = gitLab.output.mr;
    return pullRequest(`!${iid}`, title, author?.name ?? author?.username, link);
  }
  return undefined;
}

/** The pull request that is checked out, by what GitHub's extension tells of its repository. */
export function pullRequestOfRepository(repository: unknown): PullRequest | undefined {
  const told = v.safeParse(RepositorySchema, repository);
  if (!told.success) {
    return undefined;
  }
  const { number, title, url } = told.output.pullRequest;
  return pullRequest(`#${number}`, title, undefined, url);
}

/** The pull request whose page has that title, which GitHub's extension cuts: `#123 Retry what the...`. */
export function pullRequestOfTitle(title: string): PullRequest | undefined {
  const [, number, rest = ''] = /^(#[1-9]\d{0,9})(?:\s+(.*))?$/su.exec(title.trim()) ?? [];
  const line = v.safeParse(Line, rest.replace(/\.{3}$/, '…'));
  return number === undefined ? undefined : pullRequest(number, line.success ? line.output : undefined);
}

/** The pull request that a file at an address of GitHub's extension is of, by the address's query. */
export function pullRequestOfQuery(query: string): PullRequest | undefined {
  const file = parseJson(v.object({ prNumber: Count }), query);
  return file && pullRequest(`#${file.prNumber}`);
}

/** Whether `known` is the pull request of which only `seen` is told. */
export function isSamePullRequest(seen: PullRequest, known: PullRequest): boolean {
  const { title = '' } = seen;
  return (
    seen.number === known.number &&
    (title.endsWith('…')
      ? known.title?.startsWith(title.slice(0, -1)) === true
      : title === '' || title === known.title)
  );
}

/** The line that a moment about it begins with: `#123: Retry twice`. */
export function pullRequestLine({ number, title }: PullRequest): string {
  return title === undefined ? number : `${number}: ${title}`;
}

function pullRequest(number: string, title?: string, author?: string, link?: string): PullRequest {
  return {
    number,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(link === undefined ? {} : { link }),
  };
}

function shortened(line: string): string {
  return line.length > longestTitle
    ? `${line.slice(0, longestTitle - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : line;
}

/** Only what leads to the page; `undefined` where `text` is no https address. */
function plainAddress(text: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(text);
    return protocol === 'https:' ? `https://${host}${pathname}` : undefined;
  } catch {
    return undefined;
  }
}
