import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  assembleNotes,
  entryIdsOf,
  type NoteEntry,
  type NotePlace,
  noteSegments,
  placeEntry,
  resolvedEntry,
} from '../../../../src/coaching/notes/note';
import { captureAnchor } from '../../../../src/platform/anchors/anchor';
import type { LogEvent } from '../../../../src/platform/segment';
import { EntryUnion } from '../../../../src/platform/union';

const place: NotePlace = {
  folder: { name: 'shop', uri: 'file:///shop' },
  file: 'src/a b.ts',
  anchor: captureAnchor(['a', 'b', 'c'], 1, 1),
  commit: '0123abc',
};
const created = '2026-03-01T14:30:00+01:00';
const begun = (id: string): NoteEntry => ({ is: 'note', id, created, body: 'question: why?', ...place });
const reply = (id: string, note: string, minute: number): NoteEntry => ({
  is: 'reply',
  id,
  note,
  created: `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`,
  body: id,
});

function notesAfter(events: readonly LogEvent<NoteEntry>[]) {
  const union = new EntryUnion<NoteEntry>();
  for (const event of events) {
    union.apply(event);
  }
  return assembleNotes(union.entries());
}

const put = (ms: number, entry: NoteEntry, writer = 'w'): LogEvent<NoteEntry> => ({
  op: 'put',
  stamp: { ms, count: 0, writer },
  entry,
});

describe('the log of review notes', () => {
  const moved = { ...place, file: 'src/c.ts' };
  const events = [
    put(1, begun('n')),
    put(2, placeEntry('n', moved)),
    put(3, reply('r2', 'n', 5)),
    put(4, reply('r1', 'n', 1)),
    put(5, resolvedEntry('n', true)),
  ];

  it('makes notes of its entries, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), shuffled => {
        assert.deepEqual(notesAfter(shuffled), [
          {
            id: 'n',
            created,
            body: 'question: why?',
            place: moved,
            resolved: true,
            replies: [
              { id: 'r1', created: '2026-03-02T10:01:00Z', body: 'r1' },
              { id: 'r2', created: '2026-03-02T10:05:00Z', body: 'r2' },
            ],
          },
        ]);
      }),
    );
  });

  it('reads as it was written', () => {
    const header = noteSegments.printHeader({ writer: 'w', workspace: { folders: [] } });
    const text = [header, ...events.map(event => noteSegments.printEvent(event))].join('\n');
    assert.deepEqual(noteSegments.parseSegment('n.jsonl', text), {
      events,
      problems: [],
      newer: false,
      older: false,
      workspace: { folders: [] },
    });
    assert.equal(JSON.parse(header).belay, 'review-notes');
  });

  it('is no journal, and a broken note is named and set aside', () => {
    const header = noteSegments.printHeader({ writer: 'w', workspace: { folders: [] } });
    const broken = noteSegments
      .printEvent(put(1, begun('n')))
      .replace('"anchor":{', '"anchor":{"start":-1,"x":{')
      .replace('}}', '}}}');
    const journal = header.replace('review-notes', 'journal');
    assert.equal(noteSegments.parseSegment('n.jsonl', `${journal}\n`).problems.length, 1);
    const { events: read, problems } = noteSegments.parseSegment('n.jsonl', `${header}\n${broken}`);
    assert.deepEqual(read, []);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2],
    );
  });

  it('keeps a comment that another window changed while this one followed the code', () => {
    const edited = { ...begun('n'), body: 'question: is that so?' } as NoteEntry;
    const [note] = notesAfter([put(1, begun('n')), put(2, edited, 'v'), put(3, placeEntry('n', moved))]);
    assert.deepEqual([note?.body, note?.place.file], ['question: is that so?', 'src/c.ts']);
  });

  it('has no note of what belonged to one that was deleted', () => {
    const gone: LogEvent<NoteEntry> = { op: 'delete', stamp: { ms: 9, count: 0, writer: 'w' }, id: 'n' };
    assert.deepEqual(notesAfter([...events, gone]), []);
    const [note] = notesAfter(events);
    assert.deepEqual(note && entryIdsOf(note), ['n', 'n/place', 'n/resolved', 'r1', 'r2']);
  });

  it('has the earliest note first', () => {
    const later = { ...begun('a'), created: '2026-03-01T14:30:00+00:00' } as NoteEntry;
    assert.deepEqual(
      notesAfter([put(1, later), put(2, begun('b'))]).map(({ id }) => id),
      ['b', 'a'],
    );
  });
});
