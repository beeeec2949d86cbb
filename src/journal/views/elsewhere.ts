import * as vscode from 'vscode';
import { plainMessage } from '../../platform/plainMessage';
import type { Moment } from '../moment';
import { printMomentFile } from '../text/momentFile';
import { momentUri } from '../text/momentFiles';
import type { JournalElsewhere } from './allJournals';

/** The scheme of pages that show a moment of another workspace's journal. */
export const elsewhereScheme = 'belay-elsewhere';

/** Moments of other workspaces' journals as pages that can't be edited: each journal is written in its own windows only. */
export class PagesFromElsewhere implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.path) ??
      vscode.l10n.t('This moment is in the journal of another workspace. Find it again to read it.')
    );
  }

  /** Shows a moment, and offers to open its workspace. Resolves when that is answered or closed. */
  async open(moment: Moment, journal: JournalElsewhere): Promise<void> {
    const uri = momentUri(moment).with({ scheme: elsewhereScheme });
    this.#texts.set(uri.path, printMomentFile(moment));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
    await offerFolder(journal);
  }
}

async function offerFolder({ name, folders }: JournalElsewhere): Promise<void> {
  const text = vscode.l10n.t(
    'This moment is in the journal of {0}; here it can only be read.',
    plainMessage(name),
  );
  const [folder] = folders;
  // Several folders are a workspace of their own, of which only VS Code knows the file.
  const open = vscode.l10n.t('Open That Folder');
  const buttons = folder !== undefined && folders.length === 1 ? [open] : [];
  if ((await vscode.window.showInformationMessage(text, ...buttons)) === open && folder !== undefined) {
    await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.parse(folder), {
      forceNewWindow: true,
    });
  }
}
