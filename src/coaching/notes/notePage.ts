import * as vscode from 'vscode';
import { notesToMarkdown } from './exportNotes';
import type { NoteFollower } from './follower';
import type { NoteStore } from './store';
import { survey } from './survey';
import { noteWords } from './words';

/** The scheme of pages that show a note whole. */
export const notePageScheme = 'belay-note';

/** Shows a note with the code that it was on, as a read-only page. */
export async function openNotePage(id: string): Promise<void> {
  const path = `/${vscode.l10n.t('Review note')}.md`;
  const uri = vscode.Uri.from({ scheme: notePageScheme, path, query: id });
  await vscode.window.showTextDocument(uri, { preview: true });
}

/** The text of the page that `openNotePage` opens. */
export async function notePage(notes: NoteStore, follower: NoteFollower, uri: vscode.Uri): Promise<string> {
  const note = notes.find(uri.query);
  if (!note) {
    return vscode.l10n.t('This review note was deleted.');
  }
  const text = notesToMarkdown(await survey([note], follower), noteWords());
  const { commit, anchor } = note.place;
  const line = anchor.start + 1;
  return commit === undefined
    ? `${text}\n${vscode.l10n.t('It was on line {0}.', line)}\n`
    : `${text}\n${vscode.l10n.t('It was on line {0}, in commit {1}.', line, commit.slice(0, 12))}\n`;
}
