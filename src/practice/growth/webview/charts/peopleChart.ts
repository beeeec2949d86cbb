import { barX, dot, plot, text } from '@observablehq/plot';
import type { PageWords } from '../../pageWords';
import type { Drawing, PersonLine } from '../../pictures/picture';
import { dressed } from './marks';
import { lettersIn, type Size } from './size';

type PeopleDrawing = Extract<Drawing, { shape: 'people' }>;

/** From so many letters on names have room beside their lines instead of above them. */
const wide = 46;

/** A line for everybody, from the last time on: the longer it is, the longer ago that was. */
export function drawPeople({ people, range }: PeopleDrawing, { width, em }: Size, words: PageWords): Element {
  const isWide = width >= wide * em;
  const labelWidth = isWide ? 20 * em : 0;
  const labelHeight = isWide ? 0 : 1.3 * em;
  const line = (isWide ? 1.9 : 1.4) * em + labelHeight;
  const axis = 1.8 * em;
  const edge = 0.6 * em;
  const end = Math.max(range.to, range.from + 1);
  const place = (_person: PersonLine, index: number) => index;
  const begin = (person: PersonLine) => Math.max(person.last, range.from);
  const below = { frameAnchor: 'bottom' as const, dy: 0.4 * em, lineAnchor: 'top' as const };
  const date = (day: number) => words.date(day, 'short');
  return plot({
    width,
    height: line * people.length + axis,
    marginTop: 0,
    marginBottom: axis,
    marginLeft: labelWidth + edge,
    marginRight: edge,
    x: { axis: null, type: 'linear', domain: [range.from, end] },
    y: { axis: null, domain: people.map(place), padding: 0 },
    marks: [
      barX(people, {
        y: place,
        x1: range.from,
        x2: end,
        insetLeft: -labelWidth - edge,
        insetRight: -edge,
        ...dressed(index => ({ className: 'line', mark: people[index]?.mark })),
      }),
      barX(people, {
        y: place,
        x1: begin,
        x2: range.to,
        insetTop: labelHeight + (line - labelHeight) / 2 - 0.2 * em,
        insetBottom: (line - labelHeight) / 2 - 0.2 * em,
        ...dressed(() => ({ className: 'since' })),
      }),
      dot(people, {
        y: place,
        x: begin,
        r: 0.33 * em,
        dy: labelHeight / 2,
        ...dressed(index => ({
          className: (people[index]?.last ?? 0) < range.from ? 'last before' : 'last',
        })),
      }),
      text(people, {
        y: place,
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -labelWidth - edge / 2,
        dy: (labelHeight - line) / 2 + (isWide ? line / 2 : 0.1 * em),
        text: ({ name, ago }: PersonLine) => `${name} · ${ago}`,
        lineWidth: lettersIn(isWide ? labelWidth : width, em),
        textOverflow: 'ellipsis',
      }),
      text([range.from], { ...below, textAnchor: 'start', x: range.from, text: date }),
      text([range.to], { ...below, textAnchor: 'end', x: end, text: date }),
    ],
  });
}
