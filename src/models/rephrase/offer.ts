import * as vscode from 'vscode';
import type { Target } from './target';

const scheme = 'belay-rephrasing';

/** Shows the comment beside its rephrasing, and puts that into its place if the user takes it. Gives whether that was done. */
export async function offer(target: Target, rephrased: string): Promise<boolean> {
  const id = crypto.randomUUID();
  const before = vscode.Uri.from({ scheme, path: `/${id}/before.md` });
  const after = vscode.Uri.from({ scheme, path: `/${id}/after.md` });
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => (path === after.path ? rephrased : target.comment),
  });
  try {
    await vscode.commands.executeCommand(
      'vscode.diff',
      before,
      after,
      vscode.l10n.t('Your comment ↔ as a coach'),
      {
        preview: true,
      },
    );
    const use = vscode.l10n.t('Use It');
    const text = vscode.l10n.t('A language model’s rephrasing of your comment. Read it before you use it.');
    const chosen = await vscode.window.showInformationMessage(text, use, vscode.l10n.t('Leave It'));
    await closeDiff(after);
    return chosen === use && (await put(target, rephrased));
  } finally {
    provider.dispose();
  }
}

async function closeDiff(after: vscode.Uri): Promise<void> {
  const shown = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === after.toString(),
    );
  await vscode.window.tabGroups.close(shown);
}

/** Where the comment isn't what it was, or its box is gone, nothing is overwritten: the clipboard has the rephrasing then. */
async function put({ document, range, comment }: Target, rephrased: string): Promise<boolean> {
  const isThere = !document.isClosed && document.getText(range) === comment;
  if (isThere) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, rephrased);
    // A box that VS Code has put away says that it was changed and isn't.
    if (
      (await vscode.workspace.applyEdit(edit)) &&
      document.getText().replaceAll('\r\n', '\n').includes(rephrased)
    ) {
      return true;
    }
  }
  await vscode.env.clipboard.writeText(rephrased);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The rephrasing is on the clipboard: the comment’s box has changed. Click into it and paste.',
    ),
  );
  return false;
}
