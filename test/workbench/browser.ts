import { existsSync } from 'node:fs';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Browsers that distributions install; `CHROME_PATH` goes before them. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is; the one of the npm package is unpacked there first. */
export async function executablePath(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) {
      throw new Error(`CHROME_PATH names ${named}, which isn’t there`);
    }
    return named;
  }
  return installed.find(existsSync) ?? chromiumPackage.executablePath();
}

/** Starts a headless Chromium: the machine's, or the one inside the npm package. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executablePath(),
    args: [
      // Chromium refuses its sandbox to root, and containers seldom allow it; only loopback pages are opened.
      '--no-sandbox',
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    ],
  });
}
