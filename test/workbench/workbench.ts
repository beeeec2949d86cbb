import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { type PageTarget, pageAddress } from './address';
import type { Server } from './server';

const loadTimeoutMs = 60_000;

/** One window of the workbench, driven as a person at a keyboard would. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    /** What the page printed to its console. */
    readonly consoleLines: readonly string[],
  ) {}

  /** Opens `target` in a browser profile of its own and waits until the workbench can be used. */
  static async open(
    browser: Browser,
    server: Server,
    target: PageTarget,
    viewport = { width: 1280, height: 800 },
  ): Promise<Workbench> {
    const context = await browser.newContext({
      viewport,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const consoleLines: string[] = [];
    page.on('console', message => consoleLines.push(`${message.type()}: ${message.text()}`));
    const workbench = new Workbench(page, context, consoleLines);
    await page.goto(pageAddress(server, target));
    await workbench.untilLoaded();
    return workbench;
  }

  async untilLoaded(): Promise<void> {
    await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: loadTimeoutMs });
    // Extensions have been scanned once their view containers are there.
    await this.page
      .locator('.activitybar .action-label[aria-label^="Belay"]')
      .waitFor({ timeout: loadTimeoutMs });
  }

  /** Loads the page again, as F5 in the browser does, and waits until it can be used. */
  async reload(): Promise<void> {
    await this.page.reload();
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

  /** Runs a command by its full title through the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.press('F1');
    await this.quickInput.locator('input[type=text]').fill(`>${title}`);
    await this.quickInput.locator('.monaco-list-row.focused', { hasText: title }).waitFor();
    await this.press('Enter');
  }

  /** Opens a file of the workspace through Quick Open. */
  async openFile(name: string): Promise<void> {
    await this.press('Control+P');
    await this.quickInput.locator('input[type=text]').fill(name);
    await this.quickInput.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
    await this.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.press('Control+G');
    await this.quickInput.locator('input[type=text]').fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** The notification that shows `text`. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  }

  /** The document inside the webview that is open. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }
}
