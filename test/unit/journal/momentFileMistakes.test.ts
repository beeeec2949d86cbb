import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Moment } from '../../../src/journal/moment';
import { parseMomentFile } from '../../../src/journal/text/momentFile';
import { aMoment, anyText } from '../support';
import { trickyText } from './wholeMoments';

const parse = (text: string, before: Moment) => parseMomentFile({ name: 'm.md', text }, before);

/** A file of good front matter with one line replaced or added: the mistake stands on the line that holds it. */
function fileWith(line: string): { text: string; at: number } {
  const key = /^ *(\w+)/.exec(line)?.[1] ?? '';
  const lines = [
    '---',
    'when: 2026-03-01T14:30:00+01:00',
    'who: [Ana]',
    'kind: review',
    'skill: execution',
    'dimension: coaching',
    'tags: [css]',
    'minutes: 5',
    'learned: x',
    'followUp:',
    '  due: 2026-03-08',
    '  text: x',
    '  done: 2026-03-08T10:00:00Z',
    'place:',
    '  file: a.ts',
    '  lines: 3-9',
    '  commit: abcdef0',
    '  permalink: https://example.org',
    '---',
    'We paired.',
  ];
  const old = lines.findIndex(good => good.trimStart().startsWith(`${key}:`) && key !== '');
  lines.splice(old > 0 ? old : 9, old > 0 ? 1 : 0, ...line.split('\n'));
  return { text: lines.join('\n'), at: (old > 0 ? old : 9) + 1 };
}

const mistakes: readonly (readonly [line: string, reason: RegExp])[] = [
  ['when: yesterday', /^when: .*offset/],
  ['when: 2026-03-01', /^when: .*offset/],
  ['when: 2026-03-01T14:30:00', /^when: .*offset/],
  ['when: 2026-13-01T14:30:00Z', /^when: .*offset/],
  ['when: 2026-02-31T14:30:00Z', /^when: there is no such day$/],
  ['when: 5', /^when: it must be text/],
  ['when: [2026-03-01T14:30:00Z]', /^when: it must be text/],
  ['who: 7', /^who: it must be a list/],
  ['who: { Ana: 1 }', /^who: it must be a list/],
  ['who: [Ana, 7]', /^who: it must be text/],
  ['who: [Ana, ]]', /./],
  ['who: [Ana, ""]', /^who: ./],
  ['who: [[Ana]]', /^who: it must be text/],
  ['who: *Ana', /quotes/],
  ['who: @Ana', /./],
  ['kind: lunch', /^kind: .*pairing/],
  ['kind: Review', /^kind: .*review/],
  ['kind: true', /^kind: it must be text/],
  ['kind: [review]', /^kind: it must be text/],
  ['kind: review: twice', /./],
  ['skill: juggling', /^skill: .*execution/],
  ['dimension: third', /^dimension: .*coaching/],
  ['tags: two words', /^tags: a word without blanks/],
  ['tags: [ok, "no good"]', /^tags: a word without blanks/],
  ['tags: ["#css"]', /^tags: a word without blanks/],
  ['tags: [1]', /^tags: it must be text/],
  ['minutes: soon', /^minutes: it must be a number/],
  ['minutes: "5"', /^minutes: it must be a number/],
  ['minutes: 0', /^minutes: it must be at least 1$/],
  ['minutes: -5', /^minutes: it must be at least 1$/],
  ['minutes: 1.5', /^minutes: it must be a whole number$/],
  ['minutes: 10001', /^minutes: it must be at most 10000$/],
  ['minutes: .nan', /^minutes: ./],
  ['minutes: .inf', /^minutes: ./],
  ['learned: 42', /^learned: it must be text/],
  ['learned: [a]', /^learned: it must be text/],
  ['  due: tomorrow', /^followUp\.due: a day/],
  ['  due: 2026-13-41', /^followUp\.due: a day/],
  ['  due: 2026-02-31', /^followUp\.due: there is no such day$/],
  ['  text: 5', /^followUp\.text: it must be text/],
  ['  done: true', /^followUp\.done: it must be text/],
  ['  done: 2026-03-08', /^followUp\.done: .*offset/],
  ['  file: 7', /^place\.file: it must be text/],
  ['  file:', /^place\.file: it is missing/],
  ['  lines: some', /^place\.lines: .*3-9/],
  ['  lines: 0', /^place\.lines: ./],
  ['  lines: 1.5', /^place\.lines: .*3-9/],
  ['  lines: 9-3', /^place\.lines: .*below/],
  ['  lines: [3, 9]', /^place\.lines: .*3-9/],
  ['  commit: main', /^place\.commit: a commit hash/],
  ['  commit: 1234567', /^place\.commit: .*quotes/],
  ['  permalink: example.org', /^place\.permalink: ./],
  ['  permalink: http://example.org', /^place\.permalink: ./],
  ['  permalink: javascript:alert(1)', /^place\.permalink: ./],
  ['id: other', /^id: unknown key/],
  ['what: We paired.', /^what: unknown key/],
  ['skil: execution', /^skil: unknown key/],
  ['__proto__: { a: 1 }', /^__proto__: unknown key/],
  ['constructor: x', /^constructor: unknown key/],
  ['kind: review\nkind: other', /unique/],
  ['\tkind: review', /./],
  ['<<<<<<< HEAD', /./],
  ['- a list', /./],
  ['? [a', /./],
  [`learned: ${'['.repeat(3000)}`, /too deeply/],
];

