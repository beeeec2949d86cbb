import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';

const loadTimeoutMs = 30_000;

/** One window of the workbench, driven as a person at a keyboard would. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    /** What the page printed to its console. */
    readonly consoleLines: readonly string[],
  ) {}

  /** A window in a browser profile of its own, in English unless `language` says otherwise; nothing is open in it yet. */
  static async create(
    browser: Browser,
    viewport = { width: 1280, height: 800 },
    language?: string,
  ): Promise<Workbench> {
    const context = await browser.newContext({
      viewport,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (language !== undefined) {
      // What the script of a language pack says: VS Code's own words stay English, and it asks extensions for theirs.
      await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    }
    const page = await context.newPage();
    const consoleLines: string[] = [];
    page.on('console', message => consoleLines.push(`${message.type()}: ${message.text()}`));
    return new Workbench(page, context, consoleLines);
  }

  /** Goes to `address` and waits until the workbench there can be used. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.untilLoaded();
  }

  async untilLoaded(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: loadTimeoutMs });
    // Extensions have been scanned once their view containers are there.
    await this.page
      .locator('.activitybar .action-label[aria-label^="Belay"]')
      .waitFor({ timeout: loadTimeoutMs });
  }

  /**
   * Loads the page again by VS Code's own command, which first writes down what VS Code was told of open editors and
   * views; after F5 in the browser the last five seconds of that are gone.
   */
  async reload(): Promise<void> {
    // A new document has no such mark.
    await this.page.evaluate(() => document.documentElement.setAttribute('data-before-reload', ''));
    await this.runCommand('Developer: Reload Window');
    await this.page.locator('html:not([data-before-reload])').waitFor();
    await this.untilLoaded();
  }

  close(): Promise<void> {
    return this.context.close();
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce<Promise<void>>(
      (before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve(),
    );
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** The open quick pick or input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Opens a list by `key` and types `text` until the entry with `label` has the focus; begins again, as a person would, where it hasn't. */
  private async untilFocused(key: string, text: string, label: string): Promise<void> {
    const row = this.quickInput.locator('.monaco-list-row.focused', { hasText: label });
    for (let attempt = 1; ; attempt += 1) {
      await this.press(key);
      try {
        await this.quickInput.locator('input[type=text]').fill(text, { timeout: attempt * 3_000 });
        await row.waitFor({ timeout: attempt * 3_000 });
        return;
      } catch (error) {
        if (attempt === 4) {
          throw error;
        }
        await this.press('Escape');
      }
    }
  }

  /** Runs a command by its full title through the command palette. */
  async runCommand(title: string): Promise<void> {
    // A view that is still taking the focus closes the palette.
    await this.untilFocused('F1', `>${title}`, title);
    await this.press('Enter');
  }

  /** Opens a file of the workspace through Quick Open: by its name, or by its path, which the oldest VS Code needs, having no search here. */
  async openFile(name: string, path = name): Promise<void> {
    // A search that was begun before VS Code knew all folders finds nothing, and isn't begun anew by itself.
    await this.untilFocused('Control+P', path, name);
    await this.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Closes all editors; what was written in them and not saved is gone. */
  async closeEditors(): Promise<void> {
    const tabs = this.page.locator('.part.editor .tab');
    for (let left = await tabs.count(); left > 0; left -= 1) {
      await this.runCommand('View: Revert and Close Editor');
      await tabs.nth(left - 1).waitFor({ state: 'detached' });
    }
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.press('Control+G');
    await this.quickInput.locator('input[type=text]').fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Drags the side bar's edge until it is `width` pixels wide. */
  async resizeSideBar(width: number): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    const box = await sideBar.boundingBox();
    if (!box) {
      throw new Error('The side bar isn’t shown');
    }
    const edge = box.x + box.width;
    await this.page.mouse.move(edge, box.y + 300);
    await this.page.mouse.down();
    await this.page.mouse.move(edge + width - box.width, box.y + 300, { steps: 5 });
    await this.page.mouse.up();
    await this.page.mouse.move(600, 300);
  }

  /** The notification that shows `text`. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  }

  /** The document inside Belay's open webview. */
  get webview(): FrameLocator {
    return this.page
      .frameLocator('iframe.webview[src*="extensionId=belay.belay"]')
      .frameLocator('iframe#active-frame');
  }
}
