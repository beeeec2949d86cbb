import { fill } from '../../../platform/fill';
import { calendarOf } from '../calendar';
import { mondayOf } from '../dayNumbers';
import type { Shown } from '../filters';
import type { PageWords } from '../pageWords';
import type { Rows } from '../rows';
import { groupRows } from '../tally';
import type { Mark, Picture } from './picture';

/** Moments by week: a calendar at most `room` columns wide; its table has the weeks with moments. */
export function calendarPicture(rows: Rows, shown: Shown, room: number, words: PageWords): Picture {
  const { strings } = words;
  const calendar = calendarOf(rows.days, shown.rows, shown.range, room);
  const ofDays = calendar.lines === 'weekdays';
  const marks = calendar.cells.map(cell =>
    cell.rows.length === 0
      ? undefined
      : ofDays
        ? markOf('day', cell.from, words.date(cell.from), cell.rows, words)
        : weekMark(cell.from, cell.rows, words),
  );
  const weeks = weeksOf(rows.days, shown.rows).map(([monday, list]) => weekMark(monday, list, words));
  return {
    id: 'calendar',
    title: strings.calendar,
    drawing: { shape: 'calendar', calendar, marks },
    table: {
      head: [strings.week, strings.moments],
      lines: weeks.map(mark => ({
        label: mark.label,
        cells: [{ text: words.number(mark.rows.length), mark }],
      })),
    },
    marks: [...marks.filter(mark => mark !== undefined), ...weeks],
  };
}

/** The weeks with moments, the latest first, by their Mondays. */
function weeksOf(days: readonly number[], shown: readonly number[]): [number, number[]][] {
  return [...groupRows(shown, row => mondayOf(days[row] ?? 0))].sort(([a], [b]) => b - a);
}

function weekMark(monday: number, rows: readonly number[], words: PageWords): Mark & { label: string } {
  return markOf('week', monday, fill(words.strings.weekOf, words.date(monday)), rows, words);
}

function markOf(
  unit: 'day' | 'week',
  day: number,
  label: string,
  rows: readonly number[],
  words: PageWords,
): Mark & { label: string } {
  return { key: `${unit} ${day}`, name: words.mark(label, words.moments(rows.length)), rows, label };
}
