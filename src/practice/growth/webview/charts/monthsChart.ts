import { barY, plot, ruleY, text } from '@observablehq/plot';
import type { PageWords } from '../../pageWords';
import type { Drawing } from '../../pictures/picture';
import { dressed } from './marks';
import type { Size } from './size';

type MonthsDrawing = Extract<Drawing, { shape: 'months' }>;

/** A month is so wide at most, as parts of the letters' size. */
const widest = 5;

/** Bars by month, a strip for each series: what is told apart needs no colours so. */
export function drawMonths({ series }: MonthsDrawing, size: Size, words: PageWords): Element {
  const { em } = size;
  const bars = series.flatMap(({ bars: list }, strip) => list.map(bar => ({ ...bar, strip })));
  const months = (series[0]?.bars ?? []).map(({ month }) => month);
  const most = bars.reduce((max, { count }) => Math.max(max, count), 1);
  const step = Math.min(widest * em, size.width / months.length);
  const labelHeight = 1.5 * em;
  const axis = 1.8 * em;
  const strips = series.map((_one, strip) => strip);
  const width = Math.min(size.width, Math.max(step * months.length, 12 * em));
  // As many months are named as there is room for.
  const nameWidth = 6.4 * em;
  const every = Math.ceil(nameWidth / step);
  const named = months.filter(
    (_month, index) => index % every === 0 && (index === 0 || index * step + 0.8 * nameWidth < width),
  );
  const position = { x: 'month', fy: 'strip' } as const;
  return plot({
    width,
    height: 5.4 * em * strips.length + axis,
    marginTop: 0,
    marginBottom: axis,
    marginLeft: 1,
    marginRight: 1,
    x: { axis: null, type: 'band', domain: months, padding: 0 },
    y: { axis: null, domain: [0, most], insetTop: labelHeight + 1.2 * em },
    fy: { axis: null, domain: strips, paddingInner: 0.12, paddingOuter: 0 },
    marks: [
      barY(bars, {
        ...position,
        y1: 0,
        y2: most,
        insetTop: -1.2 * em,
        ...dressed(index => ({
          className: 'line',
          mark: bars[index]?.count === 0 ? undefined : bars[index]?.mark,
        })),
      }),
      barY(bars, {
        ...position,
        y1: 0,
        y2: 'count',
        insetLeft: Math.min(3, step / 8),
        insetRight: Math.min(3, step / 8),
        ...dressed(() => ({ className: 'bar' })),
      }),
      ruleY([0], { ...dressed(() => ({ className: 'base' })) }),
      step < 1.8 * em
        ? null
        : text(
            bars.filter(({ count }) => count > 0),
            { ...position, y: 'count', dy: -0.6 * em, text: 'text' },
          ),
      text(
        series.map(({ label }, strip) => ({ label, strip })),
        { fy: 'strip', frameAnchor: 'top-left', textAnchor: 'start', dy: 0.3 * em, text: 'label' },
      ),
      text(named, {
        fy: () => strips.length - 1,
        x: month => month,
        frameAnchor: 'bottom',
        textAnchor: 'start',
        dx: -step / 2,
        dy: 0.4 * em,
        lineAnchor: 'top',
        text: month => words.month(month, 'monthAndYear'),
      }),
    ],
  });
}
