import { barX, plot, text } from '@observablehq/plot';
import type { Bar, Drawing } from '../../pictures/picture';
import { dressed } from './marks';
import { lettersIn, type Size } from './size';

type BarDrawing = Extract<Drawing, { shape: 'bars' }>;

/** Bars below their labels; the whole line is the button. */
export function drawBars({ bars }: BarDrawing, { width, em }: Size): Element {
  const line = 2.5 * em;
  const labelHeight = 1.45 * em;
  const most = bars.reduce((max, { count }) => Math.max(max, count), 1);
  const marginRight = (1 + String(most).length * 0.75) * em;
  const place = (_bar: Bar, index: number) => index;
  return plot({
    width,
    height: line * bars.length,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 4,
    marginRight,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, domain: bars.map(place), padding: 0 },
    marks: [
      barX(bars, {
        y: place,
        x1: 0,
        x2: most,
        insetLeft: -4,
        insetRight: -marginRight,
        ...dressed(index => ({
          className: 'line',
          mark: bars[index]?.count === 0 ? undefined : bars[index]?.mark,
        })),
      }),
      barX(bars, {
        y: place,
        x1: 0,
        x2: 'count',
        insetTop: labelHeight,
        insetBottom: 0.35 * em,
        ...dressed(() => ({ className: 'bar' })),
      }),
      text(bars, {
        y: place,
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: labelHeight / 2 - line / 2,
        text: 'label',
        lineWidth: lettersIn(width, em),
        textOverflow: 'ellipsis',
      }),
      text(bars, {
        y: place,
        x: 'count',
        textAnchor: 'start',
        dx: 0.4 * em,
        dy: (labelHeight - 0.35 * em) / 2,
        text: 'text',
      }),
    ],
  });
}
