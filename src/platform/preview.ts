import * as vscode from 'vscode';
import type { Reporter } from './reporting';

/** Shows a Markdown document as a page to read. A locked page stays when another Markdown document is opened. */
export async function showPreview(
  uri: vscode.Uri,
  reporter: Reporter,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri, undefined, { locked });
  } catch (error) {
    // Somebody has turned VS Code's Markdown extension off: the page reads well as it is.
    reporter.log.info(`${uri.scheme}: without a preview: ${String(error)}`);
    await vscode.window.showTextDocument(document, { preview: true });
  }
}
