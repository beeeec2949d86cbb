import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import { type InitialData, type Strings, stringKeys, type ToPage } from '../../src/guide/protocol';
import { BuiltInSchema, type Guide } from '../../src/guide/section';
import { renderPage } from '../../src/platform/webviewPage';

const queries = ['delegation', 'difficult feedback', 'missed deadline', 'staff engineer', 'retrospective'];

/** Painting after a key, in milliseconds. */
export interface SearchTimes {
  /** From the key to the layout being done: what the page computes. */
  readonly work: number[];
  /** From the key to the frame after its results having been drawn, the wait for the frame included. */
  readonly painted: number[];
}

/** The guide `times` times over, each copy with ids of its own. */
function repeated(guide: Guide, times: number): Guide {
  return Array.from({ length: times }, (_, copy) =>
    guide.map(section => ({ ...section, id: `${section.id}-${copy}` })),
  ).flat() as Guide;
}

/** Types queries into the built page with a guide `times` as long as today's, a key at a time. */
export async function measureSearch(browser: Browser, times: number): Promise<SearchTimes> {
  const read = (name: string) => readFile(resolve('out', 'pages', name), 'utf8');
  const { pages, figures } = v.parse(BuiltInSchema, JSON.parse(await read('guide.json')));
  const guide = repeated(
    pages.map(page => page.section),
    times,
  );
  const [section] = guide;
  if (!section) {
    throw new Error('The guide is empty');
  }
  const data: InitialData = {
    section,
    place: { id: section.id, scroll: 0 },
    reader: { progress: {}, bookmarks: [] },
    surface: 'view',
    figures,
    strings: Object.fromEntries(stringKeys.map(key => [key, key])) as Strings,
  };
  const page = await browser.newPage({ viewport: { width: 340, height: 800 } });
  try {
    await page.evaluate(() => {
      const api = { postMessage: () => undefined, getState: () => undefined, setState: () => undefined };
      Object.assign(globalThis, { acquireVsCodeApi: () => api });
    });
    const html = renderPage({
      language: 'en',
      title: 'Guide',
      script: await read('guide.js'),
      style: await read('guide.css'),
      data,
    });
    await page.setContent(html);
    const message: ToPage = { type: 'guide', guide };
    await page.evaluate(sent => window.postMessage(sent, '*'), message);
    await page.locator('a[rel=next]').waitFor();
    return await page.evaluate(typeQueries, queries);
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function typeQueries(texts: readonly string[]): Promise<SearchTimes> {
  const input = document.querySelector<HTMLInputElement>('#search');
  if (!input) {
    throw new Error('There is no search box');
  }
  const afterPaint = () =>
    new Promise<void>(done => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(undefined);
      });
    });
  const times = { work: [] as number[], painted: [] as number[] };
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      // Keys come at any point of a frame.
      await new Promise(next => setTimeout(next, 20 + Math.random() * 16));
      const begun = performance.now();
      input.value = text.slice(0, length);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      times.work.push(performance.now() - begun);
      await afterPaint();
      times.painted.push(performance.now() - begun);
    }
    if (document.querySelectorAll('.hits mark').length === 0) {
      throw new Error(`Nothing was found for ${text}`);
    }
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return times;
}
