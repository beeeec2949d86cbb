import * as vscode from 'vscode';
import type { Reporter } from './reporting';

/** The address of a page of `scheme`: its path is what a tab says, the query names what it is about. */
export function pageUri(scheme: string, title: string, query: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${title.replace(/[\s\\/]+/g, ' ').trim()}.md`, query });
}

/** Shows a Markdown page as it reads best. A locked one stays when another Markdown document is opened. */
export async function showPage(
  uri: vscode.Uri,
  { log }: Reporter,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri, undefined, { locked });
  } catch (error) {
    // Somebody has turned VS Code’s Markdown extension off: the page reads well as it is.
    log.info(`A page without a preview: ${String(error)}`);
    await vscode.window.showTextDocument(document, { preview: true });
  }
}
