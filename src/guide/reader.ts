import * as v from 'valibot';
import type { Guide } from './section';

/** How far a reader has come with a section, from the least to the most. */
export const marks = ['started', 'read', 'practised'] as const;
export type Mark = (typeof marks)[number];

/** When a section was first opened, read to its end, practised: ISO 8601 in UTC, each where it happened. */
const MarkedSchema = v.looseObject({
  started: v.optional(v.string()),
  read: v.optional(v.string()),
  practised: v.optional(v.string()),
});

/** By a section's id. Sections that this guide doesn't have stay: another machine or workspace may have them. */
export const ProgressSchema = v.record(v.string(), MarkedSchema);
export type Progress = v.InferOutput<typeof ProgressSchema>;

/** Ids of sections, the latest bookmark last. */
export const BookmarksSchema = v.array(v.string());
export type Bookmarks = v.InferOutput<typeof BookmarksSchema>;

/** What Belay remembers of a reader; it may follow them between machines. */
export const ReaderSchema = v.object({ progress: ProgressSchema, bookmarks: BookmarksSchema });
export type Reader = v.InferOutput<typeof ReaderSchema>;

/** Ids come from outside: one called like something that every object has must not be taken for it. */
function marksOf(progress: Progress, id: string): v.InferOutput<typeof MarkedSchema> {
  return (Object.hasOwn(progress, id) ? progress[id] : undefined) ?? {};
}

/** Whether the reader did that with section `id`. */
export function hasMark(progress: Progress, id: string, mark: Mark): boolean {
  return marksOf(progress, id)[mark] !== undefined;
}

/** The most that the reader did with section `id`; `undefined` where they never opened it. */
export function markOf(progress: Progress, id: string): Mark | undefined {
  return [...marks].reverse().find(mark => hasMark(progress, id, mark));
}

/** `progress` with a mark added; the same object where it was there already, since the first time counts. */
export function addMark(progress: Progress, id: string, mark: Mark, when: Date): Progress {
  const done = marksOf(progress, id);
  return done[mark] === undefined ? { ...progress, [id]: { ...done, [mark]: when.toISOString() } } : progress;
}

/** `progress` without a mark; what else was done stays. */
export function removeMark(progress: Progress, id: string, mark: Mark): Progress {
  const { [mark]: _removed, ...rest } = marksOf(progress, id);
  return { ...progress, [id]: rest };
}

/** How many of the guide's sections have been read, and how many practised. Practising a section isn't reading it. */
export function countProgress(guide: Guide, progress: Progress): { read: number; practised: number } {
  const having = (mark: Mark) => guide.filter(({ id }) => hasMark(progress, id, mark)).length;
  return { read: having('read'), practised: having('practised') };
}

/** The bookmarks with `id` among them or not. */
export function setBookmark(bookmarks: Bookmarks, id: string, on: boolean): Bookmarks {
  const others = bookmarks.filter(other => other !== id);
  return on ? [...others, id] : others;
}

const AnyRecord = v.custom<Readonly<Record<string, unknown>>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Reads what was stored. Entries that can't be read are left out, and their number told, so that one doesn't cost the rest. */
export function readerFrom(progress: unknown, bookmarks: unknown): { reader: Reader; dropped: number } {
  let dropped = 0;
  const kept = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T[] => {
    const result = v.safeParse(schema, value);
    if (result.success) {
      return [result.output];
    }
    dropped += 1;
    return [];
  };
  const [record = {}] = progress === undefined ? [] : kept(AnyRecord, progress);
  const [ids = []] = bookmarks === undefined ? [] : kept(v.array(v.unknown()), bookmarks);
  return {
    reader: {
      progress: Object.fromEntries(
        Object.entries(record).flatMap(([id, done]) =>
          kept(MarkedSchema, done).map(known => [id, known] as const),
        ),
      ),
      bookmarks: [...new Set(ids.flatMap(id => kept(v.string(), id)))],
    },
    dropped,
  };
}
