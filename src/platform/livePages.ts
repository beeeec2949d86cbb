import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from './disposables';

/** Read-only pages of a scheme, which are printed anew when what they tell of has changed. */
export class LivePages<Text extends string | Promise<string>>
  implements vscode.TextDocumentContentProvider, Disposable
{
  protected readonly held = new DisposableStore();
  readonly #changed = this.held.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  /** Those that were asked for, by address. */
  readonly #shown = new Map<string, vscode.Uri>();

  constructor(private readonly print: (uri: vscode.Uri) => Text) {}

  provideTextDocumentContent(uri: vscode.Uri): Text {
    this.#shown.set(uri.toString(), uri);
    return this.print(uri);
  }

  /** What they tell of has changed. */
  refresh(): void {
    for (const uri of this.#shown.values()) {
      this.#changed.fire(uri);
    }
  }

  dispose(): void {
    this.held.dispose();
  }
}
