/** What the path of a comment box tells about it; VS Code documents none of it. */
export type BoxKind =
  /** Of a thread that had no comment yet. */
  | { readonly of: 'new' }
  /** The reply box of a thread; its number grows with each thread that any extension makes. */
  | { readonly of: 'reply'; readonly thread: number }
  | { readonly of: 'edit' };

/** What kind of box of the controller `id` this is; `undefined` where it is none. The path of a box to edit in names no controller. */
export function boxKind(id: string, authority: string, path: string): BoxKind | undefined {
  const name = /\/commentinput-([^/?]+?)\.md/.exec(path)?.[1];
  if (name === undefined) {
    return undefined;
  }
  if (authority === '') {
    return /^\d+-\d+$/.test(name) ? { of: 'edit' } : undefined;
  }
  if (authority !== id) {
    return undefined;
  }
  const thread = name.includes(`-${id}.`) ? /\.(\d+)$/.exec(name)?.[1] : undefined;
  return thread === undefined ? { of: 'new' } : { of: 'reply', thread: Number(thread) };
}

/** A thread, and the number that its reply box has where that is known. */
export interface Numbered<T> {
  readonly thread: T;
  readonly isExpanded: boolean;
  readonly number: number | undefined;
}

/**
 * Which threads the reply boxes with these numbers belong to. VS Code doesn't say; but it numbers threads in the
 * order in which they were made, which is that of `threads`, and opens a box for an expanded one only. Boxes that
 * could belong to several threads are left out.
 */
export function matchBoxes<T>(
  numbers: readonly number[],
  threads: readonly Numbered<T>[],
): ReadonlyMap<number, T> {
  const matched = new Map<number, T>();
  const known = new Set(threads.map(({ number }) => number));
  const open = [...numbers].filter(number => !known.has(number)).sort((a, b) => a - b);
  // Known numbers divide the threads into stretches, each of which has the numbers between its ends.
  let low = Number.NEGATIVE_INFINITY;
  let stretch: T[] = [];
  const close = (high: number) => {
    const here = open.filter(number => number > low && number < high);
    if (here.length === stretch.length) {
      for (const [index, number] of here.entries()) {
        matched.set(number, stretch[index] as T);
      }
    }
    stretch = [];
    low = high;
  };
  for (const { thread, isExpanded, number } of threads) {
    if (number !== undefined) {
      close(number);
    } else if (isExpanded) {
      stretch.push(thread);
    }
  }
  close(Number.POSITIVE_INFINITY);
  return matched;
}
