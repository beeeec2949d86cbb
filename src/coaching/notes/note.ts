import * as v from 'valibot';
import { AnchorSchema } from '../../platform/anchors/anchor';
import { SegmentCodec } from '../../platform/segment';
import { KeptTimestampSchema } from '../../platform/time';

const Id = v.pipe(v.string(), v.nonEmpty());
const Text = v.pipe(v.string(), v.nonEmpty());

/** Where a note is: its file and its lines there. */
const PlaceFields = {
  /** The workspace folder: the URI finds it on this machine, the name on another one. */
  folder: v.looseObject({ name: v.string(), uri: v.string() }),
  /** The file: its path within the folder, with `/`. */
  file: v.pipe(v.string(), v.nonEmpty()),
  anchor: AnchorSchema,
  /** The commit that was checked out, where Git told. */
  commit: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/, 'a commit hash'))),
  /** How unsure this place was when the anchor was taken anew; without it, nobody doubted it. */
  doubt: v.optional(v.picklist(['likely', 'unsure'])),
};

/**
 * What the log of review notes keeps. A note is several entries, since the latest event of an entry wins whole:
 * a window that only follows an edit of the code writes a place, and can't undo what another one has written
 * into the comment, answered or resolved meanwhile.
 */
export const NoteEntrySchema = v.variant('is', [
  /** A note as it was begun; without it, its other entries stay unseen. */
  v.looseObject({ is: v.literal('note'), id: Id, created: KeptTimestampSchema, body: Text, ...PlaceFields }),
  /** Where a note has been followed to. */
  v.looseObject({ is: v.literal('place'), id: Id, note: Id, ...PlaceFields }),
  v.looseObject({ is: v.literal('resolved'), id: Id, note: Id, resolved: v.boolean() }),
  v.looseObject({ is: v.literal('reply'), id: Id, note: Id, created: KeptTimestampSchema, body: Text }),
]);
export type NoteEntry = v.InferOutput<typeof NoteEntrySchema>;
type EntryOf<Is extends NoteEntry['is']> = Extract<NoteEntry, { is: Is }>;

/** How the segments of review notes are read and printed; their union is an `EntryUnion<NoteEntry>`. */
export const noteSegments = new SegmentCodec<NoteEntry>({
  log: 'review-notes',
  key: 'note',
  schema: NoteEntrySchema,
});

/** Where a note is, as far as it was followed. */
export type NotePlace = Pick<EntryOf<'place'>, keyof typeof PlaceFields>;

/** An answer to a note. */
export interface Reply {
  readonly id: string;
  /** ISO 8601 with offset. */
  readonly created: string;
  /** Markdown. */
  readonly body: string;
}

/** A coaching comment kept on lines of code, with all that belongs to it. */
export interface ReviewNote extends Reply {
  readonly place: NotePlace;
  readonly resolved: boolean;
  /** The earliest first. */
  readonly replies: readonly Reply[];
}

/** The entry that says where a note is now. There is one of them for each note: it replaces the one before. */
export function placeEntry(note: string, place: NotePlace): NoteEntry {
  return { is: 'place', id: `${note}/place`, note, ...place };
}

/** The entry that says whether a note is resolved, likewise. */
export function resolvedEntry(note: string, resolved: boolean): NoteEntry {
  return { is: 'resolved', id: `${note}/resolved`, note, resolved };
}

/** All entries of a note as it is: putting these brings back what was deleted. */
export function entriesOf({ id, created, body, place, resolved, replies }: ReviewNote): NoteEntry[] {
  return [
    { is: 'note', id, created, body, ...place },
    placeEntry(id, place),
    resolvedEntry(id, resolved),
    ...replies.map((reply): NoteEntry => ({ is: 'reply', note: id, ...reply })),
  ];
}

/** The notes that living entries make up, the earliest first. What belongs to a deleted note makes none. */
export function assembleNotes(entries: Iterable<NoteEntry>): ReviewNote[] {
  const notes: EntryOf<'note'>[] = [];
  const places = new Map<string, EntryOf<'place'>>();
  const resolved = new Map<string, boolean>();
  const replies = new Map<string, Reply[]>();
  for (const entry of entries) {
    switch (entry.is) {
      case 'note':
        notes.push(entry);
        break;
      case 'place':
        places.set(entry.note, entry);
        break;
      case 'resolved':
        resolved.set(entry.note, entry.resolved);
        break;
      case 'reply': {
        const { id, created, body } = entry;
        replies.set(entry.note, [...(replies.get(entry.note) ?? []), { id, created, body }]);
      }
    }
  }
  return notes
    .map(note => ({
      id: note.id,
      created: note.created,
      body: note.body,
      place: placeOf(places.get(note.id) ?? note),
      resolved: resolved.get(note.id) ?? false,
      replies: (replies.get(note.id) ?? []).sort(byTime),
    }))
    .sort(byTime);
}

/** The ids of all entries of a note: deleting the note is deleting these. */
export function entryIdsOf(note: ReviewNote): string[] {
  return [note.id, `${note.id}/place`, `${note.id}/resolved`, ...note.replies.map(({ id }) => id)];
}

function placeOf({ folder, file, anchor, commit, doubt }: NotePlace): NotePlace {
  return {
    folder,
    file,
    anchor,
    ...(commit === undefined ? {} : { commit }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function byTime(a: Reply, b: Reply): number {
  return Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1);
}