describe('a mistake in the file of a moment', () => {
  for (const [line, reason] of mistakes) {
    it(`is told at its line: ${JSON.stringify(line.slice(0, 40))}`, () => {
      const { text, at } = fileWith(line);
      const parsed = parse(text, aMoment('a'));
      assert.ok('problems' in parsed);
      const [problem] = parsed.problems;
      assert.equal(problem?.file, 'm.md');
      assert.match(problem.reason, reason);
      // YAML's own errors may be told where the reader stumbled, a line later.
      const lines = /^[\w.]+: /.test(problem.reason) ? [at] : [at, at + 1];
      assert.ok(lines.includes(problem.line ?? 0), `line ${problem.line}, not ${at}: ${problem.reason}`);
    });
  }

  for (const [state, text] of [
    ['empty', ''],
    ['without front matter', 'We paired.'],
    ['with front matter that is never closed', '---\nwhen: 2026-03-01T14:30:00Z\n\nWe paired.'],
    ['with front matter that is a list', '---\n- a\n---\nWe paired.'],
    ['with empty front matter', '---\n\n---\nWe paired.'],
    ['too long for anybody', `---\nwhen: 2026-03-01T14:30:00Z\n---\n${'x'.repeat(100_001)}`],
    ['a merge conflict', '<<<<<<< HEAD\n---\nwhen: 2026-03-01T14:30:00Z\n---\nWe paired.'],
    ['with a quote that is never closed', '---\nwhen: 2026-03-01T14:30:00Z\nlearned: "x\n---\nWe paired.'],
    ['of zeros', '\u0000'.repeat(500)],
  ] as const) {
    it(`is told where the file is ${state}`, () => {
      const parsed = parse(text, aMoment('a'));
      assert.ok('problems' in parsed);
      assert.ok(parsed.problems.length > 0);
    });
  }

  it('is that nothing happened any more', () => {
    const parsed = parse('---\nwhen: 2026-03-01T14:30:00Z\n---\n \n', aMoment('a'));
    assert.ok('problems' in parsed);
    assert.deepEqual(parsed.problems, [
      { file: 'm.md', line: 5, reason: 'what happened is missing below the front matter' },
    ]);
  });

  it('is told with all others of its sort', () => {
    const parsed = parse('---\nwhen: x\nkind: y\nplace: {lines: 0}\n---\nWe paired.', aMoment('a'));
    assert.ok('problems' in parsed);
    assert.deepEqual(
      parsed.problems.map(({ line, reason }) => `${line} ${/^[\w.]+/.exec(reason)?.[0]}`),
      ['2 when', '3 kind', '4 place.file', '4 place.lines'],
    );
  });

  it('never throws and always has a line, whatever the file is', () => {
    const { text: good } = fileWith('kind: review');
    const lines = good.split('\n');
    const anyFile = fc
      .tuple(fc.array(fc.oneof(fc.constantFrom(...lines), trickyText)), fc.subarray(lines), anyText)
      .map(([mixed, some, body]) => ['---', ...some, ...mixed, '---', body].join('\n'));
    fc.assert(
      fc.property(fc.oneof(anyFile, trickyText), text => {
        const parsed = parse(text, aMoment('a'));
        if ('problems' in parsed) {
          assert.ok(parsed.problems.length > 0);
          for (const { line = 0, reason } of parsed.problems) {
            assert.ok(line >= 1 && line <= text.split(/\r\n?|\n/).length, `line ${line}`);
            assert.notEqual(reason, '');
          }
        } else {
          assert.equal(parsed.moment.id, 'a');
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);
});
