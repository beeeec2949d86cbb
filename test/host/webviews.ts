import * as v from 'valibot';
import * as vscode from 'vscode';
import { type InitialData, InitialDataSchema, type ToPage, ToPageSchema } from '../../src/guide/protocol';

/** A webview without a page in it: keeps what it is given, and says what a test has it say. */
export class FakeWebviewOf<Message extends { readonly type: string }> implements vscode.Webview {
  readonly cspSource = '';
  options: vscode.WebviewOptions = {};
  /** All that was sent to the page, which understood it. */
  readonly sent: Message[] = [];
  listeners = 0;
  isDisposed = false;
  readonly #messages = new vscode.EventEmitter<unknown>();
  #html = '';

  /** `incoming` is what its page understands. */
  constructor(private readonly incoming: v.GenericSchema<unknown, Message>) {}

  get html(): string {
    return this.#html;
  }

  set html(html: string) {
    if (this.isDisposed) {
      throw new Error('Webview is disposed');
    }
    this.#html = html;
  }

  readonly onDidReceiveMessage: vscode.Event<unknown> = listener => {
    const subscription = this.#messages.event(listener);
    this.listeners += 1;
    return new vscode.Disposable(() => {
      this.listeners -= 1;
      subscription.dispose();
    });
  };

  async postMessage(message: unknown): Promise<boolean> {
    if (this.isDisposed) {
      return false;
    }
    this.sent.push(v.parse(this.incoming, JSON.parse(JSON.stringify(message))));
    return true;
  }

  asWebviewUri(): never {
    throw new Error('The page loads nothing');
  }

  /** The page says that. */
  say(message: unknown): void {
    this.#messages.fire(message);
  }

  /** What was sent of one type. */
  sentOf<T extends Message['type']>(type: T): Extract<Message, { type: T }>[] {
    return this.sent.filter((message): message is Extract<Message, { type: T }> => message.type === type);
  }

  /** What the page would be born with, as JSON. */
  protected get born(): unknown {
    const [, json = ''] = /id="belay-data"[^>]*>([^<]*)</.exec(this.html) ?? [];
    return JSON.parse(json);
  }
}

/** One for the guide's page. */
export class FakeWebview extends FakeWebviewOf<ToPage> {
  constructor() {
    super(ToPageSchema);
  }

  /** What the page would be born with. */
  get data(): InitialData {
    return v.parse(InitialDataSchema, this.born);
  }
}

/** What a view and a panel have in common: as VS Code's, they fail once they are disposed. */
abstract class FakeSurface<W extends { isDisposed: boolean }> {
  readonly viewType = 'belay.guide';
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.#disposed.event;
  visible = true;
  #title = '';

  constructor(readonly webview: W) {}

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.assertNotDisposed();
    this.#title = title;
  }

  get isDisposed(): boolean {
    return this.webview.isDisposed;
  }

  protected assertNotDisposed(): void {
    if (this.isDisposed) {
      throw new Error('Webview is disposed');
    }
  }

  dispose(): void {
    if (!this.isDisposed) {
      this.webview.isDisposed = true;
      this.#disposed.fire();
    }
  }
}

/** The view in the side bar. */
export class FakeView extends FakeSurface<FakeWebview> implements vscode.WebviewView {
  readonly #visibility = new vscode.EventEmitter<void>();
  readonly onDidChangeVisibility = this.#visibility.event;
  #description: string | undefined;

  constructor() {
    super(new FakeWebview());
  }

  get description(): string {
    return this.#description ?? '';
  }

  set description(description: string) {
    this.assertNotDisposed();
    this.#description = description;
  }

  show(): void {
    this.setVisible(true);
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.#visibility.fire();
  }
}

/** An editor with a webview. */
export class FakePanelOf<W extends vscode.Webview & { isDisposed: boolean }>
  extends FakeSurface<W>
  implements vscode.WebviewPanel
{
  readonly options: vscode.WebviewPanelOptions = {};
  readonly viewColumn = vscode.ViewColumn.One;
  active = true;
  /** How often it was brought to the front. */
  revealed = 0;
  readonly #state = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly onDidChangeViewState = this.#state.event;

  reveal(): void {
    this.assertNotDisposed();
    this.revealed += 1;
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.#state.fire({ webviewPanel: this });
  }
}

/** One with the guide's page. */
export class FakePanel extends FakePanelOf<FakeWebview> {
  constructor() {
    super(new FakeWebview());
  }
}
