import * as vscode from 'vscode';
import { messageOf } from '../../platform/errors';
import { plainLabel } from '../../platform/plainMessage';
import type { NoteDraft } from './drafts';
import { isOrphan, type SurveyedNote } from './survey';
import { firstLineOf, placeText, stateText } from './words';

/** What was chosen from the list of notes. */
export type ChosenNote =
  | { readonly note: SurveyedNote }
  | { readonly draft: Extract<NoteDraft, { of: 'note' }> };

type Item = vscode.QuickPickItem & { readonly chosen?: ChosenNote };

/** The notes as they are listed: those without a place first, then open ones, resolved ones last; within these by file and line. */
export function inListOrder(notes: readonly SurveyedNote[]): SurveyedNote[] {
  const rank = (note: SurveyedNote) => (isOrphan(note) ? 0 : note.note.resolved ? 2 : 1);
  return [...notes].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.at?.start ?? 0) - (b.at?.start ?? 0)),
  );
}

/** How a note stands in a list. */
export function noteItem(note: SurveyedNote): vscode.QuickPickItem {
  const icon = isOrphan(note) ? 'warning' : note.note.resolved ? 'pass' : 'comment';
  const state = stateText(note);
  return {
    label: `$(${icon}) ${plainLabel(firstLineOf(note))}`,
    description: placeText(note),
    ...(state === '' ? {} : { detail: state }),
  };
}

/** Lets the user choose among all notes and what was begun and not kept. */
export async function pickNote(
  notes: readonly SurveyedNote[],
  drafts: readonly NoteDraft[],
): Promise<ChosenNote | undefined> {
  const begun = drafts.flatMap((draft): Item[] => {
    if (draft.of !== 'note') {
      return [];
    }
    return [
      {
        label: `$(edit) ${draft.text.trim().split('\n', 1)[0] ?? ''}`,
        description: `${vscode.workspace.asRelativePath(vscode.Uri.parse(draft.uri))}:${draft.start + 1}`,
        detail: vscode.l10n.t('not kept yet'),
        chosen: { draft },
      },
    ];
  });
  const items: Item[] = [
    ...begun,
    ...inListOrder(notes).map((note): Item => ({ ...noteItem(note), chosen: { note } })),
  ];
  const picked = await vscode.window.showQuickPick<Item>(items, {
    title: vscode.l10n.t('Review Notes'),
    placeHolder: vscode.l10n.t(
      'Choose a note to go to its code; one without code is shown with what it was on',
    ),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.chosen;
}

/** Shows the code of a note that has some; gives the document. */
export async function goToNote({ uri, at }: SurveyedNote): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const line = new vscode.Position(Math.min(at?.start ?? 0, document.lineCount - 1), 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, line) });
  return document;
}

/** Why a draft can't be gone on with: its file can't be opened. Its text is offered instead. */
export async function openDraftFile(
  draft: Extract<NoteDraft, { of: 'note' }>,
): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(draft.uri));
    const line = new vscode.Position(Math.min(draft.start, document.lineCount - 1), 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, line) });
    return document;
  } catch (error) {
    const copy = vscode.l10n.t('Copy Text');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('The file of this note can’t be opened: {0}', messageOf(error)),
      copy,
    );
    if (chosen === copy) {
      await vscode.env.clipboard.writeText(draft.text);
    }
    return undefined;
  }
}
