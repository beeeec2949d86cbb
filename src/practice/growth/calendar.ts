import { firstOfMonth, mondayOf, monthOf, thursdayFrom, thursdayOf } from './dayNumbers';
import type { DayRange } from './filters';
import { groupRows } from './tally';

/** A day or a week of a calendar. */
export interface Cell extends DayRange {
  readonly column: number;
  readonly line: number;
  readonly rows: readonly number[];
  /** How much that is beside the fullest cell: 0 where nothing was, 4 at the most. */
  readonly level: number;
}

/** A line or a column that has a label: a day that lies in it says which. */
export interface Label {
  readonly at: number;
  readonly day: number;
}

/**
 * Moments in the order of their days. With room for it, and for a year at most, weekdays stand below each other
 * and a week is a column; else a cell is a week and a line is a year or, where there is less room, a month.
 */
export interface Calendar {
  readonly lines: 'weekdays' | 'years' | 'months';
  readonly columns: number;
  readonly lineLabels: readonly Label[];
  /** Where a month begins; none where lines are months. */
  readonly columnLabels: readonly Label[];
  readonly cells: readonly Cell[];
}

/** Cells that a line of weeks has in a year, and in a month. */
const weeksOfYear = 53;
const weeksOfMonth = 5;

/** Shades that a cell with moments may have. */
const levels = 4;

/** With more lines than that those without moments are left out: one moment may be of another century. */
const mostEmptyLines = 120;

/** `rows` in a calendar of that range which is at most `room` columns wide, if that is enough for a month. */
export function calendarOf(
  days: readonly number[],
  rows: readonly number[],
  range: DayRange,
  room: number,
): Calendar {
  const weeks = (mondayOf(range.to) - mondayOf(range.from)) / 7 + 1;
  return weeks <= Math.min(room, weeksOfYear + 1)
    ? calendarOfDays(days, rows, range, weeks)
    : calendarOfWeeks(days, rows, range, room >= weeksOfYear ? 'years' : 'months');
}

function calendarOfDays(
  days: readonly number[],
  rows: readonly number[],
  range: DayRange,
  columns: number,
): Calendar {
  const byDay = groupRows(rows, row => days[row] ?? 0);
  const first = mondayOf(range.from);
  const dayNumbers = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
  return {
    lines: 'weekdays',
    columns,
    lineLabels: Array.from({ length: 7 }, (_, at) => ({ at, day: first + at })),
    columnLabels: dayNumbers
      .filter(day => day === range.from || firstOfItsMonth(day) === day)
      .map(day => ({ at: Math.floor((day - first) / 7), day })),
    cells: withLevels(
      dayNumbers.map(day => ({
        from: day,
        to: day,
        column: Math.floor((day - first) / 7),
        line: (day - first) % 7,
        rows: byDay.get(day) ?? [],
      })),
    ),
  };
}

function calendarOfWeeks(
  days: readonly number[],
  rows: readonly number[],
  range: DayRange,
  lines: 'years' | 'months',
): Calendar {
  const byWeek = groupRows(rows, row => thursdayOf(days[row] ?? 0));
  // Lines count as months do: so many after the beginning of the calendar.
  const length = lines === 'years' ? 12 : 1;
  const lineOf = (thursday: number) => {
    const { year, month } = monthOf(thursday);
    return Math.floor((year * 12 + month) / length);
  };
  const [first, last] = [lineOf(thursdayOf(range.from)), lineOf(thursdayOf(range.to))];
  const shown =
    last - first < mostEmptyLines
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : [...new Set([...byWeek.keys()].map(lineOf))].sort((a, b) => a - b);
  const begins = (line: number) => firstOfMonth(0, line * length);
  return {
    lines,
    columns: lines === 'years' ? weeksOfYear : weeksOfMonth,
    lineLabels: shown.map((line, at) => ({ at, day: begins(line) })),
    columnLabels: lines === 'years' ? monthLabels(shown[0] ?? 0) : [],
    cells: withLevels(
      shown.flatMap((line, at) =>
        weeksBetween(begins(line), begins(line + 1), range).map(({ thursday, column }) => ({
          from: thursday - 3,
          to: thursday + 3,
          column,
          line: at,
          rows: byWeek.get(thursday) ?? [],
        })),
      ),
    ),
  };
}

/** Weeks whose Thursday is in a line and that have a day in `range`, with their places in the line. */
function weeksBetween(from: number, before: number, range: DayRange): { thursday: number; column: number }[] {
  const first = thursdayFrom(from);
  const count = Math.ceil((before - first) / 7);
  return Array.from({ length: count }, (_, column) => ({ thursday: first + 7 * column, column })).filter(
    ({ thursday }) => thursday >= thursdayOf(range.from) && thursday <= thursdayOf(range.to),
  );
}

function monthLabels(year: number): Label[] {
  const first = thursdayFrom(firstOfMonth(year, 0));
  return Array.from({ length: 12 }, (_, month) => {
    const day = firstOfMonth(year, month);
    return { at: Math.max(0, (thursdayFrom(day) - first) / 7), day };
  });
}

function firstOfItsMonth(day: number): number {
  const { year, month } = monthOf(day);
  return firstOfMonth(year, month);
}

function withLevels(cells: readonly Omit<Cell, 'level'>[]): Cell[] {
  // Of few each is a step, so that one moment doesn't look like the most there could be.
  const most = cells.reduce((max, { rows }) => Math.max(max, rows.length), levels);
  return cells.map(cell => ({ ...cell, level: Math.ceil((levels * cell.rows.length) / most) }));
}
