import type { RenderFunction } from '@observablehq/plot';
import type { Mark } from '../../pictures/picture';

/** What an element of a chart is. */
export interface Dressing {
  /** Makes a button of it, which stands for moments. */
  readonly mark?: Mark | undefined;
  /** Colours come from the style sheet, by class. */
  readonly className?: string;
}

/**
 * For the options of one of Plot's marks: dresses each element that it draws, by the place of its datum. Plot
 * draws them in the order of its index.
 */
export function dressed(dress: (datum: number) => Dressing): { readonly render: RenderFunction } {
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      for (const [place, element] of [...(group?.children ?? [])].entries()) {
        const { mark, className } = dress(index[place] ?? -1);
        if (className !== undefined) {
          element.classList.add(...className.split(' '));
        }
        if (mark) {
          makeButton(element, mark);
        }
      }
      return group;
    },
  };
}

function makeButton(element: Element, { key, name }: Mark): void {
  element.classList.add('mark');
  element.setAttribute('role', 'button');
  element.setAttribute('tabindex', '-1');
  element.setAttribute('aria-pressed', 'false');
  element.setAttribute('aria-label', name);
  element.setAttribute('data-key', key);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = name;
  element.append(title);
}
