import assert from 'node:assert/strict';
import { Journal } from '../../../src/journal/journal';
import { momentId, parseSegment, printEvent, printHeader } from '../../../src/journal/segment';
import { captureAnchor } from '../../../src/platform/anchors/anchor';
import { aMoment, MemoryFolder, sorted } from '../support';

const moment = aMoment('bad');
const put = { op: 'put', ms: 1, count: 0, moment };
const remove = { op: 'delete', ms: 1, count: 0, id: 'bad' };

const putWith = (changes: object) => JSON.stringify({ ...put, ...changes });
const removeWith = (changes: object) => JSON.stringify({ ...remove, ...changes });
const momentWith = (changes: object) => putWith({ moment: { ...moment, ...changes } });
const placeWith = (changes: object) =>
  momentWith({ place: { file: 'a.ts', firstLine: 1, lastLine: 1, ...changes } });
const anchor = captureAnchor(['one', 'two'], 0, 0);

const followUpWith = (changes: object) => momentWith({ followUp: { due: '2026-03-08', ...changes } });

const malformed: readonly (readonly [what: string, line: string])[] = [
  ['an open brace', '{'],
  ['a closing brace', '}'],
  ['plain text', 'paired with Ana today'],
  ['a merge conflict’s start', '<<<<<<< HEAD'],
  ['a merge conflict’s middle', '======='],
  ['a merge conflict’s end', '>>>>>>> origin/main'],
  ['zeros that a crash left', '\u0000'.repeat(40)],
  ['a byte order mark', `\ufeff${JSON.stringify(put)}`],
  ['an event that breaks off', JSON.stringify(put).slice(0, -3)],
  ['an event without its start', JSON.stringify(put).slice(3)],
  ['two events on a line', JSON.stringify(put) + JSON.stringify(remove)],
  ['a comma after an event', `${JSON.stringify(put)},`],
  ['a comment', '// a note'],
  ['single quotes', "{'op':'delete','ms':1,'count':0,'id':'bad'}"],
  ['an empty object', '{}'],
  ['an empty list', '[]'],
  ['a list of events', JSON.stringify([put])],
  ['null', 'null'],
  ['true', 'true'],
  ['a number', '7'],
  ['a string', '"put"'],
  ['a second header', printHeader({ writer: 'w', workspace: { folders: [] } })],
  ['no op', putWith({ op: undefined })],
  ['an unknown op', putWith({ op: 'merge' })],
  ['an op of the wrong type', putWith({ op: 1 })],
  ['no time', putWith({ ms: undefined })],
  ['a time as text', putWith({ ms: '1' })],
  ['a time that is null', putWith({ ms: null })],
  ['a negative time', putWith({ ms: -1 })],
  ['a broken millisecond', putWith({ ms: 0.5 })],
  ['a time beyond all numbers', JSON.stringify(put).replace('"ms":1', '"ms":1e999')],
  ['no count', putWith({ count: undefined })],
  ['a negative count', putWith({ count: -1 })],
  ['a broken count', removeWith({ count: 1.5 })],
  ['no moment', putWith({ moment: undefined })],
  ['a moment that is null', putWith({ moment: null })],
  ['a moment as text', putWith({ moment: 'bad' })],
  ['a moment as a list', putWith({ moment: [] })],
  ['a moment without id', momentWith({ id: undefined })],
  ['a moment with an empty id', momentWith({ id: '' })],
  ['a moment with a number as id', momentWith({ id: 5 })],
  ['a moment without time', momentWith({ when: undefined })],
  ['a time in words', momentWith({ when: 'yesterday' })],
  ['a day without time', momentWith({ when: '2026-03-01' })],
  ['a time without offset', momentWith({ when: '2026-03-01T14:30:00' })],
  ['a thirteenth month', momentWith({ when: '2026-13-01T14:30:00Z' })],
  ['nothing that happened', momentWith({ what: undefined })],
  ['an empty what', momentWith({ what: '' })],
  ['a what of the wrong type', momentWith({ what: ['x'] })],
  ['no list of people', momentWith({ who: undefined })],
  ['people as text', momentWith({ who: 'Ana' })],
  ['a person without name', momentWith({ who: ['Ana', ''] })],
  ['a number as a person', momentWith({ who: [3] })],
  ['an unknown kind', momentWith({ kind: 'lunch' })],
  ['an unknown skill', momentWith({ skill: 'juggling' })],
  ['a place as text', momentWith({ place: 'a.ts:3' })],
  ['a place without file', placeWith({ file: undefined })],
  ['a place in a file without name', placeWith({ file: '' })],
  ['a place on line 0', placeWith({ firstLine: 0 })],
  ['a place between two lines', placeWith({ lastLine: 1.5 })],
  ['a place without last line', placeWith({ lastLine: undefined })],
  ['a commit that is no hash', placeWith({ commit: 'main' })],
  ['a commit that is a number', placeWith({ commit: 1_234_567 })],
  ['a commit in capitals', placeWith({ commit: '0123ABC' })],
  ['a line before the first', placeWith({ lastLine: -1 })],
  ['a line as text', placeWith({ firstLine: '1' })],
  ['a place that is null', momentWith({ place: null })],
  ['a place that is a list', momentWith({ place: ['a.ts', 1, 1] })],
  ['a permalink that is no address', placeWith({ permalink: 'retry.ts' })],
  ['a permalink that runs a script', placeWith({ permalink: 'javascript:alert(1)' })],
  ['a permalink without encryption', placeWith({ permalink: 'http://host/a.ts' })],
  ['a permalink that is a number', placeWith({ permalink: 1 })],
  ['an anchor that is null', placeWith({ anchor: null })],
  ['an anchor without lines', placeWith({ anchor: { ...anchor, lines: [] } })],
  ['an anchor on a line as text', placeWith({ anchor: { ...anchor, start: '1' } })],
  ['an anchor of numbers', placeWith({ anchor: { ...anchor, before: [1] } })],
  ['an unknown dimension', momentWith({ dimension: 'third' })],
  ['a dimension that is a list', momentWith({ dimension: ['coaching'] })],
  ['a kind that is null', momentWith({ kind: null })],
  ['a kind in capitals', momentWith({ kind: 'Pairing' })],
  ['a skill that is null', momentWith({ skill: null })],
  ['a skill that every object has', momentWith({ skill: 'constructor' })],
  ['tags as text', momentWith({ tags: 'css, parser' })],
  ['a tag of two words', momentWith({ tags: ['two words'] })],
  ['an empty tag', momentWith({ tags: ['css', ''] })],
  ['a tag with its sign', momentWith({ tags: ['#css'] })],
  ['a number as a tag', momentWith({ tags: [7] })],
  ['tags that are null', momentWith({ tags: null })],
  ['minutes in words', momentWith({ minutes: 'some' })],
  ['minutes as text', momentWith({ minutes: '45' })],
  ['no minutes', momentWith({ minutes: 0 })],
  ['negative minutes', momentWith({ minutes: -5 })],
  ['half a minute', momentWith({ minutes: 0.5 })],
  ['more minutes than in a week', momentWith({ minutes: 10_081 })],
  ['a number that was learned', momentWith({ learned: 1 })],
  ['a list of what was learned', momentWith({ learned: ['ask'] })],
  ['a follow-up as text', momentWith({ followUp: 'ask Ana' })],
  ['a follow-up that is null', momentWith({ followUp: null })],
  ['a follow-up without a real day', followUpWith({ due: '2026-13-08' })],
  ['a follow-up due in words', followUpWith({ due: 'next week' })],
  ['a follow-up due at a time', followUpWith({ due: '2026-03-08T10:00:00Z' })],
  ['a follow-up with a number to do', followUpWith({ text: 3 })],
  ['a follow-up that is simply done', followUpWith({ done: true })],
  ['a follow-up done on a day', followUpWith({ done: '2026-03-08' })],
  ['people that are null', momentWith({ who: null })],
  ['people as an object', momentWith({ who: { 0: 'Ana' } })],
  ['a what that is null', momentWith({ what: null })],
  ['a when that is a number', momentWith({ when: 1_772_371_800_000 })],
  ['an hour beyond the day', momentWith({ when: '2026-03-01T25:30:00Z' })],
  ['an id that is null', momentWith({ id: null })],
  ['an op in capitals', putWith({ op: 'PUT' })],
  ['an op that is null', putWith({ op: null })],
  ['a time beyond what can be counted on', putWith({ ms: 2 ** 53 })],
  ['a time in a list', putWith({ ms: [1] })],
  ['a count as text', putWith({ count: '0' })],
  ['a count that is null', removeWith({ count: null })],
  ['keys without quotes', '{op:"delete",ms:1,count:0,id:"bad"}'],
  ['a text that doesn’t end', '{"op":"delete","ms":1,"count":0,"id":"bad'],
  ['a number with a leading zero', '{"op":"delete","ms":01,"count":0,"id":"bad"}'],
  ['a tab in a text', '{"op":"delete","ms":1,"count":0,"id":"b\tad"}'],
  ['an escape that there isn’t', '{"op":"delete","ms":1,"count":0,"id":"b\\xad"}'],
  ['something after the event', `${JSON.stringify(put)} x`],
  ['a header of something else', '{"name":"belay","version":"1.0.0"}'],
  ['a row of a table', 'id,when,what,who'],
  ['an element', '<moment id="bad"/>'],
  ['lists within lists', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
  ['lists that don’t end', '['.repeat(5_000)],
  ['a delete without id', removeWith({ id: undefined })],
  ['a delete with an empty id', removeWith({ id: '' })],
  ['a delete with a number as id', removeWith({ id: 5 })],
];

const header = printHeader({ writer: 'w', workspace: { folders: [] } });
const good = (id: string) =>
  printEvent({ op: 'put', stamp: { ms: 1, count: 0, writer: 'w' }, entry: aMoment(id) });

describe('a malformed line of a segment', () => {
  for (const [what, line] of malformed) {
    it(`is set aside with its number while its neighbours load: ${what}`, () => {
      const text = [header, good('before'), '', line, good('after'), ''].join('\n');
      const { events, problems } = parseSegment('s.jsonl', text);
      assert.deepEqual(events.map(momentId), ['before', 'after']);
      assert.equal(problems.length, 1);
      assert.deepEqual([problems[0]?.file, problems[0]?.line], ['s.jsonl', 4]);
      assert.notEqual(problems[0]?.reason, '');
    });
  }

  it('is set aside one by one where there are many', () => {
    const text = [header, ...malformed.flatMap(([, line], index) => [line, good(`good ${index}`)])].join(
      '\n',
    );
    const { events, problems } = parseSegment('s.jsonl', text);
    assert.deepEqual(
      events.map(momentId),
      malformed.map((_, index) => `good ${index}`),
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      malformed.map((_, index) => 2 * index + 2),
    );
  });

  it('is explained by the field that is wrong', () => {
    const { problems } = parseSegment('s.jsonl', `${header}\n${momentWith({ kind: 'lunch' })}`);
    assert.match(problems[0]?.reason ?? '', /^moment\.kind: ./);
  });
});

/** Whole files that no window of Belay has written. */
const malformedFiles: readonly (readonly [what: string, text: string])[] = [
  ['empty', ''],
  ['a line break', '\n'],
  ['blanks', '   \n \t\n'],
  ['zeros, as a crash leaves them', '\u0000'.repeat(4_096)],
  ['what was no UTF-8', '\ufffd\ufffdPNG\r\n\u001a\n\u0000\u0000'],
  ['UTF-16, read as UTF-8', [...header].join('\u0000')],
  ['a byte order mark and no more', '\ufeff'],
  ['only a header that breaks off', header.slice(0, -4)],
  ['one JSON list', JSON.stringify([put, remove], undefined, 2)],
  ['one JSON object', JSON.stringify({ moments: [moment] }, undefined, 2)],
  ['Markdown', '# Journal\n\n- paired with Ana\n'],
  ['a merge conflict and nothing else', '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n'],
  ['a line without end', 'x'.repeat(200_000)],
];

describe('a malformed segment file', () => {
  it('is one of more than a hundred that are tried', () => {
    assert.ok(malformed.length + malformedFiles.length > 120);
    const texts = [...malformed, ...malformedFiles].map(([, text]) => text);
    assert.equal(new Set(texts).size, texts.length, 'each of them another');
  });

  for (const [what, text] of malformedFiles) {
    it(`gives no moment, has its lines named, and is left as it is beside others: ${what}`, async () => {
      const folder = new MemoryFolder('/j', { 'bad.jsonl': text, 'good.jsonl': `${header}\n${good('a')}\n` });
      const journal = new Journal({
        folder,
        others: async () => [],
        writer: 'v',
        workspace: { folders: [] },
        now: () => 1,
      });
      await journal.put(aMoment('b'));
      const { moments, problems, readOnly } = await journal.read();
      assert.deepEqual(sorted(moments.map(({ id }) => id)), ['a', 'b']);
      assert.equal(readOnly, false);
      assert.deepEqual([problems[0]?.file, problems[0]?.line], ['/j/bad.jsonl', 1]);
      assert.ok(problems.every(({ file, reason }) => file === '/j/bad.jsonl' && reason !== ''));
      assert.equal(folder.files.get('bad.jsonl'), text);
    });
  }
});
