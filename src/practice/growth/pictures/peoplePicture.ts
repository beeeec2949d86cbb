import { personKey } from '../../../people';
import type { Shown } from '../filters';
import { lastTimes, type Order } from '../lastTimes';
import type { PageWords } from '../pageWords';
import type { Rows } from '../rows';
import type { PersonLine, Picture } from './picture';

/** Whom the moments are with. */
export interface PeopleOptions {
  readonly people: readonly string[];
  readonly order: Order;
  /** So many are drawn; all are in the table. */
  readonly most: number;
  readonly today: number;
}

/** People and when they were helped last, whenever that was: who hasn't been for long is what it is about. */
export function peoplePicture(
  rows: Rows,
  { range, upToEnd }: Shown,
  { people, order, most, today }: PeopleOptions,
  words: PageWords,
): Picture {
  const { strings } = words;
  const lines = lastTimes(rows, people, upToEnd, order, words.compare).map((one): PersonLine => {
    const ago = words.ago(one.last, today);
    const mark = {
      key: personKey(one.name),
      name: words.mark(one.name, `${words.date(one.last)}, ${ago}`),
      heading: words.mark(one.name, words.moments(one.rows.length)),
      rows: one.rows,
    };
    return { mark, name: one.name, ago, last: one.last };
  });
  return {
    id: 'people',
    title: strings.people,
    help: strings.peopleHelp,
    ...(lines.length === 0 ? { empty: strings.noPeople } : {}),
    drawing: {
      shape: 'people',
      range,
      people: lines.slice(0, most),
      hidden: Math.max(0, lines.length - most),
    },
    table: {
      head: [strings.person, strings.last, strings.daysAgo, strings.moments],
      lines: lines.map(({ mark, name, ago, last }) => ({
        label: name,
        cells: [
          { text: words.date(last, 'short') },
          { text: ago },
          { text: words.number(mark.rows.length), mark },
        ],
      })),
    },
    marks: lines.map(({ mark }) => mark),
  };
}
