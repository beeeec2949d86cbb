import * as vscode from 'vscode';
import { askToConfirm } from '../../platform/askToConfirm';
import type { GitState } from './gitRepository';

type Remotes = GitState['remotes'];

const confirmedKey = 'journal.confirmedRemotes';

/** Whether a remote is a place on this machine or its network's drives, which nobody else reads. */
export function isLocalRemote(url: string): boolean {
  return /^(?:file:|[/\\.~]|[a-z]:[/\\])/i.test(url);
}

/** The remote that is pushed to without a question; `undefined` where `confirmPush` would ask. */
export function confirmedRemote(
  remotes: Remotes,
  upstream: string | undefined,
  memory: vscode.Memento,
): string | undefined {
  const name = upstream ?? (remotes.length === 1 ? remotes[0]?.name : undefined);
  const url = remotes.find(remote => remote.name === name)?.pushUrl ?? '';
  const isConfirmed = isLocalRemote(url) || memory.get<readonly string[]>(confirmedKey, []).includes(url);
  return isConfirmed ? name : undefined;
}

/**
 * The remote to push to: the branch's own, or the only one, or one that the user chooses. Before the first push to one
 * that may be read by others the user is asked; Belay can't tell whether it is private without asking that host.
 */
export async function confirmPush(
  remotes: Remotes,
  upstream: string | undefined,
  memory: vscode.Memento,
): Promise<string | undefined> {
  const names = remotes.map(({ name }) => name);
  const name = upstream ?? (names.length === 1 ? names[0] : await askRemote(names));
  const url = remotes.find(remote => remote.name === name)?.pushUrl ?? '';
  if (name === undefined || isLocalRemote(url)) {
    return name;
  }
  const confirmed = memory.get<readonly string[]>(confirmedKey, []);
  if (confirmed.includes(url)) {
    return name;
  }
  const isPrivate = await askToConfirm(
    vscode.l10n.t('Is {0} private?', withoutSecrets(url)),
    vscode.l10n.t(
      'Moments name people. Everybody who can read this repository can read them, and what was pushed once stays in its history.',
    ),
    vscode.l10n.t('It Is Private: Push'),
  );
  if (!isPrivate) {
    return undefined;
  }
  await memory.update(confirmedKey, [...confirmed, url]);
  return name;
}

async function askRemote(names: readonly string[]): Promise<string | undefined> {
  return vscode.window.showQuickPick([...names], {
    title: vscode.l10n.t('Sync Journal'),
    placeHolder: vscode.l10n.t('Where is the journal to be pushed to?'),
  });
}

/** An address without the name and password that may be in it. */
function withoutSecrets(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');
}
