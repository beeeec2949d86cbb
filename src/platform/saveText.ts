import * as vscode from 'vscode';
import { messageOf, UserError } from './errors';
import type { Reporter } from './reporting';

/** A text to be written where the user wants it. */
export interface TextToSave {
  /** The dialog's title. */
  readonly title: string;
  /** The file's name, unless the user chooses another. */
  readonly name: string;
  /** What such files are called, and how their names end. */
  readonly format: { readonly label: string; readonly ending: string };
  print(): string;
  /** Says that it couldn't be written. */
  failed(file: string, reason: string): string;
  /** Says that it was written. */
  written(file: string): string;
  /** Called where the dialog is closed without a file. */
  cancelled?(): void;
  /** Opens what was written, where an editor isn't the place for it. */
  open?(file: vscode.Uri): Promise<void>;
  /** It is about people: where it lies in the workspace, that is said, since others may come to read it. */
  readonly isPrivate?: boolean;
}

/** Asks for a file and writes into it; the dialog itself asks before it gives one that is there. Cancelled, it does nothing. */
export async function saveText(text: TextToSave, reporter: Reporter): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = await vscode.window.showSaveDialog({
    title: text.title,
    filters: { [text.format.label]: [text.format.ending] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, text.name) } : {}),
  });
  if (!file) {
    text.cancelled?.();
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text.print()));
  } catch (error) {
    throw new UserError(
      text.failed(file.fsPath, messageOf(error)),
      [{ title: vscode.l10n.t('Choose Another File'), run: () => saveText(text, reporter) }],
      { cause: error },
    );
  }
  const open = vscode.l10n.t('Open File');
  const written = text.written(file.fsPath);
  const said =
    text.isPrivate && vscode.workspace.getWorkspaceFolder(file)
      ? vscode.l10n.t('{0}. That is in your workspace: take care not to commit it.', written)
      : written;
  // Nobody waits for the answer: it is written.
  vscode.window
    .showInformationMessage(said, open)
    .then(async chosen => {
      if (chosen === open) {
        await (text.open ? text.open(file) : vscode.window.showTextDocument(file));
      }
    })
    .then(undefined, error => reporter.report(error));
}
