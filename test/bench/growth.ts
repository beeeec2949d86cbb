import { performance } from 'node:perf_hooks';
import type { Browser } from 'playwright-core';
import type { Data } from '../../src/practice/growth/protocol';
import { growthData, growthHtml, webviewLike } from './growthPage';
import { realisticMoments } from './moments';

/** How many moments a long journal has, and a short one. */
export const [many, few] = [10_000, 100];
const openings = 15;
/** How often each filter is chosen. */
const rounds = 6;

/** Milliseconds. */
export interface GrowthTimes {
  /** From the moments in the extension to the painted charts, the page being loaded as it is each time. */
  readonly many: number[];
  readonly few: number[];
  /** From choosing a filter to the frame after its charts having been drawn, among many. */
  readonly repaint: number[];
}

/** Opens the built page of the growth tab on long and short journals in turn, and chooses filters in it. */
export async function measureGrowth(browser: Browser): Promise<GrowthTimes> {
  const html = await growthHtml();
  const journals = { many: latestFirst(many), few: latestFirst(few) };
  const times: GrowthTimes = { many: [], few: [], repaint: [] };
  const open = async (which: 'many' | 'few') => {
    const page = await webviewLike(browser);
    const moments = journals[which];
    const begun = performance.now();
    const data = growthData(moments, (moments[0]?.when ?? '').slice(0, 10));
    const packed = performance.now() - begun;
    const painted = await page.evaluate(loadAndPaint, { html, data });
    times[which].push(packed + painted);
    return page;
  };
  for (let run = 0; run < openings; run += 1) {
    for (const which of run % 2 === 0 ? (['many', 'few'] as const) : (['few', 'many'] as const)) {
      await (await open(which)).close();
    }
  }
  const page = await open('many');
  times.many.pop();
  times.repaint.push(...(await page.evaluate(chooseFilters, rounds)));
  await page.close();
  return times;
}

function latestFirst(count: number) {
  return realisticMoments(count).reverse();
}

/** Runs in the page: writes the document, sends the data, and gives how long it took until the charts were painted. */
async function loadAndPaint({ html, data }: { html: string; data: Data }): Promise<number> {
  const begun = performance.now();
  document.open();
  document.write(html);
  document.close();
  window.postMessage(data, '*');
  await new Promise<void>(done => {
    const look = () => {
      if (document.querySelectorAll('.chart .mark').length > 0) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(undefined);
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
  return performance.now() - begun;
}

/** Runs in the page. */
async function chooseFilters(times: number): Promise<number[]> {
  const selects = [...document.querySelectorAll('select')].slice(0, 3);
  const afterPaint = () =>
    new Promise<void>(done => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(undefined);
      });
    });
  const measured: number[] = [];
  for (let round = 0; round < times; round += 1) {
    for (const select of selects) {
      for (const { value } of [...select.options].filter(option => option.value !== 'between').slice(0, 5)) {
        await new Promise(next => setTimeout(next, 20 + Math.random() * 16));
        const begun = performance.now();
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await afterPaint();
        measured.push(performance.now() - begun);
      }
    }
  }
  return measured;
}
