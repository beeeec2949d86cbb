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
  /** The id of the section that the view shows. */
  #current = '';
  /** What has been said of the guide's two ends. */
  readonly #ends = new Map<string, boolean>();

  constructor(private readonly services: GuideServices) {
    // A team's page may come behind what was the last section.
    services.library.onDidChange(guide => {
      this.#announceEnds(guide).catch(error => services.reporter.report(error));
    });
  }

  /** Fills `view` with the guide at the reader's last place. */
  async resolve(view: vscode.WebviewView): Promise<void> {
    const page = new GuidePage(view.webview, this.services, (shown, guide) => this.#seen(shown, guide));
    view.onDidDispose(() => {
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
    const section = await page.draw('view');
    if (section) {
      this.#current = section.id;
      await this.#announceEnds(await this.services.library.guide());
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
        .then(() => {
          this.#current = view.place.id;
          return this.#announceEnds(guide);
        })
        .catch(error => log.error(messageOf(error)));
    }
  }

  /** Greys out "previous" and "next" at the two ends of the guide. */
  async #announceEnds(guide: Guide): Promise<void> {
    const { previous, next } = neighbours(guide, this.#current);
    for (const [key, isEnd] of [
      ['belay.guide.atStart', previous === undefined],
      ['belay.guide.atEnd', next === undefined],
    ] as const) {
      if (this.#ends.get(key) !== isEnd) {
        this.#ends.set(key, isEnd);
        await vscode.commands.executeCommand('setContext', key, isEnd);
      }
    }
  }
}
