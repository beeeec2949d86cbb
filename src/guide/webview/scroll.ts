/** How long scrolling must have paused to have stopped, in milliseconds. */
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

  /**
   * `moved` hears at once where the reader has scrolled to, since a page may be hidden at any time and can't
   * say anything then; `rested` hears when scrolling has stopped.
   */
  constructor(
    private readonly moved: (share: number) => void,
    private readonly rested: () => void,
  ) {
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#take()).observe(document.documentElement);
    window.addEventListener('resize', () => this.#take());
  }

  /** Scrolls to `share` as soon as the page can be. */
  goTo(share: number): void {
    clearTimeout(this.#timer);
    this.#held = share;
    this.#rangeWhenTaken = 0;
    this.#take();
  }

  /** Leaves the page to whatever scrolls it next, a heading say. */
  letGo(): void {
    this.#held = undefined;
  }

  /** Takes the held place, if the page's height is another than when it was taken last. */
  #take(): void {
    const { page, range } = scrollable();
    if (this.#held !== undefined && range > 0 && range !== this.#rangeWhenTaken) {
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
    this.moved(Math.min(1, Math.max(0, page.scrollTop / range)));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.rested, restMs);
  }
}
