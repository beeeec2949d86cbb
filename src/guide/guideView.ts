import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Channel, openChannel } from '../platform/channel';
import { messageOf, UserError } from '../platform/errors';
import { readText } from '../platform/files';
import type { Reporter } from '../platform/reporting';
import { renderPage } from '../platform/webviewPage';
import { type InitialData, type ToHost, ToHostSchema, type ToPage } from './protocol';
import { type Guide, GuideSchema, neighbours, placeIn } from './section';

const placeKey = 'guide.place';

/** The webview view "Guide": owns the page, remembers the reader's place. */
export class GuideView implements vscode.Disposable {
  #parts: Promise<PageParts> | undefined;
  /** The open page; gone while the view has never been opened or is closed. */
  #page: { channel: Channel<ToPage>; ready: Promise<void> } | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
  ) {}

  /** Fills `view` with the guide at the reader's last place. */
  async resolve(view: vscode.WebviewView): Promise<void> {
    // The page is whole in itself: it may load nothing, from the extension's folder either.
    view.webview.options = { enableScripts: true, localResourceRoots: [] };
    let parts: PageParts;
    try {
      parts = await this.#load();
    } catch (error) {
      view.description = vscode.l10n.t('not available');
      void this.reporter.report(error);
      return;
    }
    const { guide, script, style } = parts;
    const place = placeIn(guide, this.context.globalState.get(placeKey));
    const section = guide.find(candidate => candidate.id === place.id);
    if (!section) {
      throw new Error(`No section ${place.id}`);
    }
    const page = this.#connect(view, guide);
    const data: InitialData = { section, place, strings: pageStrings() };
    view.webview.html = renderPage({ title: vscode.l10n.t('Guide'), script, style, data });
    view.onDidDispose(() => {
      page.dispose();
      if (this.#page?.channel === page) {
        this.#page = undefined;
      }
    });
    await this.#announcePosition(guide, place.id);
  }

  /** Sends the reader to the list of sections or to a neighbouring section. */
  async go(to: 'contents' | 'previous' | 'next'): Promise<void> {
    const page = this.#page;
    await page?.ready;
    page?.channel.send({ type: 'go', to });
  }

  dispose(): void {
    this.#page?.channel.dispose();
  }

  #connect(view: vscode.WebviewView, guide: Guide): Channel<ToPage> {
    let becomeReady: (() => void) | undefined;
    const ready = new Promise<void>(resolve => {
      becomeReady = resolve;
    });
    const receive = (message: ToHost) => {
      switch (message.type) {
        case 'ready':
          channel.send({ type: 'guide', guide });
          becomeReady?.();
          break;
        case 'view':
          if (message.view.show === 'section') {
            const { place } = message.view;
            this.#remember(guide, place).catch(error => this.reporter.log.error(messageOf(error)));
          }
          break;
        case 'problem':
          this.reporter.log.error(`Guide page: ${message.message}`);
          break;
      }
    };
    const channel = openChannel<ToPage, typeof ToHostSchema>(
      {
        post: message => void view.webview.postMessage(message),
        listen: listener => {
          const subscription = view.webview.onDidReceiveMessage(listener);
          return () => subscription.dispose();
        },
      },
      ToHostSchema,
      receive,
      reason => this.reporter.log.warn(`Guide page sent an unknown message: ${reason}`),
    );
    this.#page = { channel, ready };
    return channel;
  }

  async #remember(guide: Guide, place: { id: string; scroll: number }): Promise<void> {
    await this.context.globalState.update(placeKey, place);
    await this.#announcePosition(guide, place.id);
  }

  /** Greys out "previous" and "next" at the two ends of the guide. */
  async #announcePosition(guide: Guide, id: string): Promise<void> {
    const { previous, next } = neighbours(guide, id);
    await vscode.commands.executeCommand('setContext', 'belay.guide.atStart', previous === undefined);
    await vscode.commands.executeCommand('setContext', 'belay.guide.atEnd', next === undefined);
  }

  #load(): Promise<PageParts> {
    this.#parts ??= loadParts(vscode.Uri.joinPath(this.context.extensionUri, 'dist')).catch(error => {
      // A later look at the view tries again.
      this.#parts = undefined;
      throw error;
    });
    return this.#parts;
  }
}

/** What the build made for the page. */
interface PageParts {
  readonly guide: Guide;
  readonly script: string;
  readonly style: string;
}

/** Reads the page's parts from `dist`. Throws a `UserError` that names the folder and the reason. */
async function loadParts(dist: vscode.Uri): Promise<PageParts> {
  const read = (name: string) => readText(vscode.Uri.joinPath(dist, name));
  try {
    const [guide, script, style] = await Promise.all([
      read('guide.json'),
      read('guide.js'),
      read('guide.css'),
    ]);
    return { guide: v.parse(GuideSchema, JSON.parse(guide)), script, style };
  } catch (error) {
    throw new UserError(
      vscode.l10n.t(
        'Belay can’t read its guide ({0}): {1}. Installing the extension again mends it.',
        dist.fsPath,
        messageOf(error),
      ),
      [],
      { cause: error },
    );
  }
}

function pageStrings(): InitialData['strings'] {
  return {
    contents: vscode.l10n.t('Contents'),
    previous: vscode.l10n.t('Previous: {0}', '{0}'),
    next: vscode.l10n.t('Next: {0}', '{0}'),
    reading: vscode.l10n.t('You are reading this'),
    table: vscode.l10n.t('Table'),
  };
}
