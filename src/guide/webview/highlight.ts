import { matchesIn } from '../search';

const name = 'belay-search';

/** Marks the words of a search in a drawn text, without changing it, and gives the first one's place. */
export function highlight(element: HTMLElement, terms: ReadonlySet<string>): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { from, to } of matchesIn(node.textContent ?? '', terms)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  CSS.highlights.set(name, new Highlight(...ranges));
  return ranges[0];
}

export function clearHighlight(): void {
  CSS.highlights.delete(name);
}
