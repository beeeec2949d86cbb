import * as vscode from 'vscode';
import type { Reporter } from '../platform/reporting';
import { saveText } from '../platform/saveText';
import { type ExportWords, guideToHtml, guideToMarkdown } from './exportText';
import type { Guide } from './section';

/** Asks for a format and a file, and writes the whole guide into it. Cancelled, it does nothing. */
export async function saveGuide(
  guide: Guide,
  figures: Readonly<Record<string, string>>,
  reporter: Reporter,
): Promise<void> {
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
  await saveText(
    {
      title: vscode.l10n.t('Export the Guide'),
      name: `belay-guide.${format.ending}`,
      format,
      print: format.write,
      failed: (file, reason) => vscode.l10n.t('The guide couldn’t be written to {0}: {1}', file, reason),
      written: file => vscode.l10n.t('Guide written to {0}', file),
    },
    reporter,
  );
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
