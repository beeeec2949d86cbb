import * as vscode from 'vscode';

/** The language of Belay's words: VS Code's where Belay speaks it, otherwise English. Dates and numbers are VS Code's in any case. */
export function wordsLanguage(): string {
  return vscode.l10n.bundle ? vscode.env.language : 'en';
}
