import * as v from 'valibot';
import * as vscode from 'vscode';
import { fileOf } from '../../platform/codePlace';
import { messageOf, UserError } from '../../platform/errors';
import { type FoundCommit, findCommit, type GitCommit, latestCommits } from '../../platform/git';
import { UriSchema } from '../../platform/gitApi';
import { plainLabel } from '../../platform/plainMessage';
import { commitLine } from './commentText';
import { commitOfAddress, commitOfTitle, isOneCommit, type NamedCommit } from './commitNames';
import type { MomentSource } from './logMoment';
import { logWithout } from './logWithout';

/** What a person looks at when a command is run. */
export interface InView {
  readonly file: vscode.Uri | undefined;
  readonly tab: Pick<vscode.Tab, 'input' | 'label'> | undefined;
}

/**
 * Logging from a commit. `given` is what a menu gives: the address of a tab, or of a file at second place, where
 * VS Code keeps the row of the Timeline to itself. A tab that shows a commit settles which; else it is asked for,
 * the one in view first. `undefined` where none was chosen.
 */
export async function commitSource(
  [address, listed]: readonly unknown[],
  { file, tab }: InView,
  log: vscode.LogOutputChannel,
): Promise<MomentSource | undefined> {
  const of = v.is(UriSchema, address) ? address : undefined;
  const shown = of && (await commitAt(of, log));
  if (shown) {
    return sourceOf(shown.commit);
  }
  const changed = v.is(UriSchema, listed) ? listed : undefined;
  return pickCommit(changed ?? of ?? file, tab && (await commitOnTab(tab, log)), changed);
}

/** Asks for `inView` or one of the latest commits of the repository that `file` is in; those that changed `changed`, if that is given. */
async function pickCommit(
  file: vscode.Uri | undefined,
  inView: FoundCommit | undefined,
  changed: vscode.Uri | undefined,
): Promise<MomentSource | undefined> {
  const latest = await history((file && fileOf(file)) ?? inView?.root, changed && fileOf(changed));
  const others = latest.filter(({ hash }) => hash !== inView?.commit.hash);
  const picked = await vscode.window.showQuickPick(
    inView
      ? [
          separator(vscode.l10n.t('In view')),
          rowOf(inView.commit),
          separator(vscode.l10n.t('Latest')),
          ...others.map(rowOf),
        ]
      : others.map(rowOf),
    {
      title: vscode.l10n.t('Log Mentoring Moment from Commit'),
      placeHolder: vscode.l10n.t('Which commit is it about?'),
      matchOnDescription: true,
    },
  );
  return picked?.commit && sourceOf(picked.commit);
}

interface Row extends vscode.QuickPickItem {
  readonly commit?: GitCommit;
}

function rowOf(commit: GitCommit): Row {
  const { hash, message, authorName = '', authorDate } = commit;
  return {
    label: plainLabel(message.split(/\r?\n/, 1)[0] ?? ''),
    description: plainLabel(
      [authorName, authorDate?.toLocaleDateString(vscode.env.language), hash.slice(0, 7)]
        .filter(Boolean)
        .join(' · '),
    ),
    commit,
  };
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function sourceOf({ message, hash, authorName = '' }: GitCommit): MomentSource {
  return {
    what: commitLine(message, hash),
    ...(authorName.trim() === '' ? {} : { preset: { who: [authorName.trim()] } }),
  };
}

/** The commit that a tab shows: the right side of a comparison counts before the left one. */
async function commitOnTab(
  { input, label }: NonNullable<InView['tab']>,
  log: vscode.LogOutputChannel,
): Promise<FoundCommit | undefined> {
  const addresses =
    input instanceof vscode.TabInputTextDiff
      ? [input.modified, input.original]
      : input instanceof vscode.TabInputText
        ? [input.uri]
        : [];
  for (const address of addresses) {
    const found = await commitAt(address, log);
    if (found) {
      return found;
    }
  }
  // What a tab with all that a commit changed is made of isn't told.
  const named = addresses.length === 0 ? commitOfTitle(label) : undefined;
  return named && find(named, undefined, log);
}

async function commitAt(address: vscode.Uri, log: vscode.LogOutputChannel): Promise<FoundCommit | undefined> {
  const named = commitOfAddress(address);
  return named && find(named, address.scheme === 'git' ? fileOf(address) : undefined, log);
}

async function find(
  named: NamedCommit,
  file: vscode.Uri | undefined,
  log: vscode.LogOutputChannel,
): Promise<FoundCommit | undefined> {
  const found = await findCommit(named.hash, file, log);
  return found && isOneCommit(named, found.commit.parents ?? []) ? found : undefined;
}

/** The commits to choose from: there is at least one. */
async function history(file: vscode.Uri | undefined, changed: vscode.Uri | undefined) {
  const commits = await latestCommits(file, 30, changed).catch(error => {
    throw new UserError(vscode.l10n.t('Git can’t tell the commits: {0}', messageOf(error)), [logWithout()], {
      cause: error,
    });
  });
  if (!commits || commits.length === 0) {
    throw new UserError(
      commits
        ? vscode.l10n.t('There are no commits yet.')
        : vscode.l10n.t(
            'It isn’t known which repository is meant. Open a file of it, in a workspace that you trust.',
          ),
      [logWithout()],
    );
  }
  return commits;
}
