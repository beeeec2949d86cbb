import * as vscode from 'vscode';
import { entryIdOf } from '../../platform/entryFiles';
import { UserError } from '../../platform/errors';
import { normaliseBreaks } from '../../platform/lineBreaks';
import type { Reporter } from '../../platform/reporting';
import { saveText } from '../../platform/saveText';
import { documentScheme } from '../documents';
import type { PracticeStore } from '../store';
import { exportedDocument } from './exportedDocument';

/** `Belay: Export Document…`: writes the document in the active editor, as it stands there, for others to read. */
export async function exportDocument(store: PracticeStore, reporter: Reporter): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const entry =
    document?.uri.scheme === documentScheme ? store.find('document', entryIdOf(document.uri)) : undefined;
  if (!document || !entry) {
    throw new UserError(vscode.l10n.t('Open a story, a review or another document of your practice first.'), [
      { title: vscode.l10n.t('Open Story'), run: () => vscode.commands.executeCommand('belay.openStory') },
    ]);
  }
  const name =
    entry.title
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 60) ?? entry.kind;
  await saveText(
    {
      title: vscode.l10n.t('Export Document'),
      name: `${name}.md`,
      format: { label: 'Markdown', ending: 'md' },
      print: () => exportedDocument(normaliseBreaks(document.getText())),
      failed: (file, reason) => vscode.l10n.t('The document couldn’t be written to {0}: {1}', file, reason),
      written: file => vscode.l10n.t('Document written to {0}', file),
      isPrivate: true,
    },
    reporter,
  );
}
