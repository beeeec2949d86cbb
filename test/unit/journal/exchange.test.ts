import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { parseExport, printExport } from '../../../src/journal/text/exchange';
import { aMoment, anyText } from '../support';
import { anyWholeMoments, trickyText } from './wholeMoments';

const about = {
  exported: '2026-04-01T09:00:00+02:00',
  workspace: { name: 'shop', folders: ['file:///shop'] },
};
const header = { belay: 'journal-export', version: 1, ...about };
const print = (...moments: Moment[]) => printExport(moments, about);
const parse = (text: string) => parseExport('j.json', text);
const numbered = (moments: readonly Moment[]) => moments.map((moment, at) => ({ line: at + 2, moment }));

describe('an exported journal', () => {
  it('has a header and a moment on a line each', () => {
    assert.equal(
      print(aMoment('a'), aMoment('b', { who: [] })),
      '{"belay":"journal-export","version":1,"exported":"2026-04-01T09:00:00+02:00",' +
        '"workspace":{"name":"shop","folders":["file:///shop"]},"moments":[\n' +
        '{"id":"a","when":"2026-03-01T14:30:00+01:00","what":"what happened in a","who":["Ana"]},\n' +
        '{"id":"b","when":"2026-03-01T14:30:00+01:00","what":"what happened in b","who":[]}\n]}\n',
    );
  });

  it('reads as it was printed, whatever the moments hold', () => {
    fc.assert(
      fc.property(
        anyWholeMoments,
        fc.dictionary(fc.constantFrom('owner', 'moments'), anyText),
        (moments, more) => {
          const workspace = { ...more, folders: ['[moments]', '"moments":['] };
          const text = printExport(moments, { ...about, workspace });
          assert.deepEqual(parse(text), {
            header: { ...header, workspace },
            moments: numbered(moments),
            problems: [],
          });
          assert.deepEqual(JSON.parse(text), { ...header, workspace, moments });
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('survives the way to the disk and back as bytes', () => {
    fc.assert(
      fc.property(anyWholeMoments, moments => {
        const bytes = new TextEncoder().encode(print(...moments));
        assert.deepEqual(parse(new TextDecoder().decode(bytes)).moments, numbered(moments));
      }),
    );
  }).timeout(20_000);

  it('may be laid out in any way, in any order, with a byte order mark', () => {
    const moments = [aMoment('a', { mood: { moments: [1] } }), aMoment('b')];
    const { belay, version, ...rest } = header;
    for (const [text, lines] of [
      [JSON.stringify({ ...header, moments }), [1, 1]],
      [JSON.stringify({ moments, ...header }, null, 2), [3, 16]],
      [JSON.stringify({ ...rest, inner: { moments: [5] }, moments, version, belay }, null, '\t'), [15, 28]],
    ] as const) {
      const read = parse(`\ufeff${text.replaceAll('\n', '\r\n')}`);
      assert.deepEqual(read.problems, []);
      assert.equal(read.header?.exported, about.exported);
      assert.deepEqual(
        read.moments,
        moments.map((moment, at) => ({ line: lines[at], moment })),
      );
    }
  });

  it('may have no moments', () => {
    assert.deepEqual(parse(print()), { header, moments: [], problems: [] });
  });
});

const good = aMoment('bad');
const withChange = (changes: object) => JSON.stringify({ ...good, ...changes });
const withPlace = (changes: object) =>
  withChange({ place: { file: 'a.ts', firstLine: 1, lastLine: 1, ...changes } });

const malformed: readonly (readonly [what: string, item: string, reason: RegExp])[] = [
  ['null', 'null', /./],
  ['true', 'true', /./],
  ['a number', '7', /./],
  ['a text', '"a, b"', /./],
  ['a list', '[]', /is missing/],
  ['an empty object', '{}', /id: it is missing; when: it is missing/],
  ['a word', 'moment', /isn’t JSON/],
  ['single quotes', "{'id':'a'}", /isn’t JSON/],
  ['a comment', '/* later */', /isn’t JSON/],
  ['a merge conflict’s start', '<<<<<<< HEAD', /isn’t JSON/],
  ['a moment with a comma too many', '{"id":"a",}', /isn’t JSON/],
  ['two moments without a comma', `${withChange({})} ${withChange({})}`, /isn’t JSON/],
  ['zeros that a crash left', '\u0000'.repeat(40), /isn’t JSON/],
  ['brackets without end', `${'['.repeat(9000)}${']'.repeat(9000)}`, /too deeply/],
  ['no id', withChange({ id: undefined }), /^moment 2: id: it is missing/],
  ['an empty id', withChange({ id: '' }), /^moment 2: id: ./],
  ['no time', withChange({ when: undefined }), /when: it is missing/],
  ['a time without offset', withChange({ when: '2026-03-01T14:30:00' }), /when: .*offset/],
  [
    'a day that isn’t in the calendar',
    withChange({ when: '2026-02-31T14:30:00Z' }),
    /when: there is no such day$/,
  ],
  [
    'a follow-up due on no day',
    withChange({ followUp: { due: '2026-02-31' } }),
    /followUp\.due: there is no such day$/,
  ],
  ['nothing that happened', withChange({ what: '' }), /what: what happened/],
  ['no people', withChange({ who: undefined }), /who: it is missing/],
  ['people as text', withChange({ who: 'Ana' }), /who: ./],
  ['a person without name', withChange({ who: ['Ana', ''] }), /who\.1: ./],
  ['an unknown kind', withChange({ kind: 'lunch' }), /kind: ./],
  ['a kind that is null', withChange({ kind: null }), /kind: ./],
  ['an unknown skill', withChange({ skill: 'juggling' }), /skill: ./],
  ['an unknown dimension', withChange({ dimension: 'third' }), /dimension: ./],
  ['a tag of two words', withChange({ tags: ['a b'] }), /tags\.0: a word without blanks/],
  ['tags as text', withChange({ tags: 'a' }), /tags: ./],
  ['minutes as text', withChange({ minutes: '5' }), /minutes: ./],
  ['too many minutes', withChange({ minutes: 10_001 }), /minutes: ./],
  ['a lesson that is a list', withChange({ learned: ['x'] }), /learned: ./],
  ['a follow-up as text', withChange({ followUp: 'soon' }), /followUp: ./],
  ['a follow-up as a list', withChange({ followUp: ['soon'] }), /followUp: .*not a list/],
  ['a follow-up on no day', withChange({ followUp: { due: 'soon' } }), /followUp\.due: a day/],
  ['a follow-up done on a day', withChange({ followUp: { done: '2026-03-01' } }), /followUp\.done: ./],
  ['a place as text', withChange({ place: 'a.ts:3' }), /place: ./],
  ['a place without file', withPlace({ file: undefined }), /place\.file: it is missing/],
  ['a place on line 0', withPlace({ firstLine: 0 }), /place\.firstLine: ./],
  ['a place between lines', withPlace({ lastLine: 1.5 }), /place\.lastLine: ./],
  ['a commit that is no hash', withPlace({ commit: 'main' }), /place\.commit: a commit hash/],
  ['a link that runs', withPlace({ permalink: 'javascript:alert(1)' }), /place\.permalink: ./],
];

describe('a malformed moment of an export', () => {
  for (const [what, item, reason] of malformed) {
    it(`is refused with its line while its neighbours are read: ${what}`, () => {
      const lines = print(aMoment('before', { what: '],{"[' }), aMoment('middle'), aMoment('after')).split(
        '\n',
      );
      lines[2] = `${item},`;
      const { moments, problems } = parse(lines.join('\n'));
      assert.deepEqual(
        moments.map(({ line, moment }) => [line, moment.id]),
        [
          [2, 'before'],
          [4, 'after'],
        ],
      );
      assert.deepEqual(
        problems.map(({ file, line }) => [file, line]),
        [['j.json', 3]],
      );
      assert.match(problems[0]?.reason ?? '', /^moment 2: ./);
      assert.match(problems[0]?.reason ?? '', reason);
    });
  }

  it('is the one in which the file breaks off, wherever it does', () => {
    const moments = [
      aMoment('a', { what: 'a "b", [c] {d}' }),
      aMoment('b', { place: { file: 'ä', firstLine: 1, lastLine: 2 } }),
    ];
    const text = print(...moments).trimEnd();
    const lines = text.split('\n');
    for (let length = (lines[0] ?? '').length; length < text.length; length += 1) {
      const cut = text.slice(0, length);
      const read = parse(cut);
      const whole = cut
        .split('\n')
        .slice(1)
        .filter((line, at) => line.replace(/,$/, '') === (lines[at + 1] ?? '').replace(/,$/, ''));
      assert.equal(read.moments.length, whole.length, cut);
      assert.deepEqual(read.moments, numbered(moments).slice(0, whole.length));
      assert.match(read.problems.at(-1)?.reason ?? '', /breaks off/);
    }
  });

  it('may swallow those behind it where a bracket is missing, but none of them is misread', () => {
    const all = [aMoment('a'), aMoment('b', { who: ['Jo'] }), aMoment('c')];
    const text = print(...all);
    for (const [from, to] of [
      ['["Jo"]}', '["Jo"]'],
      ['["Jo"]}', '["Jo"}'],
      ['["Jo"]}', '["Jo"]}}'],
      ['["Jo"]}', '["Jo"]]}'],
      ['"Jo"', '"Jo'],
      ['"id":"b"', '"id":"b'],
    ] as const) {
      const { moments, problems } = parse(text.replace(from, to));
      assert.ok(problems.length > 0);
      assert.deepEqual(moments[0], { line: 2, moment: aMoment('a') });
      for (const { moment } of moments) {
        assert.deepEqual(
          moment,
          all.find(({ id }) => id === moment.id),
        );
      }
    }
  });
});

describe('an export as a whole', () => {
  const without = (key: string) => JSON.stringify({ ...header, moments: [good], [key]: undefined });

  for (const [what, text, reason] of [
    ['is empty', '', /no list of moments/],
    ['is a word', 'moments', /no list of moments/],
    ['is a list', '[{"moments":[]}]', /no list of moments/],
    ['is a segment', '{"belay":"journal","version":1,"writer":"w"}\n{"op":"put"}', /no list of moments/],
    ['has no moments', JSON.stringify(header), /no list of moments/],
    [
      'has moments that are no list',
      JSON.stringify({ ...header, moments: { a: good } }),
      /no list of moments/,
    ],
    ['is of something else', print(good).replace('journal-export', 'notes'), /belay: ./],
    ['doesn’t say what it is', without('belay'), /belay: ./],
    ['doesn’t say its version', without('version'), /version: ./],
    ['has version 0', print(good).replace('"version":1', '"version":0'), /version: ./],
    ['has a version in words', print(good).replace('"version":1', '"version":"1"'), /version: ./],
    [
      'is newer',
      print(good).replace('"version":1', '"version":2'),
      /newer version of Belay .*format 2.*reads 1/,
    ],
    ['is much newer', print(good).replace('"version":1', '"version":99'), /newer version of Belay/],
    ['has a broken header', print(good).replace('"version":1', '"version":'), /the file: ./],
  ] as const) {
    it(`is refused where it ${what}`, () => {
      const read = parse(text);
      assert.deepEqual([read.header, read.moments], [undefined, []]);
      assert.equal(read.problems.length, 1);
      assert.deepEqual([read.problems[0]?.file, read.problems[0]?.line], ['j.json', 1]);
      assert.match(read.problems[0]?.reason ?? '', reason);
    });
  }

  for (const key of ['exported', 'workspace']) {
    it(`is told to lack its ${key}, and its moments are read`, () => {
      const read = parse(without(key));
      assert.deepEqual(read.moments, [{ line: 1, moment: good }]);
      assert.match(read.problems[0]?.reason ?? '', new RegExp(`^${key}: `));
    });
  }

  it('is told to be broken behind its moments, and they are read', () => {
    const read = parse(`${print(good)}>>>>>>> theirs\n`);
    assert.deepEqual(read.moments, [{ line: 2, moment: good }]);
    assert.deepEqual(
      read.problems.map(({ line, reason }) => [line, reason]),
      [[3, 'the file breaks off or is broken from here on']],
    );
  });

  it('never makes reading throw, whatever it is', () => {
    const piece = fc.oneof(
      trickyText,
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        '"moments":[',
        '"',
        '\\',
        `${JSON.stringify(good)},\n`,
        print(good),
      ),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(piece), (begun, pieces) => {
        const text = (begun ? print().replace(/\n\]\}\n$/, '') : '') + pieces.join('');
        const { problems, moments } = parse(text);
        for (const { line = 0, reason } of problems) {
          assert.ok(line >= 1 && line <= text.split('\n').length);
          assert.notEqual(reason, '');
        }
        assert.ok(moments.every(({ moment }) => moment.what === good.what));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('may hold a text of many megabytes', () => {
    const long = aMoment('long', { what: '"\\ x'.repeat(2_000_000) });
    assert.deepEqual(parse(print(long, aMoment('b'))).moments.length, 2);
  }).timeout(20_000);
});
