import type { Rows } from './rows';

/** How people are sorted: by name, or who hasn't been helped for longest first. Never by how often. */
export const orders = ['name', 'longest'] as const;
export type Order = (typeof orders)[number];

/** When somebody was in a moment last, and all that they are in. */
export interface LastTime {
  readonly name: string;
  readonly last: number;
  readonly rows: readonly number[];
}

/** Everybody in `shown` with the last time, sorted. */
export function lastTimes(
  rows: Rows,
  people: readonly string[],
  shown: readonly number[],
  order: Order,
  compare: (one: string, other: string) => number,
): LastTime[] {
  const lists: number[][] = people.map(() => []);
  for (const row of shown) {
    for (const person of rows.who[row] ?? []) {
      lists[person]?.push(row);
    }
  }
  return lists
    .flatMap((list, person) => {
      const last = list.reduce((max, row) => Math.max(max, rows.days[row] ?? max), Number.NEGATIVE_INFINITY);
      return list.length > 0 ? [{ name: people[person] ?? '', last, rows: list }] : [];
    })
    .sort((a, b) => (order === 'longest' ? a.last - b.last : 0) || compare(a.name, b.name));
}
