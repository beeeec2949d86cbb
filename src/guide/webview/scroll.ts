/** How long scrolling must have rested before its place is kept, in milliseconds. */
const restMs = 150;

function scrollable(): { page: Element; range: number } {
  const page = document.scrollingElement ?? document.documentElement;
  return { page, range: page.scrollHeight - page.clientHeight };
}

/** Where the page is scrolled to: 0 at its top, 1 at its end. A share, since a sidebar's width changes its height. */
export function scrollShare(): number {
  const { page, range } = scrollable();
  return range > 0 ? Math.min(1, Math.max(0, page.scrollTop / range)) : 0;
}

/** Scrolls to a share as `scrollShare` gives it. */
export function scrollToShare(share: number): void {
  const { page, range } = scrollable();
  page.scrollTop = share * range;
}

/** Calls `rested` each time the reader has scrolled and stopped, or hides the page before stopping. */
export function watchScroll(rested: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    if (timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
      rested();
    }
  };
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    },
    { passive: true },
  );
  window.addEventListener('pagehide', rest);
}
