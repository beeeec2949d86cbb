import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type JournalEvent,
  momentId,
  parseSegment,
  printEvent,
  printHeader,
} from '../../../src/journal/segment';
import { aMoment, anyMoment, anyText } from '../support';

const writer = 'writer-1';
const workspace = { name: 'shop', folders: ['file:///shop'] };
const header = printHeader({ writer, workspace });

const anyStamp = fc.record(
  { ms: fc.nat({ max: 2 ** 52 }), count: fc.nat(), writer: fc.constant(writer) },
  {
    noNullPrototype: true,
  },
);
const anyEvent: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record(
    { op: fc.constant('put' as const), stamp: anyStamp, entry: anyMoment },
    { noNullPrototype: true },
  ),
  fc.record(
    { op: fc.constant('delete' as const), stamp: anyStamp, id: anyText.filter(id => id !== '') },
    { noNullPrototype: true },
  ),
);

function textOf(events: readonly JournalEvent[]): string {
  return `${[header, ...events.map(printEvent)].join('\n')}\n`;
}

const put = (id: string, ms: number): JournalEvent => ({
  op: 'put',
  stamp: { ms, count: 0, writer },
  entry: aMoment(id),
});

describe('a segment', () => {
  it('reads as it was written, whatever text the moments hold', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), events => {
        assert.deepEqual(parseSegment('s.jsonl', textOf(events)), {
          events,
          problems: [],
          newer: false,
          older: false,
          workspace,
        });
      }),
    );
  });

  it('has one line for each event, whatever text the moments hold', () => {
    fc.assert(fc.property(anyEvent, event => assert.doesNotMatch(printEvent(event), /[\n\r]/)));
  });

  it('survives the way to the disk and back as bytes', () => {
    fc.assert(
      fc.property(anyEvent, event => {
        const bytes = new TextEncoder().encode(textOf([event]));
        assert.deepEqual(parseSegment('s.jsonl', new TextDecoder().decode(bytes)).events, [event]);
      }),
    );
  });

  it('keeps what it does not know of a moment and of its place', () => {
    const place = { file: 'a.ts', firstLine: 1, lastLine: 2, column: 7 };
    const moment = aMoment('a', { mood: 'glad', followUp: { due: '2026-04-01', by: ['Ana'] }, place });
    const event: JournalEvent = { op: 'put', stamp: { ms: 1, count: 0, writer }, entry: moment };
    assert.deepEqual(parseSegment('s.jsonl', textOf([event])).events, [event]);
  });

  it('keeps what earlier versions took for a day: nothing that was in a journal is set aside for it', () => {
    const events = [
      aMoment('due', { followUp: { due: '2026-02-31', text: 'ask' } }),
      aMoment('done', { followUp: { done: '2026-04-31T10:00:00Z' } }),
      aMoment('when', { when: '2026-02-30T14:30:00+01:00' }),
    ].map((entry): JournalEvent => ({ op: 'put', stamp: { ms: 1, count: 0, writer }, entry }));
    assert.deepEqual(parseSegment('s.jsonl', textOf(events)), {
      events,
      problems: [],
      newer: false,
      older: false,
      workspace,
    });
  });

  it('may have the line ends of Windows, empty lines and no line end at the end', () => {
    const events = [put('a', 1), put('b', 2)];
    for (const text of [
      textOf(events).replaceAll('\n', '\r\n'),
      textOf(events).replaceAll('\n', '\n\n  \n'),
      textOf(events).trimEnd(),
    ]) {
      assert.deepEqual(parseSegment('s.jsonl', text), {
        events,
        problems: [],
        newer: false,
        older: false,
        workspace,
      });
    }
  });

  it('loses at most its last line when it breaks off anywhere, and says which', () => {
    const anyFew = fc.array(anyEvent, { maxLength: 4 });
    fc.assert(
      fc.property(anyFew, fc.double({ min: 0, max: 1, noNaN: true }), (events, share) => {
        const text = textOf(events);
        const prefix = text.slice(0, Math.floor(share * text.length));
        const whole = text.split('\n');
        const lines = prefix.split('\n');
        const last = lines.at(-1) ?? '';
        const broken = last !== whole[lines.length - 1] && (last !== '' || lines.length === 1);
        const { events: left, problems } = parseSegment('s.jsonl', prefix);
        assert.deepEqual(
          problems.map(({ file, line }) => [file, line]),
          broken ? [['s.jsonl', lines.length]] : [],
        );
        assert.deepEqual(left, events.slice(0, left.length));
        const complete = lines.filter(line => line !== '').length - (broken && last !== '' ? 1 : 0);
        assert.equal(left.length, Math.max(0, complete - 1));
      }),
    );
  });
});

