import * as vscode from 'vscode';
import { openChannel } from '../../../platform/channel';
import { type Disposable, DisposableStore } from '../../../platform/disposables';
import { UserError } from '../../../platform/errors';
import { readText } from '../../../platform/files';
import { wordsLanguage } from '../../../platform/language';
import type { Reporter } from '../../../platform/reporting';
import { renderPage } from '../../../platform/webviewPage';
import { webviewPort } from '../../../platform/webviewPort';
import { AnswerKeeper } from './answerKeeper';
import {
  type Answer,
  type Card,
  type InitialData,
  type Progress,
  type ToHost,
  ToHostSchema,
  type ToPage,
} from './protocol';

/** Questions to ask on a page, and what becomes of the answers. */
export interface Asking {
  readonly title: string;
  readonly cards: readonly Card[];
  /** Where an earlier time was left. */
  readonly progress?: Progress | undefined;
  /** What the button that ends it says. */
  readonly finish: string;
  keep(id: string, answer: Answer): Promise<void>;
  /** The user has gone to another card. */
  at?(id: string): Promise<void>;
  /** The page is closed: by finishing, or it was left. */
  ended(isFinished: boolean): Promise<void>;
}

/**
 * Pages in the editor area that ask one question after the other. They are for texts that have to be read: VS
 * Code's lists show one line of each. Answers are kept as they are given; there is one page of a kind at a time.
 */
export class AskingPages implements Disposable {
  readonly #open = new Map<string, { readonly panel: vscode.WebviewPanel; readonly ended: Promise<void> }>();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly reporter: Reporter,
  ) {}

  /** Brings the page of that kind to the front. Gives whether there is one. */
  reveal(kind: string): boolean {
    const open = this.#open.get(kind);
    open?.panel.reveal();
    return open !== undefined;
  }

  /** Asks on a new page; one of that kind that is open is left, with what was answered there. */
  async show(kind: string, asking: Asking): Promise<void> {
    const before = this.#open.get(kind);
    before?.panel.dispose();
    await before?.ended;
    const file = (name: string) => readText(vscode.Uri.joinPath(this.context.extensionUri, 'dist', name));
    const [script, style] = await Promise.all([file('asking.js'), file('asking.css')]);
    const panel = vscode.window.createWebviewPanel(`belay.${kind}`, asking.title, vscode.ViewColumn.Active);
    const ended = this.#serve(panel, asking).catch(error => this.reporter.report(error));
    this.#open.set(kind, { panel, ended });
    panel.onDidDispose(() => {
      if (this.#open.get(kind)?.panel === panel) {
        this.#open.delete(kind);
      }
    });
    const data: InitialData = {
      cards: [...asking.cards],
      ...(asking.progress ? { progress: asking.progress } : {}),
      strings: strings(asking.finish),
    };
    panel.webview.html = renderPage({ title: asking.title, language: wordsLanguage(), script, style, data });
  }

  /** Answers a page until it is closed and what was answered is kept. */
  async #serve(panel: vscode.WebviewPanel, asking: Asking): Promise<void> {
    const store = new DisposableStore();
    // The page is whole in itself: it may load nothing, from the extension's folder either.
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    let problem: string | undefined;
    let isClosed = false;
    const keeper = new AnswerKeeper(
      (id, answer) => asking.keep(id, answer),
      reason => {
        problem = reason;
        if (!isClosed) {
          channel.send({ type: 'kept', ...(reason === undefined ? {} : { problem: reason }) });
        }
      },
    );
    let isFinished = false;
    const receive = async (message: ToHost) => {
      switch (message.type) {
        case 'answer':
          keeper.answered(message.id, message.answer);
          break;
        case 'at':
          if (await keeper.flush()) {
            await asking.at?.(message.id);
          }
          break;
        case 'finish':
          // What can't be kept stays on the page, which says why.
          if (await keeper.flush()) {
            isFinished = true;
            panel.dispose();
          }
          break;
        case 'leave':
          panel.dispose();
          break;
        case 'problem':
          this.reporter.log.error(`${asking.title}: ${message.message}`);
          break;
      }
    };
    const channel = store.add(
      openChannel<ToPage, typeof ToHostSchema>(
        webviewPort(panel.webview),
        ToHostSchema,
        message => {
          receive(message).catch(error => this.reporter.report(error));
        },
        reason => this.reporter.log.warn(`${asking.title} sent an unknown message: ${reason}`),
      ),
    );
    await new Promise<void>(closed => panel.onDidDispose(() => closed()));
    isClosed = true;
    store.dispose();
    if (!(await keeper.flush())) {
      void this.reporter.report(
        new UserError(vscode.l10n.t('Your last answer couldn’t be kept: {0}', problem ?? '')),
      );
    }
    await asking.ended(isFinished);
  }

  dispose(): void {
    for (const { panel } of this.#open.values()) {
      panel.dispose();
    }
  }
}

function strings(finish: string): InitialData['strings'] {
  return {
    back: vscode.l10n.t('Back'),
    next: vscode.l10n.t('Next'),
    skip: vscode.l10n.t('Skip'),
    clear: vscode.l10n.t('Clear Answer'),
    finish,
    keys: vscode.l10n.t(
      'A digit chooses, Enter goes on (Ctrl+Enter from a box). Escape leaves; what you have answered is kept.',
    ),
    notKept: vscode.l10n.t('Your answer isn’t kept yet, and will be tried again:'),
  };
}
