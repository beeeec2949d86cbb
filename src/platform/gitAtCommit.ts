import * as v from 'valibot';
import type * as vscode from 'vscode';
import { messageOf } from './errors';
import { openGitApi } from './gitApi';
import { splitLines } from './lineBreaks';

const HistorySchema = v.object({
  show: v.custom<(commit: string, path: string) => Promise<unknown>>(value => typeof value === 'function'),
});

/** A file as it was in a commit. */
export interface FileAtCommit {
  readonly lines: readonly string[];
  /** Where VS Code shows it. */
  readonly uri: vscode.Uri;
}

/** `file` as it was in `commit`; `undefined` where Git doesn't have it: no repository, no such commit or file in it. */
export async function fileAtCommit(
  file: vscode.Uri,
  commit: string,
  log: vscode.LogOutputChannel,
): Promise<FileAtCommit | undefined> {
  const api = await openGitApi();
  const repository: unknown = api?.getRepository(file);
  if (!api || !v.is(HistorySchema, repository)) {
    return undefined;
  }
  // A commit that was rewritten, or fetched elsewhere, is no failure: there is nothing to show then.
  const text = await repository.show(commit, file.fsPath).catch(error => {
    log.info(`Git: no ${file.fsPath} in commit ${commit}: ${messageOf(error)}`);
    return undefined;
  });
  return typeof text === 'string' ? { lines: splitLines(text), uri: api.toGitUri(file, commit) } : undefined;
}
