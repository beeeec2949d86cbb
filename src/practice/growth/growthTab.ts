import * as vscode from 'vscode';
import { watchDay } from '../../platform/dayWatch';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { readText } from '../../platform/files';
import type { Reporter } from '../../platform/reporting';
import type { PracticePorts } from '../ports';
import { GrowthPage } from './growthPage';
import { growthPanelType } from './panelType';

/** The editor tab that shows growth: one at a time. */
export class GrowthTab implements Disposable {
  readonly #store = new DisposableStore();
  #panel: vscode.WebviewPanel | undefined;
  #page: GrowthPage | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly reporter: Reporter,
    private readonly ports: PracticePorts,
  ) {
    const changed = () => this.#page?.refresh();
    this.#store.add(ports.journal.onDidChange(changed));
    this.#store.add(watchDay(changed));
  }

  /** Brings the tab to the front, or opens it. */
  async show(): Promise<void> {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    const title = vscode.l10n.t('Growth');
    const panel = vscode.window.createWebviewPanel(growthPanelType, title, vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    await this.fill(panel);
  }

  /** Draws the page into a panel: a new one, or one that was there before a reload. */
  async fill(panel: vscode.WebviewPanel): Promise<void> {
    const page = new GrowthPage(panel.webview, this.reporter, this.ports);
    this.#panel = panel;
    this.#page = page;
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#panel === panel) {
        this.#panel = undefined;
        this.#page = undefined;
      }
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) {
        page.unloaded();
      }
    });
    const [script, style] = await Promise.all(['growth.js', 'growth.css'].map(name => this.#built(name)));
    page.draw(script ?? '', style ?? '');
  }

  /** A file of the page: they aren't part of the extension's own, which everybody loads. */
  #built(name: string): Promise<string> {
    return readText(vscode.Uri.joinPath(this.extensionUri, 'dist', name));
  }

  dispose(): void {
    this.#store.dispose();
    this.#panel?.dispose();
  }
}
