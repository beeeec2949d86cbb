import { createPageRenderer } from '../pageHtml';
import type { Section } from '../section';
import { sanitise } from './sanitise';

/** A heading of a section, for the list "On this page" and for links. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** A section's text, drawn: an element of its own, so that drawing the page around it again leaves it alone. */
export interface Body {
  readonly element: HTMLElement;
  readonly headings: readonly Heading[];
}

/** Draws the texts of sections. `figures` are the guide's own, SVG by name. */
export class Bodies {
  /** By text: a section of a guide that has come anew, unchanged, keeps its place on the screen. */
  readonly #drawn = new Map<string, Body>();
  readonly #render: (markdown: string) => string;

  /** `ready` are texts whose HTML has been made already: the first paint doesn't wait for it then. */
  constructor(
    private readonly figures: Readonly<Record<string, string>>,
    private readonly ready: ReadonlyMap<string, string>,
  ) {
    this.#render = createPageRenderer(new Set(Object.keys(figures)));
  }

  of(section: Section): Body {
    const key = `${section.origin} ${section.markdown}`;
    const known = this.#drawn.get(key);
    if (known) {
      return known;
    }
    const element = document.createElement('div');
    element.className = 'text';
    if (section.origin === 'belay') {
      element.lang = 'en';
    }
    if (section.origin === 'untrusted') {
      element.classList.add('plain');
      element.textContent = section.markdown;
    } else {
      element.append(sanitise(this.ready.get(section.markdown) ?? this.#render(section.markdown)));
      for (const place of element.querySelectorAll<HTMLElement>('.figure')) {
        this.#fill(place);
      }
    }
    const headings = [...element.querySelectorAll('h2[id]')].map(({ id, textContent }) => ({
      id,
      text: textContent ?? '',
    }));
    const body = { element, headings };
    this.#drawn.set(key, body);
    return body;
  }

  /** Puts the picture in: after sanitising, since it is the guide's own and needs tags that no author gets. */
  #fill(place: HTMLElement): void {
    const name = place.dataset['figure'] ?? '';
    const svg = Object.hasOwn(this.figures, name) ? this.figures[name] : undefined;
    if (svg !== undefined) {
      const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      // The text alternative is on the element around it.
      picture.removeAttribute('role');
      picture.removeAttribute('aria-label');
      picture.setAttribute('aria-hidden', 'true');
      place.replaceChildren(document.importNode(picture, true));
    }
  }
}
