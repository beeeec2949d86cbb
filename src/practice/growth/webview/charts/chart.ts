import type { PageWords } from '../../pageWords';
import type { Drawing, Mark, Picture } from '../../pictures/picture';
import { drawBars } from './barChart';
import { drawCalendar } from './calendarChart';
import { drawMonths } from './monthsChart';
import { moveBy } from './moving';
import { drawPeople } from './peopleChart';
import type { Size } from './size';

/**
 * A chart in the page. One of its marks can be reached with Tab, the others from there with arrow keys; Enter,
 * blank or a click choose one.
 */
export class Chart {
  readonly element = document.createElement('div');
  #picture: Picture | undefined;
  #width = 0;
  #marks: Element[] = [];
  #selected: string | undefined;

  constructor(private readonly choose: (mark: Mark) => void) {
    this.element.className = 'chart';
    this.element.addEventListener('click', event => this.#press(event));
    this.element.addEventListener('keydown', event => this.#pressKey(event));
    this.element.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) {
        this.#makeReachable(target);
      }
    });
  }

  /** Draws the picture unless it is there already. The mark that has the focus keeps it. */
  draw(picture: Picture, size: Size, words: PageWords): void {
    if (picture === this.#picture && size.width === this.#width) {
      return;
    }
    this.#picture = picture;
    this.#width = size.width;
    const { activeElement } = document;
    const focused = this.element.contains(activeElement) ? keyOf(activeElement) : undefined;
    const drawn = drawingOf(picture.drawing, size, words);
    // The page's policy lets no style sheet in but the page's own, which says the same.
    drawn.querySelector('style')?.remove();
    drawn.setAttribute('role', 'group');
    drawn.setAttribute('aria-label', picture.title);
    leaveMarksToScreenReaders(drawn);
    this.element.replaceChildren(drawn);
    this.#marks = [...drawn.querySelectorAll('.mark')];
    this.#markSelected();
    const [first] = this.#marks;
    const reachable = this.#marks.find(mark => keyOf(mark) === (focused ?? this.#selected)) ?? first;
    if (reachable) {
      this.#makeReachable(reachable);
    }
    if (focused !== undefined) {
      focus(reachable);
    }
  }

  /** Says which mark's moments are shown. */
  select(key: string | undefined): void {
    if (key !== this.#selected) {
      this.#selected = key;
      this.#markSelected();
    }
  }

  /** Gives the focus to the mark of that key, where it is drawn. */
  focus(key: string): void {
    focus(this.#marks.find(mark => keyOf(mark) === key));
  }

  #markSelected(): void {
    for (const mark of this.#marks) {
      mark.setAttribute('aria-pressed', String(keyOf(mark) === this.#selected));
    }
  }

  #makeReachable(target: Element): void {
    if (this.#marks.includes(target)) {
      for (const mark of this.#marks) {
        mark.setAttribute('tabindex', mark === target ? '0' : '-1');
      }
    }
  }

  #press({ target }: Event): void {
    const key = target instanceof Element ? keyOf(target.closest('.mark')) : undefined;
    const mark = this.#picture?.marks.find(one => one.key === key);
    if (mark) {
      this.choose(mark);
    }
  }

  #pressKey(event: KeyboardEvent): void {
    const { target, key } = event;
    const at = this.#marks.indexOf(target as Element);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      this.#press(event);
      return;
    }
    const points = this.#marks.map(mark => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const next = moveBy(key, points, at);
    if (next !== undefined) {
      event.preventDefault();
      focus(this.#marks[next]);
    }
  }
}

function drawingOf(drawing: Drawing, size: Size, words: PageWords): Element {
  switch (drawing.shape) {
    case 'calendar':
      return drawCalendar(drawing, size, words);
    case 'bars':
      return drawBars(drawing, size);
    case 'people':
      return drawPeople(drawing, size, words);
    case 'months':
      return drawMonths(drawing, size, words);
  }
}

/** Marks say all that there is to be said. Plot calls its groups "bar" and "text". */
function leaveMarksToScreenReaders(drawn: Element): void {
  for (const group of drawn.querySelectorAll('g[aria-label]')) {
    group.removeAttribute('aria-label');
    if (!group.querySelector('.mark')) {
      group.setAttribute('aria-hidden', 'true');
    }
  }
}

function keyOf(element: Element | null): string | undefined {
  return element?.getAttribute('data-key') ?? undefined;
}

function focus(element: Element | undefined): void {
  if (element instanceof SVGElement) {
    element.focus();
  }
}
