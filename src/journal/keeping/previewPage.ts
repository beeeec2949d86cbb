import * as vscode from 'vscode';
import type { Disposable } from '../../platform/disposables';

const scheme = 'belay-preview';

/** Read-only pages that show what a command is about to do; each is kept until its document is closed. */
export class PreviewPages implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
  );
  #count = 0;

  /** Shows `text`, Markdown, in a tab called `name`. Gives what closes it. */
  async show(name: string, text: string): Promise<() => Promise<void>> {
    this.#count += 1;
    // Each its own address: one that is open already keeps its text.
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md`, query: String(this.#count) });
    this.#texts.set(uri.toString(), text);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    return async () => {
      const tabs = vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
        );
      await vscode.window.tabGroups.close(tabs);
    };
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
