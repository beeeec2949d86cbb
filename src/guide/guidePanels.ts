import * as vscode from 'vscode';
import { GuidePage, type GuideServices } from './guidePage';
import { panelType } from './panelType';
import type { View } from './protocol';
import type { Guide, Place } from './section';

/** Sections as pages in the editor area, as wide as the reader likes and beside the code. */
export class GuidePanels {
  /** Open panels and the section that each shows. */
  readonly #shown = new Map<vscode.WebviewPanel, string>();

  constructor(private readonly services: GuideServices) {}

  /** Shows section `id` in the editor area: where it is open already, or in a new editor. */
  async open(id: string): Promise<void> {
    for (const [panel, shown] of this.#shown) {
      if (shown === id) {
        panel.reveal();
        return;
      }
    }
    const panel = vscode.window.createWebviewPanel(panelType, '', vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    await this.fill(panel, { id, scroll: 0 });
  }

  /** Draws the page into a panel; without a place where the reader is in the side bar. */
  async fill(panel: vscode.WebviewPanel, place?: Place): Promise<void> {
    if (place) {
      // At once: the same section may be asked for again while this one is on its way.
      this.#shown.set(panel, place.id);
    }
    const show = (guide: Guide, id: string) => {
      this.#shown.set(panel, id);
      panel.title = guide.find(section => section.id === id)?.title ?? vscode.l10n.t('Guide');
    };
    const page = new GuidePage(panel.webview, this.services, (view: View, guide: Guide) => {
      if (view.show === 'section') {
        show(guide, view.place.id);
      }
    });
    panel.onDidDispose(() => {
      this.#shown.delete(panel);
      page.dispose();
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) {
        page.unloaded();
      }
    });
    const section = await page.draw('editor', place);
    if (section) {
      show(await this.services.library.guide(), section.id);
    }
  }
}
