import * as vscode from 'vscode';
import { isCommentBox } from '../../platform/commentBox';

/** Where else than in comment boxes the wording may be checked, by the setting `belay.wording.alsoIn`. */
const others = {
  commitMessages: (document: vscode.TextDocument) =>
    document.languageId === 'git-commit' || document.languageId === 'scminput',
  markdown: (document: vscode.TextDocument) => document.languageId === 'markdown' && !isCommentBox(document),
};

/** Whether the wording of `document` is checked: comment boxes and review notes, and what the user's settings add. */
export function isChecked(document: vscode.TextDocument): boolean {
  const configuration = vscode.workspace.getConfiguration('belay.wording', document.uri);
  if (configuration.get('enabled') === false) {
    return false;
  }
  if (isCommentBox(document)) {
    return true;
  }
  const wanted: unknown = configuration.get('alsoIn');
  return (
    Array.isArray(wanted) &&
    (Object.keys(others) as (keyof typeof others)[]).some(
      place => wanted.includes(place) && others[place](document),
    )
  );
}
