import * as vscode from 'vscode';
import { isCommentBox } from '../../platform/commentBox';
import type { Target } from './target';

const scheme = 'belay-rephrasing';

/** What VS Code asks before it shows the button that uses the rephrasing. */
const contextKey = 'belay.isRephrasing';

/** Leaves the comment of the offer that is open as it is. */
let leaveOpenOne: (() => void) | undefined;

/**
 * Shows the comment beside its rephrasing, and puts that into its place if the user takes it. Gives whether that was
 * done. An earlier offer that has no answer yet is left.
 */
export async function offer(target: Target, rephrased: string): Promise<boolean> {
  const id = crypto.randomUUID();
  const before = vscode.Uri.from({ scheme, path: `/${id}/before.md` });
  const after = vscode.Uri.from({ scheme, path: `/${id}/after.md` });
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => (path === after.path ? rephrased : target.comment),
  });
  const { answer, answered } = awaitAnswer(after);
  try {
    await vscode.commands.executeCommand(
      'vscode.diff',
      before,
      after,
      vscode.l10n.t('Your comment ↔ as a coach'),
      {
        preview: true,
        // VS Code puts a comment's box away with the editor that it is in: in that one's place there is no box to write to.
        viewColumn: isCommentBox(target.document) ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
      },
    );
    const use = vscode.l10n.t('Use It');
    const text = vscode.l10n.t('A language model’s rephrasing of your comment. Read it before you use it.');
    void vscode.window
      .showInformationMessage(text, use, vscode.l10n.t('Leave It'))
      .then(chosen => chosen === undefined || answer(chosen === use));
    const isTaken = await answered;
    await vscode.window.tabGroups.close(tabsOf(after));
    return isTaken && (await put(target, rephrased));
  } finally {
    answer(false);
    provider.dispose();
  }
}

/**
 * Whether the user takes what is opened as `after`: by the button above it, by `answer`, or not, by closing it. The
 * message alone isn't enough, since VS Code hides it after seconds.
 */
function awaitAnswer(after: vscode.Uri) {
  leaveOpenOne?.();
  const say = (isOpen: boolean) => void vscode.commands.executeCommand('setContext', contextKey, isOpen);
  let end: (isTaken: boolean) => void = () => undefined;
  const answered = new Promise<boolean>(resolve => {
    end = resolve;
  });
  const answer = (isTaken: boolean) => {
    // At once, so that the next offer finds the command's name free.
    listening.dispose();
    if (leaveOpenOne === leave) {
      leaveOpenOne = undefined;
      say(false);
    }
    end(isTaken);
  };
  const leave = () => answer(false);
  let wasOpen = false;
  const listening = vscode.Disposable.from(
    vscode.commands.registerCommand('belay.rephrase.use', () => answer(true)),
    vscode.window.tabGroups.onDidChangeTabs(() => {
      const isOpen = tabsOf(after).length > 0;
      if (wasOpen && !isOpen) {
        leave();
      }
      wasOpen ||= isOpen;
    }),
  );
  leaveOpenOne = leave;
  say(true);
  return { answer, answered };
}

const tabsOf = (after: vscode.Uri) =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === after.toString(),
    );

/** Where the comment isn't what it was, or its box is gone, nothing is overwritten: the clipboard has the rephrasing then. */
async function put({ document, range, comment }: Target, rephrased: string): Promise<boolean> {
  const { visibleTextEditors } = vscode.window;
  // A box whose editor is gone still takes an edit, and shows what it showed before when it comes back.
  const isShown = !isCommentBox(document) || visibleTextEditors.some(editor => editor.document === document);
  if (isShown && !document.isClosed && document.getText(range) === comment) {
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
