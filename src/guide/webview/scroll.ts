/** How long scrolling must have rested before its place is kept, in milliseconds. */
const restMs = 150;

/** How far from where it was put a page may stand and not have been scrolled by its reader, in pixels. */
const slack = 2;

function scrollable(): { page: Element; range: number } {
  const page = document.scrollingElement ?? document.documentElement;
  return { page, range: page.scrollHeight - page.clientHeight };
}

/**
 * Where a page is scrolled to, as a share: 0 at its top, 1 at its end; a side bar's width changes its
 * height. A page that is being loaded has no height yet, so a place is held until it can be taken, and
 * until the reader scrolls away from it.
 */
export class ScrollPlace {
  #held: number | undefined;
  #rangeWhenTaken = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `rested` hears where the reader has scrolled to, once scrolling stops or the page is hidden. */
  constructor(private readonly rested: (share: number) => void) {
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    window.addEventListener('pagehide', () => this.#rest());
    new ResizeObserver(() => this.#take()).observe(document.documentElement);
    window.addEventListener('resize', () => this.#take());
  }

  /** Scrolls to `share` as soon as the page can be. */
  goTo(share: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = share;
    this.#take();
  }

  #take(): void {
    const { page, range } = scrollable();
    if (this.#held !== undefined && range > 0) {
      this.#rangeWhenTaken = range;
      page.scrollTop = this.#held * range;
    }
  }

  #scrolled(): void {
    const { page, range } = scrollable();
    if (range <= 0) {
      return;
    }
    if (this.#held !== undefined) {
      if (range !== this.#rangeWhenTaken) {
        // The layout moved the page, not its reader.
        this.#take();
        return;
      }
      if (Math.abs(page.scrollTop - this.#held * range) <= slack) {
        return;
      }
      this.#held = undefined;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), restMs);
  }

  #rest(): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const { page, range } = scrollable();
      if (range > 0) {
        this.rested(Math.min(1, Math.max(0, page.scrollTop / range)));
      }
    }
  }
}
