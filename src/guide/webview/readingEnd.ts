/** How long the end of a text must be in sight for it to have been read, in milliseconds. */
const dwellMs = 3000;

/** Notices that the reader has come to the end of a text and stayed there. */
export class ReadingEnd {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer: IntersectionObserver;

  constructor(reached: () => void) {
    this.#observer = new IntersectionObserver(entries => {
      clearTimeout(this.#timer);
      if (entries.at(-1)?.isIntersecting) {
        this.#timer = setTimeout(reached, dwellMs);
      }
    });
  }

  /** Watches this end and no other. */
  watch(end: Element | null): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    if (end) {
      this.#observer.observe(end);
    }
  }
}
