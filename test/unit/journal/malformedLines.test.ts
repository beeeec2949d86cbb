import assert from 'node:assert/strict';
import { momentId, parseSegment, printEvent, printHeader } from '../../../src/journal/segment';
import { aMoment } from '../support';

const moment = aMoment('bad');
const put = { op: 'put', ms: 1, count: 0, moment };
const remove = { op: 'delete', ms: 1, count: 0, id: 'bad' };

const putWith = (changes: object) => JSON.stringify({ ...put, ...changes });
const removeWith = (changes: object) => JSON.stringify({ ...remove, ...changes });
const momentWith = (changes: object) => putWith({ moment: { ...moment, ...changes } });
const placeWith = (changes: object) =>
  momentWith({ place: { file: 'a.ts', firstLine: 1, lastLine: 1, ...changes } });

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
