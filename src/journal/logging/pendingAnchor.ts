import * as vscode from 'vscode';
import type { Anchor } from '../../platform/anchors/anchor';
import { captureSmallAnchor } from '../../platform/anchors/smallAnchor';
import { readLinesToSearch } from '../../platform/files';
import { splitLines } from '../../platform/lineBreaks';
import type { CodePlace } from '../moment';

/** So long after it is asked for an anchor is taken: looking through a long text mustn't hold up the first question. */
const patienceMs = 100;
/** A longer text, in characters, isn't looked through. */
const longestText = 1_000_000;

/** Takes the anchor of some lines later; gives none where it can't be had by then. */
export type PendingAnchor = () => Promise<Anchor | undefined>;

/**
 * The anchor, to be taken later, of lines of the text that is at `uri` now: of its document, unsaved changes
 * included, or of the file of the workspace where it isn't open: another extension may have to fetch its text from
 * elsewhere. What was edited meanwhile has other lines, and no anchor.
 */
export function pendingAnchor(
  uri: vscode.Uri,
  { firstLine, lastLine }: Pick<CodePlace, 'firstLine' | 'lastLine'>,
): PendingAnchor {
  const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  const version = document?.version;
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return async () => {
    await new Promise(resolve => setTimeout(resolve, patienceMs));
    const lines = document
      ? document.version === version && linesToSearch(document.getText())
      : isInWorkspace && (await readLinesToSearch(uri));
    const isThere = lines && lastLine <= lines.length;
    return isThere ? captureSmallAnchor(lines, firstLine - 1, lastLine - 1) : undefined;
  };
}

function linesToSearch(text: string): string[] | undefined {
  return text.length > longestText ? undefined : splitLines(text);
}
