import { cell, plot, text } from '@observablehq/plot';
import type { Label } from '../../calendar';
import type { PageWords } from '../../pageWords';
import type { Drawing } from '../../pictures/picture';
import { dressed } from './marks';
import type { Size } from './size';

type CalendarDrawing = Extract<Drawing, { shape: 'calendar' }>;

/** A cell is so wide at least and at most, in pixels. */
const narrowest = 11;
const widest = 24;

/** So wide are a line's labels, as parts of the letters' size. */
const labelWidth = { weekdays: 2.8, years: 3, months: 5.4 } as const;

/** How many columns fit; a calendar of days or of years' weeks needs the room of the wider of their labels. */
export function calendarRoom({ width, em }: Size): number {
  return Math.floor((width - labelWidth.years * em) / narrowest);
}

/** A calendar: the fuller a cell, the stronger its colour. */
export function drawCalendar({ calendar, marks }: CalendarDrawing, size: Size, words: PageWords): Element {
  const { em } = size;
  const marginLeft = labelWidth[calendar.lines] * em;
  const marginTop = calendar.columnLabels.length > 0 ? 1.6 * em : 2;
  const step = Math.min(widest, (size.width - marginLeft) / calendar.columns);
  const lines = calendar.lineLabels.length;
  const columnLabels = apart(calendar.columnLabels, (2.6 * em) / step);
  return plot({
    width: marginLeft + step * calendar.columns,
    height: marginTop + step * lines + 2,
    marginLeft,
    marginTop,
    marginRight: 0,
    marginBottom: 2,
    x: { axis: null, domain: places(calendar.columns), padding: 0 },
    y: { axis: null, domain: places(lines), padding: 0 },
    marks: [
      text(columnLabels, {
        x: 'at',
        frameAnchor: 'top-left',
        dx: -step / 2,
        dy: -0.4 * em,
        lineAnchor: 'bottom',
        textAnchor: 'start',
        text: ({ day }: Label) => words.date(day, 'shortMonth'),
      }),
      text(
        calendar.lineLabels.filter(({ at }) => calendar.lines !== 'weekdays' || at % 2 === 0),
        {
          y: 'at',
          frameAnchor: 'left',
          dx: -0.5 * em,
          textAnchor: 'end',
          text: ({ day }: Label) => words.date(day, labelForms[calendar.lines]),
        },
      ),
      cell(calendar.cells, {
        x: 'column',
        y: 'line',
        inset: step > 16 ? 1.5 : 1,
        rx: 2,
        ...dressed(place => ({
          mark: marks[place],
          className: `cell level-${calendar.cells[place]?.level ?? 0}`,
        })),
      }),
    ],
  });
}

const labelForms = { weekdays: 'weekday', years: 'year', months: 'monthAndYear' } as const;

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Labels that don't run into the next. */
function apart(labels: readonly Label[], distance: number): Label[] {
  return labels.filter(
    ({ at }, index) => (labels[index + 1]?.at ?? Number.POSITIVE_INFINITY) - at >= distance,
  );
}
