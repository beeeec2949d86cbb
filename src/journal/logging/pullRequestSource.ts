import * as v from 'valibot';
import * as vscode from 'vscode';
import { messageOf, UserError } from '../../platform/errors';
import type { MomentSource } from './logMoment';
import { logWithout } from './logWithout';
import {
  isSamePullRequest,
  type PullRequest,
  pullRequestLine,
  pullRequestOfQuery,
  pullRequestOfRepository,
  pullRequestOfRow,
  pullRequestOfTitle,
} from './pullRequest';

/** Logging from a row of another extension's list of pull requests. */
export function sourceOfPullRequest(row: unknown): MomentSource {
  let told: PullRequest | undefined;
  try {
    told = pullRequestOfRow(row);
  } catch (error) {
    // Reading a row runs code of the extension that it belongs to.
    throw unreadable(error);
  }
  if (!told) {
    throw unreadable();
  }
  return sourceOf(told);
}

/**
 * Logging from the pull request in view: the one whose page or file `tab` shows or, where it shows another thing,
 * the one that is checked out.
 */
export async function sourceOfPullRequestInView(
  tab: Pick<vscode.Tab, 'input' | 'label'> | undefined,
  log: vscode.LogOutputChannel,
): Promise<MomentSource> {
  const seen = tab && pullRequestOnTab(tab);
  const known = (await checkedOut(log)).filter(one => !seen || isSamePullRequest(seen, one));
  // Two repositories may each have one of that number.
  const inView = known.length === 1 ? known[0] : seen;
  if (!inView) {
    throw new UserError(
      vscode.l10n.t('It isn’t known which pull request is meant. Open its page, or check it out.'),
      [logWithout()],
    );
  }
  return sourceOf(inView);
}

function sourceOf(of: PullRequest): MomentSource {
  const { author, link } = of;
  return {
    what: pullRequestLine(of),
    offered: author === undefined ? [] : [author],
    ...(link === undefined ? {} : { link }),
  };
}

function unreadable(cause?: unknown): UserError {
  return new UserError(
    vscode.l10n.t('The extension that this pull request belongs to doesn’t tell its number and title.'),
    [logWithout()],
    { cause },
  );
}

function pullRequestOnTab({ input, label }: Pick<vscode.Tab, 'input' | 'label'>): PullRequest | undefined {
  if (input instanceof vscode.TabInputWebview) {
    // VS Code puts something of its own before the type that an extension gives.
    return input.viewType.endsWith('PullRequestOverview') ? pullRequestOfTitle(label) : undefined;
  }
  const file =
    input instanceof vscode.TabInputTextDiff
      ? input.modified
      : input instanceof vscode.TabInputText
        ? input.uri
        : undefined;
  return file?.scheme === 'pr' ? pullRequestOfQuery(file.query) : undefined;
}

/** What GitHub's extension exports for others. */
interface GitHubApi {
  getRepositoryDescription(uri: vscode.Uri): Promise<unknown>;
}
const GitHubApiSchema = v.object({
  getRepositoryDescription: v.custom<GitHubApi['getRepositoryDescription']>(
    value => typeof value === 'function',
  ),
});

/** How long GitHub's extension may take to tell. */
const patienceMs = 2_000;

/** The pull requests that are checked out in the workspace's folders, as far as GitHub's extension tells, each once. */
async function checkedOut(log: vscode.LogOutputChannel): Promise<PullRequest[]> {
  const extension = vscode.extensions.getExtension<unknown>('GitHub.vscode-pull-request-github');
  const api = extension?.isActive ? extension.exports : undefined;
  if (!v.is(GitHubApiSchema, api)) {
    return [];
  }
  const late = new Promise<undefined>(resolve => setTimeout(resolve, patienceMs, undefined));
  const ask = async (folder: vscode.Uri) => Promise.race([api.getRepositoryDescription(folder), late]);
  const told = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
      ask(uri).catch(error => log.warn(`Pull requests of ${uri.path}: ${messageOf(error)}`)),
    ),
  );
  const found = told.flatMap(repository => pullRequestOfRepository(repository) ?? []);
  return [...new Map(found.map(one => [one.link ?? pullRequestLine(one), one])).values()];
}
