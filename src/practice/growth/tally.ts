/** `rows` by what `column` says of each: a list for every number below `size`, and one at the end for those without. */
export function tally(column: readonly number[], rows: readonly number[], size: number): number[][] {
  const lists: number[][] = Array.from({ length: size + 1 }, () => []);
  for (const row of rows) {
    const value = column[row] ?? -1;
    lists[value < 0 || value >= size ? size : value]?.push(row);
  }
  return lists;
}

/** `rows` by what `keyOf` gives for each, in the order in which keys come up. */
export function groupRows(rows: readonly number[], keyOf: (row: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = groups.get(key);
    if (list) {
      list.push(row);
    } else {
      groups.set(key, [row]);
    }
  }
  return groups;
}
