import { parseReference } from '../link';
import type { Destination, Surface } from '../protocol';
import { destinationOf } from './keys';

/** What the reader does to the page as a whole, for the page to follow. */
export interface Gestures {
  go(to: Destination): void;
  open(id: string, heading?: string): void;
  /** Somebody is about to type into the search box. */
  willSearch(): void;
  /** The page may be hidden, or comes back. */
  visibilityChanged(): void;
}

/** Hears keys, links of the guide's texts and where the focus goes, for as long as the page is there. */
export function hearGestures(root: HTMLElement, surface: Surface, gestures: Gestures): void {
  root.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="guide:"]') : null;
    const target = parseReference(link?.getAttribute('href') ?? '');
    if (target) {
      event.preventDefault();
      gestures.open(target.id, target.heading);
    }
  });
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement && target.id === 'search') {
      gestures.willSearch();
    }
  });
  document.addEventListener('keydown', event => {
    const to = destinationOf(event, surface, navigator.platform.startsWith('Mac'));
    if (to) {
      event.preventDefault();
      // VS Code hears keys at the window, and would do what they mean in an editor as well.
      event.stopPropagation();
      gestures.go(to);
    }
  });
  document.addEventListener('visibilitychange', () => gestures.visibilityChanged());
}
