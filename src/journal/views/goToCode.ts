import * as vscode from 'vscode';
import type { LineRange } from '../../platform/anchors/anchor';
import { type ErrorAction, UserError } from '../../platform/errors';
import { withLateProgress } from '../../platform/lateProgress';
import { offer } from '../../platform/offer';
import { plainMessage } from '../../platform/plainMessage';
import type { Reporter } from '../../platform/reporting';
import type { CodePlace, Moment } from '../moment';
import { formatPlace } from '../momentText';
import type { CodeSearch, FoundCode, OldCode } from './findCode';

/** What the status bar says of the place that was gone to last. */
let statusMessage: vscode.Disposable | undefined;

/**
 * Opens the file that a moment happened in, its lines selected wherever they are by now. Says how sure that is
 * where it isn't sure; throws a `UserError` with what can be done instead where the lines or the file are gone.
 */
export async function goToCode(moment: Moment, reporter: Reporter): Promise<void> {
  const { place } = moment;
  if (!place) {
    return;
  }
  statusMessage?.dispose();
  const title = vscode.l10n.t('Looking for {0}…', plainMessage(formatPlace(place)));
  const search = await withLateProgress(title, async token => {
    const { findCode } = await import('./findCode');
    const result = await findCode(place, reporter.log);
    return token.isCancellationRequested ? undefined : result;
  });
  if (!search) {
    return;
  }
  const { found } = search;
  if (!found || found.state === 'gone') {
    throw new UserError(lostText(place, found), nextSteps(place, search));
  }
  await show(found.document, found.at);
  if (found.state === 'unsure') {
    offer(unsureText(place, found), nextSteps(place, { ...search, found: undefined })).catch(error =>
      reporter.report(error),
    );
    return;
  }
  const said = [renamedText(place, found), sureText(found.state)].filter(text => text !== '');
  if (said.length > 0) {
    statusMessage = vscode.window.setStatusBarMessage(said.join(' · '), 8000);
  }
}

async function show(document: vscode.TextDocument, at: LineRange): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: rangeIn(document, at) });
}

function rangeIn(document: vscode.TextDocument, { start, end }: LineRange): vscode.Range {
  return document.validateRange(new vscode.Range(start, 0, end, Number.MAX_SAFE_INTEGER));
}

/** Shows the lines as they were, in a tab that says so. */
async function showOld({ uri, at }: OldCode, commit: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const name = uri.path.split('/').at(-1) ?? '';
  const options: vscode.TextDocumentShowOptions = { selection: rangeIn(document, at) };
  await vscode.commands.executeCommand('vscode.open', uri, options, `${name} (${shortOf(commit)})`);
}

function shortOf(commit: string): string {
  return commit.slice(0, 7);
}

/** What can be done where the lines aren't there: see where they were, or as they were. */
function nextSteps({ commit, permalink }: CodePlace, { found, old }: CodeSearch): ErrorAction[] {
  const steps: ErrorAction[] = [];
  if (found) {
    steps.push({ title: vscode.l10n.t('Open the File'), run: () => show(found.document, found.at) });
  }
  if (old && commit !== undefined) {
    steps.push({
      title: vscode.l10n.t('Show It at Commit {0}', shortOf(commit)),
      run: () => showOld(old, commit),
    });
  }
  if (permalink !== undefined) {
    steps.push({
      title: vscode.l10n.t('Open Link'),
      run: () => vscode.env.openExternal(vscode.Uri.parse(permalink)),
    });
  }
  return steps;
}

/** What is said where the file or the lines are gone. */
function lostText(place: CodePlace, found: FoundCode | undefined): string {
  if (found) {
    return vscode.l10n.t(
      'The code of this moment isn’t in {0} any more: neither its lines nor what was around them.',
      pathOf(found.document.uri),
    );
  }
  const was = plainMessage(formatPlace(place));
  return place.commit === undefined
    ? vscode.l10n.t('{0} isn’t in this workspace any more.', was)
    : vscode.l10n.t(
        '{0} isn’t in this workspace any more. It was there in commit {1}.',
        was,
        place.commit.slice(0, 12),
      );
}

function unsureText(place: CodePlace, found: FoundCode): string {
  const unsure = vscode.l10n.t(
    'The place is unsure: the lines of this moment were rewritten or deleted, and this is where they were.',
  );
  return [renamedText(place, found), unsure].filter(text => text !== '').join(' · ');
}

/** What is said of a place that is no more than likely; nothing of one that is exact. */
function sureText(state: FoundCode['state']): string {
  switch (state) {
    case 'likely':
      return vscode.l10n.t('The place is likely: the code has been edited since');
    case 'numbered':
      return vscode.l10n.t('Found by line number: the code may have changed since');
    default:
      return '';
  }
}

function renamedText({ file }: CodePlace, { document, isRenamed }: FoundCode): string {
  return isRenamed ? vscode.l10n.t('{0} is {1} now', plainMessage(file), pathOf(document.uri)) : '';
}

function pathOf(uri: vscode.Uri): string {
  return plainMessage(vscode.workspace.asRelativePath(uri));
}
