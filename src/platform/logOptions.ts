import * as vscode from 'vscode';
import type { LogOptions } from './log';
import type { LogLocation } from './logFolders';
import { readIdentities } from './readIdentity';

/** What this window, a new writer, needs to open the log at `location`. */
export function logOptions({ folder, others }: LogLocation): LogOptions {
  return {
    folder,
    others,
    writer: crypto.randomUUID(),
    workspace: thisWorkspace(),
    repositories: readIdentities,
    now: Date.now,
  };
}

/** What is open in this window, as headers tell it. */
export function thisWorkspace(): { name?: string; folders: string[] } {
  return {
    ...(vscode.workspace.name === undefined ? {} : { name: vscode.workspace.name }),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
  };
}