describe('the header of a segment', () => {
  const events = [put('a', 1), put('b', 2)];
  const body = events.map(printEvent).join('\n');

  it('names the writer of every event', () => {
    const [event] = parseSegment('s.jsonl', textOf(events)).events;
    assert.equal(event?.stamp.writer, writer);
  });

  it('says what wrote the file, in which version and for what', () => {
    assert.deepEqual(JSON.parse(header), {
      belay: 'journal',
      version: 1,
      writer,
      workspace: { name: 'shop', folders: ['file:///shop'] },
    });
  });

  for (const [state, first] of [
    ['is missing', ''],
    ['isn’t JSON', 'belay'],
    ['is of another program', '{"other":"journal","version":1,"writer":"w","workspace":{"folders":[]}}'],
    ['has no version', '{"belay":"journal","writer":"w","workspace":{"folders":[]}}'],
    ['has a version below 1', '{"belay":"journal","version":0,"writer":"w","workspace":{"folders":[]}}'],
    ['has half a version', '{"belay":"journal","version":1.5,"writer":"w","workspace":{"folders":[]}}'],
    ['has an empty writer', '{"belay":"journal","version":1,"writer":"","workspace":{"folders":[]}}'],
    ['has no workspace', '{"belay":"journal","version":1,"writer":"w"}'],
    ['has an unreadable workspace', '{"belay":"journal","version":1,"writer":"w","workspace":{}}'],
  ] as const) {
    it(`is named as line 1 when it ${state}, and the events are read all the same`, () => {
      const segment = parseSegment('folder/s.jsonl', `${first}\n${body}\n`);
      assert.deepEqual(segment.events.map(momentId), ['a', 'b']);
      assert.deepEqual(
        segment.problems.map(({ file, line }) => [file, line]),
        [['folder/s.jsonl', 1]],
      );
      assert.match(segment.problems[0]?.reason ?? '', /^header: ./);
      assert.equal(segment.newer, false);
    });
  }

  it('leaves the writers of two segments apart when neither has one', () => {
    const [a, b] = ['a.jsonl', 'b.jsonl'].map(
      file => parseSegment(file, `\n${body}`).events[0]?.stamp.writer,
    );
    assert.notEqual(a, b);
  });

  it('may have keys that this version does not know', () => {
    const more = header.replace('{', '{"machine":"laptop",');
    assert.deepEqual(parseSegment('s.jsonl', `${more}\n${body}`), {
      events,
      problems: [],
      newer: false,
      older: false,
      workspace,
    });
  });
});

describe('a segment of a newer version', () => {
  const newer = header.replace('"version":1', '"version":2');

  it('is known by its version alone, whatever else its header has become', () => {
    const segment = parseSegment(
      'n.jsonl',
      '{"belay":"journal","version":7,"owner":{"id":1}}\n{"op":"merge"}\n',
    );
    assert.deepEqual([segment.newer, segment.events, segment.problems], [true, [], []]);
  });

  it('is read as far as it can be, and what cannot is passed over in silence', () => {
    const text = [newer, printEvent(put('a', 1)), '{"op":"merge","ids":["a"]}', printEvent(put('b', 2))];
    const segment = parseSegment('s.jsonl', text.join('\n'));
    assert.deepEqual(segment.events.map(momentId), ['a', 'b']);
    assert.deepEqual(segment.problems, []);
    assert.equal(segment.newer, true);
  });
});
