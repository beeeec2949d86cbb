import * as vscode from 'vscode';
import type { Anchor, LineRange } from '../../platform/anchors/anchor';
import { captureAnchor } from '../../platform/anchors/anchor';
import { locate } from '../../platform/anchors/locate';
import { lessSure, type Sureness } from '../../platform/anchors/sureness';
import { linesOf } from '../../platform/codePlace';
import { isThere } from '../../platform/files';
import { type FileAtCommit, fileAtCommit } from '../../platform/gitAtCommit';
import { Successors } from '../../platform/successors';
import { anchorOf, type CodePlace } from '../moment';

/** Where the code of a moment is. */
export interface FoundCode {
  readonly document: vscode.TextDocument;
  readonly at: LineRange;
  /** `numbered` where nothing but the numbers of the lines is known; `gone` where the lines are, and `at` is where they were. */
  readonly state: Sureness | 'numbered';
  /** The file is another one than when the moment was logged: it was renamed. */
  readonly isRenamed: boolean;
}

/** The code of a moment as it was in the moment's commit. */
export type OldCode = FileAtCommit & { readonly at: LineRange };

/** What there is of the code of a moment. */
export interface CodeSearch {
  /** `undefined` where its file is gone. */
  readonly found: FoundCode | undefined;
  /** Only looked for where `found` isn't the lines, or where these can't be told otherwise. */
  readonly old: OldCode | undefined;
}

/**
 * Finds the code of a moment: its file or what that was renamed to, and there its lines by what they read when
 * the moment was logged. That is what the moment remembers of them or, where it doesn't, what they read in its commit.
 */
export async function findCode(place: CodePlace, log: vscode.LogOutputChannel): Promise<CodeSearch> {
  const uris = candidates(place.file);
  const own = await firstOf(uris, async uri => ((await isThere(uri)) ? uri : undefined));
  const known = anchorOf(place);
  const before = known ? undefined : await inCommit(own ? [own] : uris, place, log);
  const anchor = known ?? (before && captureAnchor(before.lines, before.at.start, before.at.end));
  const found = own
    ? await inFile(own, place, anchor)
    : await firstOf(uris, uri => inSuccessor(uri, place, anchor, log));
  const isLost = !found || found.state === 'gone' || found.state === 'unsure';
  return { found, old: known && isLost ? await inCommit(own ? [own] : uris, place, log) : before };
}

/** Where `file` may be. With several roots a relative path begins with its root's name; a file outside them is a URI. */
function candidates(file: string): vscode.Uri[] {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const named = roots
    .filter(({ name }) => roots.length > 1 && file.startsWith(`${name}/`))
    .map(({ uri, name }) => vscode.Uri.joinPath(uri, file.slice(name.length + 1)));
  const inRoots = [...named, ...roots.map(({ uri }) => vscode.Uri.joinPath(uri, file))];
  // Two letters at least: one is a drive of Windows.
  return /^[a-z][a-z0-9+.-]+:/i.test(file) ? [...inRoots, vscode.Uri.parse(file)] : inRoots;
}

/** The first result that there is, tried one after the other. */
async function firstOf<T>(
  uris: readonly vscode.Uri[],
  find: (uri: vscode.Uri) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const uri of uris) {
    const found = await find(uri);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The lines in the commit of the moment; `undefined` where Git doesn't have them. */
async function inCommit(
  uris: readonly vscode.Uri[],
  place: CodePlace,
  log: vscode.LogOutputChannel,
): Promise<OldCode | undefined> {
  const { commit } = place;
  if (commit === undefined) {
    return undefined;
  }
  const file = await firstOf(uris, uri => fileAtCommit(uri, commit, log));
  const anchor = anchorOf(place);
  // What was selected may not have been committed yet.
  const at = file && (anchor ? locate(anchor, file.lines) : rangeOf(place));
  return at && at.end < file.lines.length ? { ...file, at } : undefined;
}

/** The lines in `uri`, a file that is there. */
async function inFile(uri: vscode.Uri, place: CodePlace, anchor: Anchor | undefined): Promise<FoundCode> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = rangeOf(place);
  if (!anchor) {
    return { document, at, state: 'numbered', isRenamed: false };
  }
  const location = locate(anchor, linesOf(document));
  return { document, at: location ?? at, state: location?.confidence ?? 'gone', isRenamed: false };
}

/** The lines in what `gone`, a file that isn't there any more, has become; `undefined` where nobody can tell what that is. */
async function inSuccessor(
  gone: vscode.Uri,
  place: CodePlace,
  anchor: Anchor | undefined,
  log: vscode.LogOutputChannel,
): Promise<FoundCode | undefined> {
  const successors = await Successors.of(gone, [place.commit], log);
  const holder = anchor && successors.find(anchor, vscode.workspace.asRelativePath(gone, false));
  const file = holder?.file ?? successors.told[0];
  if (!file) {
    return undefined;
  }
  const found = await inFile(file.uri, place, anchor);
  const state =
    holder && !holder.isTold && found.state !== 'numbered'
      ? lessSure(found.state, holder.confidence)
      : found.state;
  return { ...found, state, isRenamed: true };
}

function rangeOf({ firstLine, lastLine }: CodePlace): LineRange {
  return { start: Math.min(firstLine, lastLine) - 1, end: Math.max(firstLine, lastLine) - 1 };
}
