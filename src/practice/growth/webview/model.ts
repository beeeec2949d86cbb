import type { Filters, Shown } from '../filters';
import type { Order } from '../lastTimes';
import type { PageWords } from '../pageWords';
import type { Mark, Picture, PictureId } from '../pictures/picture';
import type { Data, Scope } from '../protocol';
import type { State } from './memory';

/** What the page shows; its parts are drawn from this alone. */
export interface Model {
  readonly words: PageWords;
  readonly state: State;
  /** Missing until moments have come. */
  readonly content: Content | undefined;
  /** Other moments than those shown are on their way. */
  readonly isReading: boolean;
  /** Why nothing has come. */
  readonly failure: string | undefined;
  /** Where a chart is drawn. */
  chartOf(id: PictureId): Element;
  /** The first line of a moment, once it has come. */
  textOf(row: number): string | undefined;
}

/** What there is to show. */
export interface Content {
  readonly data: Data;
  readonly shown: Shown;
  readonly pictures: readonly Picture[];
}

/** What the page's parts call when somebody does something. */
export interface Actions {
  filter(change: Partial<Filters>): void;
  readScope(scope: Scope): void;
  tryAgain(): void;
  sortPeople(order: Order): void;
  showAllPeople(): void;
  showTable(id: PictureId, on: boolean): void;
  /** Shows a mark's moments, or puts them away where they are shown. */
  select(id: PictureId, mark: Mark): void;
  /** Puts the moments away; the focus goes back to their mark. */
  close(): void;
  showMore(): void;
  open(row: number): void;
  logMoment(): void;
  writeReport(): void;
}
