import * as v from 'valibot';
import { type View, ViewSchema } from '../protocol';

/** The views that the reader came through, as in a browser: the last of `past` is one step back. */
export const HistorySchema = v.object({
  past: v.array(ViewSchema),
  now: ViewSchema,
  future: v.array(ViewSchema),
});
export type History = v.InferOutput<typeof HistorySchema>;

/** Steps back that are kept. */
const longest = 50;

/** Goes to `view`. Typing on in a search, or choosing another filter, is no step of its own. */
export function visit(history: History, view: View): History {
  const { past, now } = history;
  if (isSamePlace(now, view)) {
    return { ...history, now: view };
  }
  return { past: [...past, now].slice(-longest), now: view, future: [] };
}

/** One step back; the same history where there is none. */
export function back(history: History): History {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

/** One step forward again; the same history where there is none. */
export function forward(history: History): History {
  const [after, ...future] = history.future;
  return after === undefined ? history : { past: [...history.past, history.now], now: after, future };
}

/** Takes out what isn't there any more: sections may go when a team's page goes. */
export function keepOnly(history: History, exists: (id: string) => boolean): History {
  const isThere = (view: View) => view.show !== 'section' || exists(view.place.id);
  // What was apart may be the same place side by side now.
  const { now } = history;
  const past = history.past.filter(isThere).filter((view, at, all) => !isSamePlace(view, all[at + 1] ?? now));
  const future = history.future
    .filter(isThere)
    .filter((view, at, all) => !isSamePlace(view, all[at - 1] ?? now));
  return { past, now, future };
}

function isSamePlace(one: View, other: View): boolean {
  return (
    one.show === other.show &&
    !(one.show === 'section' && other.show === 'section' && one.place.id !== other.place.id)
  );
}
