import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Channel, openChannel } from '../platform/channel';
import { messageOf, UserError } from '../platform/errors';
import { readText } from '../platform/files';
import type { Reporter } from '../platform/reporting';
import { renderPage } from '../platform/webviewPage';
import { type InitialData, type ToHost, ToHostSchema, type ToPage } from './protocol';
import { type Guide, GuideSchema, neighbours, type Place, placeIn } from './section';

const placeKey = 'guide.place';

/** A promise and the function that resolves it. */
function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let settle: ((value: T) => void) | undefined;
  const promise = new Promise<T>(resolve => {
    settle = resolve;
  });
  return { promise, resolve: value => settle?.(value) };
}

/** The webview view "Guide": owns the page, remembers the reader's place. */
export class GuideView {
  #parts: Promise<PageParts> | undefined;
  /** Resolves with the page once it can take messages; a new promise whenever the page has gone. */
  #page = deferred<Channel<ToPage>>();
  #place: string | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
  ) {}

  /** Fills `view` with the guide at the reader's last place. */
  async resolve(view: vscode.WebviewView): Promise<void> {
    // The page is whole in itself: it may load nothing, from the extension's folder either.
    view.webview.options = { enableScripts: true, localResourceRoots: [] };
    let isOpen = true;
    view.onDidDispose(() => {
      isOpen = false;
      this.#page = deferred();
    });
    let parts: PageParts;
    try {
      parts = await this.#load();
    } catch (error) {
      view.description = vscode.l10n.t('not available');
      void this.reporter.report(error);
      return;
    }
    if (!isOpen) {
      return;
    }
    const { guide, script, style } = parts;
    const place = placeIn(guide, this.context.globalState.get(placeKey));
    const section = guide.find(candidate => candidate.id === place.id);
    if (!section) {
      throw new Error(`No section ${place.id}`);
    }
    const channel = this.#connect(view.webview, guide);
    view.onDidDispose(() => channel.dispose());
    // A hidden page is unloaded; it says again that it is ready when it comes back.
    view.onDidChangeVisibility(() => {
      if (!view.visible) {
        this.#page = deferred();
      }
    });
    const data: InitialData = { section, place, strings: pageStrings() };
    view.description = '';
    view.webview.html = renderPage({ title: vscode.l10n.t('Guide'), script, style, data });
    await this.#announcePosition(guide, place.id);
  }

  /** Sends the reader to the list of sections or to a neighbouring section, as soon as there is a page. */
  async go(to: 'contents' | 'previous' | 'next'): Promise<void> {
    (await this.#page.promise).send({ type: 'go', to });
  }

  #connect(webview: vscode.Webview, guide: Guide): Channel<ToPage> {
    const channel = openChannel<ToPage, typeof ToHostSchema>(
      {
        post: message => void webview.postMessage(message),
        listen: listener => {
          const subscription = webview.onDidReceiveMessage(listener);
          return () => subscription.dispose();
        },
      },
      ToHostSchema,
      message => this.#receive(message, guide, channel),
      reason => this.reporter.log.warn(`Guide page sent an unknown message: ${reason}`),
    );
    return channel;
  }

  #receive(message: ToHost, guide: Guide, channel: Channel<ToPage>): void {
    switch (message.type) {
      case 'ready':
        channel.send({ type: 'guide', guide });
        this.#page.resolve(channel);
        break;
      case 'view':
        if (message.view.show === 'section') {
          this.#remember(guide, message.view.place).catch(error => this.reporter.log.error(messageOf(error)));
        }
        break;
      case 'problem':
        this.reporter.log.error(`Guide page: ${message.message}`);
        break;
    }
  }

  async #remember(guide: Guide, place: Place): Promise<void> {
    await this.context.globalState.update(placeKey, place);
    await this.#announcePosition(guide, place.id);
  }

  /** Greys out "previous" and "next" at the two ends of the guide. */
  async #announcePosition(guide: Guide, id: string): Promise<void> {
    if (this.#place === id) {
      return;
    }
    this.#place = id;
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
    around: vscode.l10n.t('Sections before and after this one'),
    reading: vscode.l10n.t('You are reading this'),
    table: vscode.l10n.t('Table'),
  };
}
