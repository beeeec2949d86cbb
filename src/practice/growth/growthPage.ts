import * as vscode from 'vscode';
import { type Channel, openChannel } from '../../platform/channel';
import { localDay } from '../../platform/days';
import { type Disposable, DisposableStore } from '../../platform/disposables';
import { messageOf, UserError } from '../../platform/errors';
import { wordsLanguage } from '../../platform/language';
import type { Reporter } from '../../platform/reporting';
import { renderPage } from '../../platform/webviewPage';
import { webviewPort } from '../../platform/webviewPort';
import { headlineOf } from '../moment';
import type { PracticePorts } from '../ports';
import { type Elsewhere, readElsewhere } from './elsewhere';
import { type Scope, type ToHost, ToHostSchema, type ToPage } from './protocol';
import { type Packed, packMoments } from './rows';
import { initialData } from './strings';

const nowhere: Elsewhere = { journals: [], isPartial: false };

/** The page of the growth tab in a webview: sends what there is to count, and does what the page asks. */
export class GrowthPage implements Disposable {
  readonly #store = new DisposableStore();
  readonly #channel: Channel<ToPage>;
  #isDisposed = false;
  /** What the page wants to see; nothing while it isn't there. */
  #scope: Scope | undefined;
  /** What was read of other workspaces' journals: reading them takes long, and they change in other windows. */
  #elsewhere = nowhere;
  /** Moments in the order of the rows that the page has. */
  #sent: Packed | undefined;
  #revision = 0;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly reporter: Reporter,
    private readonly ports: PracticePorts,
  ) {
    // The page is whole in itself: it may load nothing, from the extension's folder either.
    webview.options = { enableScripts: true, localResourceRoots: [] };
    this.#channel = this.#store.add(
      openChannel<ToPage, typeof ToHostSchema>(
        webviewPort(webview),
        ToHostSchema,
        message => {
          this.#receive(message).catch(error => reporter.report(error));
        },
        reason => reporter.log.warn(`Growth page sent an unknown message: ${reason}`),
      ),
    );
  }

  /** Fills the webview, unless it has been closed. */
  draw(script: string, style: string): void {
    if (!this.#isDisposed) {
      this.webview.html = renderPage({
        title: vscode.l10n.t('Growth'),
        language: wordsLanguage(),
        script,
        style,
        data: initialData(),
      });
    }
  }

  /** The journal or the day has changed: tells a page that is there. */
  refresh(): void {
    if (this.#scope !== undefined) {
      this.#send(this.#scope).catch(error => this.reporter.report(error));
    }
  }

  /** The page has been unloaded; it asks for everything when it comes back. */
  unloaded(): void {
    this.#scope = undefined;
  }

  async #receive(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'read':
        await this.#read(message.scope);
        break;
      case 'texts':
        this.#sendTexts(message.revision, message.rows);
        break;
      case 'open':
        await this.#open(message.revision, message.row);
        break;
      case 'logMoment':
        await this.ports.logMoment({});
        break;
      case 'writeReport':
        await vscode.commands.executeCommand('belay.growthReport');
        break;
      case 'problem':
        this.reporter.log.error(`Growth page: ${message.message}`);
        break;
    }
  }

  async #read(scope: Scope): Promise<void> {
    this.#scope = scope;
    try {
      const elsewhere = scope === 'everywhere' ? await readElsewhere(this.ports.journal) : nowhere;
      // Meanwhile the page may want something else, or be gone.
      if (this.#scope === scope) {
        this.#elsewhere = elsewhere;
        await this.#send(scope);
      }
    } catch (error) {
      this.reporter.log.error(error instanceof Error ? error : String(error));
      this.#channel.send({ type: 'failed', message: messageOf(error) });
    }
  }

  async #send(scope: Scope): Promise<void> {
    this.#revision += 1;
    const revision = this.#revision;
    const [here, mix] = await Promise.all([this.ports.journal.moments(), this.ports.reviewMix()]);
    if (revision !== this.#revision || this.#isDisposed) {
      return;
    }
    const today = localDay(new Date());
    const packed = packMoments(here, this.#elsewhere.journals, today);
    const { rows, people, workspaces } = packed;
    this.#sent = packed;
    this.#channel.send({
      type: 'data',
      revision,
      scope,
      rows,
      people: [...people],
      workspaces: [...workspaces],
      mix,
      today,
      isPartial: this.#elsewhere.isPartial,
    });
  }

  #sendTexts(revision: number, rows: readonly number[]): void {
    const sent = revision === this.#revision ? this.#sent : undefined;
    const texts = rows.flatMap((row): [number, string][] => {
      const moment = sent?.moments[row];
      return moment ? [[row, headlineOf(moment)]] : [];
    });
    if (texts.length > 0) {
      this.#channel.send({ type: 'texts', revision, texts });
    }
  }

  async #open(revision: number, row: number): Promise<void> {
    const moment = revision === this.#revision ? this.#sent?.moments[row] : undefined;
    if (moment && !(await this.ports.journal.open(moment.id))) {
      throw new UserError(vscode.l10n.t('That moment isn’t in this workspace’s journal any more.'));
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#scope = undefined;
    this.#store.dispose();
  }
}
