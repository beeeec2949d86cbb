import type { Calendar } from '../calendar';
import type { DayRange } from '../filters';

/** What stands for some moments, in a chart and in its table. */
export interface Mark {
  /** Its own within the picture, and the same as long as it stands for the same thing. */
  readonly key: string;
  /** What screen readers and tooltips say: what it is, and how much of it there is. */
  readonly name: string;
  readonly rows: readonly number[];
  /** Stands above its moments instead of its name. */
  readonly heading?: string;
  /** Stands below that: the moments aren't what the mark counts. */
  readonly help?: string;
  /** Stands in the place of its moments where it has none. */
  readonly none?: string;
}

/** A cell of a table; with a mark it leads to moments. */
export interface TableCell {
  readonly text: string;
  readonly mark?: Mark;
}

/** A chart's table. Its first column says what each line is about. */
export interface Table {
  readonly head: readonly string[];
  readonly lines: readonly { readonly label: string; readonly cells: readonly TableCell[] }[];
}

/** A bar with a label above it. */
export interface Bar {
  readonly mark: Mark;
  readonly label: string;
  readonly count: number;
  /** The count as it is written. */
  readonly text: string;
}

/** Somebody, and when they were in a moment last. */
export interface PersonLine {
  readonly mark: Mark;
  readonly name: string;
  /** When that was, in words. */
  readonly ago: string;
  readonly last: number;
}

/** Bars of one kind, one for each month. */
export interface Series {
  readonly label: string;
  readonly bars: readonly {
    readonly mark: Mark;
    readonly month: string;
    readonly count: number;
    readonly text: string;
  }[];
}

/** What is drawn. */
export type Drawing =
  /** `marks` has a place for each cell, an empty one where nothing was. */
  | {
      readonly shape: 'calendar';
      readonly calendar: Calendar;
      readonly marks: readonly (Mark | undefined)[];
    }
  | { readonly shape: 'bars'; readonly bars: readonly Bar[] }
  | {
      readonly shape: 'people';
      readonly range: DayRange;
      readonly people: readonly PersonLine[];
      /** How many there are beside those. */
      readonly hidden: number;
    }
  | { readonly shape: 'months'; readonly series: readonly Series[] };

export const pictureIds = [
  'calendar',
  'kinds',
  'skills',
  'dimensions',
  'followUps',
  'people',
  'reviews',
  'findings',
] as const;
export type PictureId = (typeof pictureIds)[number];

/** A chart with all that is said of it. */
export interface Picture {
  readonly id: PictureId;
  readonly title: string;
  /** What one needs to know to read it. */
  readonly help?: string;
  /** Stands in the place of chart and table where there is nothing to show. */
  readonly empty?: string;
  readonly drawing: Drawing;
  readonly table: Table;
  /** Every mark of chart and table. */
  readonly marks: readonly Mark[];
}
