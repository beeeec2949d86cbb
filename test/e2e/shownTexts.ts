import type { Locator } from 'playwright-core';

/** Below `root`: what is shown or read out, but for what says that it is English whatever the rest is. Runs in a page. */
function collectTexts(root: Element): string[] {
  const isContent = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === 'en';
  const isShown = (element: Element) => element.checkVisibility() && !isContent(element);
  const texts: string[] = [];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!isShown(element) || element.matches('script, style')) {
      continue;
    }
    const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    const attributes = ['aria-label', 'title', 'placeholder', 'aria-roledescription', 'alt'];
    texts.push(
      ...own.map(node => node.textContent ?? ''),
      ...attributes.map(name => element.getAttribute(name) ?? ''),
    );
  }
  return texts.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== '');
}

/** Texts below `root` that have an English word once those that `isKnown` matches are taken away. */
export async function englishTexts(root: Locator, known: RegExp): Promise<string[]> {
  const texts = await root.evaluate(collectTexts);
  return [...new Set(texts)].filter(text => /[a-z]{2}/i.test(text.replace(known, '')));
}

/** Elements below `root` that are wider than the room they have, where nothing lets one scroll there. Runs in a page. */
function collectClipped(root: Element): string[] {
  const parts =
    'button, a, label, h1, h2, h3, h4, legend, summary, p, li, th, td, select, .monaco-button, .title';
  return [...root.querySelectorAll<HTMLElement>(parts)]
    .filter(element => element.checkVisibility() && element.clientWidth > 1 && !element.matches('.sr-only'))
    .filter(element => element.scrollWidth > element.clientWidth + 1)
    .filter(element => !['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
    .map(
      ({ outerHTML, scrollWidth, clientWidth }) =>
        `${scrollWidth} > ${clientWidth}: ${outerHTML.slice(0, 200)}`,
    );
}

/** What of `root` is clipped, itself included. */
export async function clippedTexts(root: Locator): Promise<string[]> {
  const isWider = await root.evaluate(element => element.scrollWidth > element.clientWidth + 1);
  return [...(isWider ? ['the whole is wider than its room'] : []), ...(await root.evaluate(collectClipped))];
}
