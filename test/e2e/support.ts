import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type PageTarget, pageAddress } from '../workbench/address';
import { launchBrowser } from '../workbench/browser';
import { createHome, type Home, type Workspace } from '../workbench/home';
import { type Installation, installVsCode } from '../workbench/install';
import { installBelay } from '../workbench/installed';
import { type Server, type ServerOptions, startServer } from '../workbench/server';
import { endToEndVersion } from '../workbench/versions';
import { Workbench } from '../workbench/workbench';

/** The browser of all suites of a run: each window has a profile of its own in it. */
let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

/** Where Belay is installed, to be copied: once for all suites of a run, which `BELAY_INSTALLED` names if they are in processes of their own. */
let installed: Promise<string> | undefined;

/** Puts the installed Belay into another home. VS Code's list of what is installed names it by its path. */
async function copyBelay(vscode: Installation, home: Home): Promise<void> {
  const named = process.env['BELAY_INSTALLED'];
  installed ??= named ? Promise.resolve(named) : installBelay(vscode);
  const from = await installed;
  await cp(from, home.extensionsFolder, { recursive: true });
  const list = join(home.extensionsFolder, 'extensions.json');
  await writeFile(list, (await readFile(list, 'utf8')).replaceAll(from, home.extensionsFolder));
}

/** How a suite wants its VS Code. */
export interface StageOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly server?: Partial<ServerOptions>;
  /** VS Code's name of the language that windows are in; English without it. */
  readonly language?: string;
  /** Changes the disk before the server starts: extensions, files, a broken journal. */
  prepare?(home: Home, vscode: Installation): Promise<void>;
}

/** A VS Code that trusts no folder until it is told to, and doesn't ask. */
export const untrusted: StageOptions = {
  server: { askForTrust: true },
  settings: { 'security.workspace.trust.startupPrompt': 'never' },
};

function started<T>(part: T | undefined): T {
  if (part === undefined) {
    throw new Error('The stage hasn’t been started');
  }
  return part;
}

/** A server, a browser and their windows for one suite; windows are closed after each test. */
export class Stage {
  #home: Home | undefined;
  #server: Server | undefined;
  #browser: Browser | undefined;
  #language: string | undefined;
  #windows: Workbench[] = [];
  #shared: { readonly window: Workbench; readonly workspace: Workspace } | undefined;

  get home(): Home {
    return started(this.#home);
  }

  get server(): Server {
    return started(this.#server);
  }

  async start(options: StageOptions): Promise<void> {
    const vscode = await installVsCode(endToEndVersion());
    // VS Code saves by itself in a browser: what a test left unsaved would be there for the next, or not.
    this.#home = await createHome('e2e', { 'files.autoSave': 'off', ...options.settings });
    await copyBelay(vscode, this.home);
    await options.prepare?.(this.home, vscode);
    this.#server = await startServer(vscode, { ...this.home, ...options.server });
    this.#language = options.language;
    browser ??= launchBrowser();
    this.#browser = await browser;
  }

  async stop(): Promise<void> {
    // What wasn't started because something before it failed needs no end.
    await Promise.all(this.#windows.splice(0).map(window => window.close()));
    await this.#server?.stop();
    await this.#home?.remove();
  }

  /** The workspace of the test: a new copy of the sample with each. */
  workspace!: Workspace;

  async startTest(): Promise<void> {
    this.workspace = await this.home.createWorkspace();
  }

  /** Opens a window, on the test's workspace unless `target` says otherwise. */
  async open(
    target: PageTarget = { folder: this.workspace.folder },
    viewport?: { width: number; height: number },
  ): Promise<Workbench> {
    const window = await Workbench.create(started(this.#browser), viewport, this.#language);
    this.#windows.push(window);
    await window.open(pageAddress(this.server, target));
    return window;
  }

  /**
   * The window that the suite's tests share, on the workspace of the first of them, which becomes that of the
   * test: for tests that don't mind what others did in it, since opening one takes seconds. Editors that others
   * left open are closed first, unsaved. A failed test takes the window down.
   */
  async shared(): Promise<Workbench> {
    if (this.#shared) {
      this.workspace = this.#shared.workspace;
      await this.#shared.window.closeEditors();
    } else {
      this.#shared = { window: await this.open(), workspace: this.workspace };
    }
    return this.#shared.window;
  }

  /** Opens `address` in a page of its own, beside any VS Code; what it asks for from other hosts is added to `requested`. */
  async openPage(address: string, requested: string[]): Promise<Page> {
    const page = await started(this.#browser).newPage();
    page.on('request', request => {
      if (/^(?:https?|wss?):/.test(request.url())) {
        requested.push(request.url());
      }
    });
    await page.goto(address);
    return page;
  }

  /** Closes the windows; after a failed test first keeps what they show and what they and the server said. */
  async endTest(test: Mocha.Test | undefined): Promise<void> {
    if (test?.state === 'failed') {
      const folder = resolve(
        'test-results',
        test
          .fullTitle()
          .replace(/[^a-z0-9]+/gi, '-')
          .slice(0, 100),
      );
      await mkdir(folder, { recursive: true });
      for (const [index, window] of this.#windows.entries()) {
        await window.page.screenshot({ path: join(folder, `window-${index + 1}.png`) });
        await writeFile(join(folder, `console-${index + 1}.txt`), window.consoleLines.join('\n'));
      }
      await writeFile(join(folder, 'host.txt'), this.server.output());
      await cp(join(this.home.dataFolder, 'data', 'logs'), join(folder, 'logs'), { recursive: true });
      console.log(`    what it looked like: ${folder}`);
    }
    if (test?.state === 'failed') {
      this.#shared = undefined;
    }
    const shared = this.#shared?.window;
    await Promise.all(this.#windows.filter(window => window !== shared).map(window => window.close()));
    this.#windows = shared ? [shared] : [];
  }
}

/** Declares a suite that has a stage of its own. */
export function describeOnStage(title: string, options: StageOptions, tests: (stage: Stage) => void): void {
  describe(title, function () {
    this.timeout(120_000);
    // A browser and a whole VS Code share few processors with others: one stalled window is no verdict.
    this.retries(2);
    const stage = new Stage();
    before(() => stage.start(options));
    after(() => stage.stop());
    beforeEach(() => stage.startTest());
    afterEach(function () {
      return stage.endTest(this.currentTest);
    });
    tests(stage);
  });
}

/** Waits until `check` gives something other than `undefined` or false. For conditions outside the page. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited in vain: ${what}`);
    }
    await new Promise(again => setTimeout(again, 50));
  }
}
