import * as vscode from 'vscode';
import { messageOf } from '../platform/errors';
import { GuidePage, type GuideServices } from './guidePage';
import type { ToPage, View } from './protocol';
import { type Guide, neighbours } from './section';

/** The webview view "Guide": draws the page, remembers the reader's place. */
export class GuideView {
  #page: GuidePage | undefined;
  /** For a page that isn't there yet. */
  #waiting: ToPage[] = [];
  #position: string | undefined;

  constructor(private readonly services: GuideServices) {}

  /** Fills `view` with the guide at the reader's last place. */
  async resolve(view: vscode.WebviewView): Promise<void> {
    const page = new GuidePage(view.webview, this.services, (shown, guide) => this.#seen(shown, guide));
    let isOpen = true;
    view.onDidDispose(() => {
      isOpen = false;
      page.dispose();
      if (this.#page === page) {
        this.#page = undefined;
      }
    });
    view.onDidChangeVisibility(() => {
      if (!view.visible) {
        page.unloaded();
      }
    });
    for (const message of this.#waiting.splice(0)) {
      page.send(message);
    }
    this.#page = page;
    try {
      const { id } = await page.draw('view');
      if (isOpen) {
        view.description = '';
        await this.#announcePosition(await this.services.library.guide(), id);
      }
    } catch (error) {
      view.description = vscode.l10n.t('not available');
      void this.services.reporter.report(error);
    }
  }

  /** Tells the page, as soon as there is one. */
  send(message: ToPage): void {
    if (this.#page) {
      this.#page.send(message);
    } else {
      this.#waiting.push(message);
    }
  }

  #seen(view: View, guide: Guide): void {
    if (view.show === 'section') {
      const { log } = this.services.reporter;
      this.services.state
        .setPlace(view.place)
        .then(() => this.#announcePosition(guide, view.place.id))
        .catch(error => log.error(messageOf(error)));
    }
  }

  /** Greys out "previous" and "next" at the two ends of the guide. */
  async #announcePosition(guide: Guide, id: string): Promise<void> {
    if (this.#position === id) {
      return;
    }
    this.#position = id;
    const { previous, next } = neighbours(guide, id);
    await vscode.commands.executeCommand('setContext', 'belay.guide.atStart', previous === undefined);
    await vscode.commands.executeCommand('setContext', 'belay.guide.atEnd', next === undefined);
  }
}
