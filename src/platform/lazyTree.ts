import * as vscode from 'vscode';

/** A tree whose rows are known to one that is made when VS Code first asks for them. Where making it fails, the next question tries again. */
export class LazyTree<T> implements vscode.TreeDataProvider<T>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly open: () => Promise<vscode.TreeDataProvider<T>>) {}

  async getChildren(node?: T): Promise<T[]> {
    return (await (await this.open()).getChildren(node)) ?? [];
  }

  async getParent(node: T): Promise<T | null | undefined> {
    return (await this.open()).getParent?.(node);
  }

  async getTreeItem(node: T): Promise<vscode.TreeItem> {
    return (await this.open()).getTreeItem(node);
  }

  /** Makes VS Code ask for all rows again. */
  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
