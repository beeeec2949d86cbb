import type { Browser } from 'playwright-core';
import { pageAddress } from '../workbench/address';
import { createHome } from '../workbench/home';
import type { Installation } from '../workbench/install';
import { startServer } from '../workbench/server';
import { installExtension } from '../workbench/vsix';
import { Workbench } from '../workbench/workbench';
import { installEmptyExtension, inTurn, type Pair } from './pair';

/**
 * Milliseconds from the Enter that asks for a view to the first paint with content in it, which is its title
 * or more. The page's own clock says when that was: looking from outside finds it late, by up to half a second.
 */
async function measurePaint(window: Workbench, command: string, extensionId: string): Promise<number> {
  const page = window.page;
  await window.press('F1');
  await window.quickInput.locator('input[type=text]').fill(`>${command}`);
  await window.quickInput.locator('.monaco-list-row.focused', { hasText: command }).waitFor();
  const begun = Date.now();
  await window.press('Enter');
  const title = page
    .frameLocator(`iframe.webview[src*="extensionId=${extensionId}&"]`)
    .frameLocator('iframe#active-frame')
    .locator('h1');
  const painted = await title.evaluate(
    () =>
      new Promise<number>(found => {
        const look = () => {
          const [first] = performance.getEntriesByName('first-contentful-paint');
          if (first) {
            found(performance.timeOrigin + first.startTime);
          } else {
            requestAnimationFrame(look);
          }
        };
        look();
      }),
  );
  return painted - begun;
}

/** First paints of both views. Belay has been activated with the window by then, the empty extension is by its view. */
export interface Paints {
  /** As the first webview of a new window. */
  readonly first: Pair[];
  /** In a window where the other one has been opened before, so that VS Code's own part is warm. */
  readonly second: Pair[];
}

/** Opens both views in two new windows for each run, the other one first in each. */
export async function measurePaints(
  vscode: Installation,
  browser: Browser,
  vsix: string,
  runs: number,
): Promise<Paints> {
  const home = await createHome('bench');
  await installEmptyExtension(home);
  await installExtension(vscode, vsix, home.dataFolder, home.extensionsFolder);
  const server = await startServer(vscode, home);
  const paints: Paints = { first: [], second: [] };
  const belay = (window: Workbench) => measurePaint(window, 'Belay: Focus on Guide View', 'belay.belay');
  const empty = (window: Workbench) =>
    measurePaint(window, 'Empty: Focus on Nothing View', 'belay.belay-bench-empty');
  const inNewWindow = async (...views: (typeof belay)[]) => {
    const window = await Workbench.create(browser);
    try {
      await window.open(pageAddress(server, { folder: (await home.createWorkspace()).folder }));
      const times: number[] = [];
      for (const measure of views) {
        times.push(await measure(window));
      }
      return times as [number, number];
    } finally {
      await window.close();
    }
  };
  try {
    for (let run = 0; run < runs; run += 1) {
      await inTurn(
        run,
        () => inNewWindow(belay, empty),
        () => inNewWindow(empty, belay),
      ).then(({ belay: [belayFirst, emptySecond], empty: [emptyFirst, belaySecond] }) => {
        paints.first.push({ belay: belayFirst, empty: emptyFirst });
        paints.second.push({ belay: belaySecond, empty: emptySecond });
      });
    }
  } finally {
    await server.stop();
    await home.remove();
  }
  return paints;
}
