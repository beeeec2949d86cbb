import * as vscode from 'vscode';
import { openChannel } from '../../platform/channel';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf } from '../../platform/errors';
import { readText } from '../../platform/files';
import { wordsLanguage } from '../../platform/language';
import type { Reporter } from '../../platform/reporting';
import { SerialQueue } from '../../platform/serialQueue';
import { renderPage } from '../../platform/webviewPage';
import { webviewPort } from '../../platform/webviewPort';
import { formatSeconds } from '../formatSeconds';
import { type InitialData, type Screen, type ToHost, ToHostSchema, type ToPage } from './protocol';
import { pageStrings } from './words';

/** Listeners follow an answer for about so long; the check of stories says the same. */
const limitSeconds = 120;

/** What the user does on the page, other than leaving it. */
export type Told = Exclude<ToHost, { readonly type: 'ready' | 'leave' | 'problem' }>;

/** What the page shows and who hears it. */
export interface RehearsalPagePorts {
  screen(): Screen | undefined;
  /** Does what the user wants; the page shows the screen of after that. */
  receive(message: Told): Promise<void>;
  /** The page was closed. */
  left(): void;
}

/** The page in the editor area on which questions are rehearsed: one at a time. */
export class RehearsalPage implements Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #send: ((message: ToPage) => void) | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
    private readonly ports: RehearsalPagePorts,
  ) {}

  /** Brings the page to the front, or opens it, with the screen of now. */
  async show(): Promise<void> {
    if (this.#panel) {
      this.#panel.reveal();
      this.#sendScreen();
      return;
    }
    const file = (name: string) => readText(vscode.Uri.joinPath(this.context.extensionUri, 'dist', name));
    const [script, style] = await Promise.all([file('rehearsal.js'), file('rehearsal.css')]);
    const title = vscode.l10n.t('Rehearsal');
    const panel = vscode.window.createWebviewPanel('belay.rehearsal', title, vscode.ViewColumn.Active);
    this.#panel = panel;
    this.#serve(panel);
    const data: InitialData = {
      limit: limitSeconds * 1000,
      strings: pageStrings(formatSeconds(limitSeconds)),
    };
    panel.webview.html = renderPage({ title, language: wordsLanguage(), script, style, data });
  }

  #serve(panel: vscode.WebviewPanel): void {
    const store = new DisposableStore();
    // The page is whole in itself: it may load nothing, from the extension's folder either.
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    // One after the other: a second press must find what the first has done.
    const queue = new SerialQueue();
    const channel = store.add(
      openChannel<ToPage, typeof ToHostSchema>(
        webviewPort(panel.webview),
        ToHostSchema,
        message => {
          queue.run(() => this.#receive(message)).catch(error => this.reporter.report(error));
        },
        reason => this.reporter.log.warn(`Rehearsal sent an unknown message: ${reason}`),
      ),
    );
    this.#send = message => channel.send(message);
    panel.onDidDispose(() => {
      store.dispose();
      this.#panel = undefined;
      this.#send = undefined;
      this.ports.left();
    });
  }

  async #receive(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#sendScreen();
        break;
      case 'leave':
        this.#panel?.dispose();
        break;
      case 'problem':
        this.reporter.log.error(`Rehearsal: ${message.message}`);
        break;
      case 'rated':
      case 'undo':
        try {
          await this.ports.receive(message);
        } catch (error) {
          // What was written there stays on the page, to be tried again.
          this.#send?.({ type: 'notKept', reason: messageOf(error) });
          return;
        }
        this.#sendScreen();
        break;
      default:
        await this.ports.receive(message);
        this.#sendScreen();
    }
  }

  #sendScreen(): void {
    const screen = this.ports.screen();
    if (screen) {
      this.#send?.({ type: 'screen', screen });
    }
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
