import * as vscode from 'vscode';
import { messageOf, UserError } from '../platform/errors';
import { type ExportWords, guideToHtml, guideToMarkdown } from './exportText';
import type { Guide } from './section';

/** Asks for a format and a file, and writes the whole guide into it. Cancelled, it does nothing. */
export async function saveGuide(guide: Guide, figures: Readonly<Record<string, string>>): Promise<void> {
  const words = exportWords();
  const formats = [
    {
      label: 'Markdown',
      description: vscode.l10n.t('for a wiki or a repository; figures become words'),
      ending: 'md',
      write: () => guideToMarkdown(guide, words),
    },
    {
      label: 'HTML',
      description: vscode.l10n.t('one page to read or print, figures included'),
      ending: 'html',
      write: () => guideToHtml(guide, figures, words),
    },
  ];
  const format = await vscode.window.showQuickPick(formats, {
    title: vscode.l10n.t('Export the Guide'),
    placeHolder: vscode.l10n.t('{0} sections in one file; your notes are not part of it', guide.length),
  });
  if (!format) {
    return;
  }
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `belay-guide.${format.ending}`;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the Guide'),
    filters: { [format.label]: [format.ending] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, name) } : {}),
  });
  if (!file) {
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(format.write()));
  } catch (error) {
    throw new UserError(
      vscode.l10n.t('The guide couldn’t be written to {0}: {1}', file.fsPath, messageOf(error)),
      [{ title: vscode.l10n.t('Choose Another File'), run: () => saveGuide(guide, figures) }],
      { cause: error },
    );
  }
  const open = vscode.l10n.t('Open File');
  if (
    (await vscode.window.showInformationMessage(vscode.l10n.t('Guide written to {0}', file.fsPath), open)) ===
    open
  ) {
    await vscode.window.showTextDocument(file);
  }
}

function exportWords(): ExportWords {
  return {
    title: vscode.l10n.t('Belay: a guide to engineering management'),
    contents: vscode.l10n.t('Contents'),
    check: vscode.l10n.t('Check yourself'),
    practise: vscode.l10n.t('Practise it'),
    sources: vscode.l10n.t('Sources'),
    right: vscode.l10n.t('Right.'),
  };
}
