/** How long the page must be quiet before a screen reader is told something, in milliseconds. */
const restMs = 500;

/** Tells screen readers what changed without their reader having gone there. */
export class Announcer {
  readonly element = document.createElement('p');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.className = 'sr-only';
    this.element.setAttribute('role', 'status');
  }

  /** Says `text` soon, unless something else is to be said before that. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.element.textContent = text;
    }, restMs);
  }
}
