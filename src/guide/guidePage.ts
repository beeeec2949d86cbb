import * as vscode from 'vscode';
import { type Channel, openChannel } from '../platform/channel';
import { type Disposable, DisposableStore } from '../platform/disposables';
import { messageOf } from '../platform/errors';
import { wordsLanguage } from '../platform/language';
import type { Reporter } from '../platform/reporting';
import { renderPage } from '../platform/webviewPage';
import { webviewPort } from '../platform/webviewPort';
import type { Library } from './library';
import { guideLink } from './link';
import type { Notes } from './notes';
import { type GuidePorts, practise } from './practise';
import {
  type InitialData,
  type Surface,
  type ToHost,
  ToHostSchema,
  type ToPage,
  type View,
} from './protocol';
import type { ReaderState } from './readerState';
import { type Guide, type Place, type Section, sectionOf } from './section';
import { pageStrings } from './strings';

/** What every page of the guide works with. */
export interface GuideServices {
  readonly context: vscode.ExtensionContext;
  readonly reporter: Reporter;
  readonly library: Library;
  readonly state: ReaderState;
  readonly notes: Notes;
  readonly ports: GuidePorts;
  /** Opens a section as a page in the editor area. */
  openInEditor(id: string): Promise<void>;
}

/** One page of the guide in a webview: draws it and answers what it asks. */
export class GuidePage implements Disposable {
  readonly #store = new DisposableStore();
  readonly #channel: Channel<ToPage>;
  #isReady = false;
  #isDisposed = false;
  /** Sent as soon as the page can take messages. */
  #waiting: ToPage[] = [];

  /** `seen` hears what the page shows, each time that it shows something else. */
  constructor(
    private readonly webview: vscode.Webview,
    private readonly services: GuideServices,
    private readonly seen: (view: View, guide: Guide) => void,
  ) {
    // The page is whole in itself: it may load nothing, from the extension's folder either.
    webview.options = { enableScripts: true, localResourceRoots: [] };
    this.#channel = this.#store.add(
      openChannel<ToPage, typeof ToHostSchema>(
        webviewPort(webview),
        ToHostSchema,
        message => {
          this.#receive(message).catch(error => services.reporter.report(error));
        },
        reason => services.reporter.log.warn(`Guide page sent an unknown message: ${reason}`),
      ),
    );
    this.#store.add(services.library.onDidChange(guide => this.#tell({ type: 'guide', guide })));
    this.#store.add(services.notes.onDidKeep((id, text) => this.#tell({ type: 'note', id, text })));
    this.#store.add(services.state.onDidChange(reader => this.#tell({ type: 'reader', reader })));
  }

  /** Fills the webview with the page at `wanted`, or where the reader was; gives the section, or nothing if the webview has been closed. */
  async draw(surface: Surface, wanted?: Place): Promise<Section | undefined> {
    const { library, state } = this.services;
    const guide = await library.guide();
    if (this.#isDisposed) {
      return undefined;
    }
    const { figures, page } = library;
    const place = wanted && guide.some(({ id }) => id === wanted.id) ? wanted : state.placeIn(guide);
    const section = sectionOf(guide, place.id);
    const html = library.htmlOf(section);
    const data: InitialData = {
      section,
      ...(html === undefined ? {} : { html }),
      place,
      reader: state.reader,
      surface,
      figures,
      strings: pageStrings(),
    };
    this.webview.html = renderPage({
      ...page,
      title: vscode.l10n.t('Guide'),
      language: wordsLanguage(),
      data,
    });
    return section;
  }

  /** Sends now, or as soon as there is a page that listens. */
  send(message: ToPage): void {
    if (this.#isReady) {
      this.#channel.send(message);
    } else {
      this.#waiting.push(message);
    }
  }

  /** The page has been unloaded; it says again that it is ready when it comes back. */
  unloaded(): void {
    this.#isReady = false;
  }

  /** News for a page that is there; one that isn't asks for all when it comes. */
  #tell(message: ToPage): void {
    if (this.#isReady) {
      this.#channel.send(message);
    }
  }

  async #receive(message: ToHost): Promise<void> {
    const { library, state, reporter } = this.services;
    switch (message.type) {
      case 'ready': {
        const guide = await library.guide();
        this.#channel.send({ type: 'guide', guide });
        this.#channel.send({ type: 'reader', reader: state.reader });
        this.#isReady = true;
        for (const waiting of this.#waiting.splice(0)) {
          this.#channel.send(waiting);
        }
        break;
      }
      case 'view':
        this.seen(message.view, await library.guide());
        break;
      case 'mark':
        await state.setMark(message.id, message.mark, message.on);
        break;
      case 'bookmark':
        await state.setBookmark(message.id, message.on);
        break;
      case 'practise':
        await this.#practise(message.id, message.action);
        break;
      case 'readNote':
        this.#channel.send({
          type: 'note',
          id: message.id,
          text: await this.services.notes.read(message.id),
        });
        break;
      case 'keepNote':
        await this.#keepNote(message.id, message.text);
        break;
      case 'copyLink':
        await copyLink(this.services.context, message.id, message.heading);
        break;
      case 'openInEditor':
        await this.services.openInEditor(message.id);
        break;
      case 'problem':
        reporter.log.error(`Guide page: ${message.message}`);
        break;
    }
  }

  async #practise(id: string, index: number): Promise<void> {
    const { library, ports, state } = this.services;
    // From the library, never from the page: a page shows what others wrote.
    const action = (await library.guide()).find(section => section.id === id)?.practise[index];
    if (action && (await practise(action, ports))) {
      await state.setMark(id, 'practised', true);
    }
  }

  async #keepNote(id: string, text: string): Promise<void> {
    try {
      await this.services.notes.keep(id, text);
      this.#channel.send({ type: 'noteKept', id, text });
    } catch (error) {
      this.services.reporter.log.error(`The note on ${id} couldn’t be written: ${messageOf(error)}`);
      this.#channel.send({ type: 'noteKept', id, text, problem: messageOf(error) });
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#store.dispose();
  }
}

/** Puts a link to a section on the clipboard and says so. */
export async function copyLink(
  context: vscode.ExtensionContext,
  id: string,
  heading?: string,
): Promise<void> {
  const target = heading === undefined ? { id } : { id, heading };
  const link = guideLink(vscode.env.uriScheme, context.extension.id, target);
  await vscode.env.clipboard.writeText(link);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied: {0}', link), 5000);
}
