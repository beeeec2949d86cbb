import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { renderPage } from '../../src/platform/webviewPage';
import { type Data, type InitialData, type Strings, stringKeys } from '../../src/practice/growth/protocol';
import { packMoments } from '../../src/practice/growth/rows';
import type { PracticeMoment } from '../../src/practice/moment';
import { dimensions, kinds, skills } from '../../src/vocabulary';

/** What the extension sends for these moments. */
export function growthData(moments: readonly PracticeMoment[], today: string): Data {
  const { rows, people, workspaces } = packMoments(moments, [], today);
  const data = {
    type: 'data' as const,
    revision: 1,
    scope: 'here' as const,
    mix: {},
    today,
    isPartial: false,
  };
  return { ...data, rows, people: [...people], workspaces: [...workspaces] };
}

/** The built page of the growth tab as HTML. */
export async function growthHtml(): Promise<string> {
  const read = (name: string) => readFile(resolve('dist', name), 'utf8');
  const data: InitialData = {
    strings: Object.fromEntries(stringKeys.map(key => [key, key])) as Strings,
    kinds: [...kinds],
    skills: [...skills],
    dimensions: [...dimensions],
    language: 'en',
  };
  return renderPage({
    language: 'en',
    title: 'Growth',
    script: await read('growth.js'),
    style: await read('growth.css'),
    data,
  });
}

/** A page that believes itself in VS Code, in which `html` may be loaded. */
export async function webviewLike(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.evaluate(() => {
    const api = { postMessage: () => undefined, getState: () => undefined, setState: () => undefined };
    Object.assign(globalThis, { acquireVsCodeApi: () => api });
  });
  return page;
}
