import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FileProblem, formatProblems } from '../../../src/platform/errors';
import { addExercises } from '../../../src/practice/content/exerciseFile';
import { anyText } from '../support';
import { anExercise } from './exercises';

const goodLines = [
  'id: ours',
  'title: Ours',
  'step: start-mentoring',
  'purpose: What it trains.',
  'first: How to begin.',
  'done: When it is done.',
  'evidence:',
  '  counts: What counts.',
  '  kinds: [pairing, "1:1"]',
  '  words: [half hour]',
  '  moments: 2',
];

const fileOf = (lines: readonly string[], name = 'a.md', body = 'Body.') => ({
  name,
  text: ['---', ...lines, '---', '', body, ''].join('\n'),
});
/** The good lines with the one that begins with `start` replaced by others. */
const replacing = (start: string, ...by: readonly string[]) =>
  goodLines.flatMap(line => (line.trim().startsWith(start) ? by : [line]));

const known = { sections: new Set(['a-section']) };
const read = (...files: { name: string; text: string }[]) => addExercises([], files, 'team', known);

/** Fails unless there is one problem of `a.md` on that line. */
function assertOne(problems: readonly FileProblem[], line: number, reason: RegExp): void {
  assert.equal(problems.length, 1, formatProblems(problems));
  assert.deepEqual([problems[0]?.file, problems[0]?.line], ['a.md', line], formatProblems(problems));
  assert.match(problems[0]?.reason ?? '', reason);
}

describe('an exercise’s file', () => {
  it('becomes an exercise, with nothing where the file says nothing', () => {
    const { exercises, problems } = read(fileOf(goodLines, 'a.md', '\n\nDo it.\n\n'));
    assert.deepEqual(problems, []);
    assert.deepEqual(exercises, [
      {
        id: 'ours',
        title: 'Ours',
        step: 'start-mentoring',
        purpose: 'What it trains.',
        first: 'How to begin.',
        done: 'When it is done.',
        evidence: {
          counts: 'What counts.',
          kinds: ['pairing', '1:1'],
          skills: [],
          dimensions: [],
          words: ['half hour'],
          moments: 2,
        },
        after: [],
        sources: [],
        origin: 'team',
        markdown: 'Do it.',
      },
    ]);
  });

  it('may leave the text out, and be one of Windows', () => {
    const { text } = fileOf(goodLines, 'a.md', '');
    const { exercises, problems } = read({ name: 'a.md', text: `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    assert.deepEqual([problems, exercises[0]?.markdown], [[], '']);
  });

  for (const [what, lines, line, reason] of [
    ['lacks a title', replacing('title'), 1, /^title: it is missing$/],
    ['misspells a key', replacing('first', 'frist: How to begin.', 'first: x'), 6, /^frist: unknown key$/],
    ['has an id that can’t be one', replacing('id', 'id: Ours One'), 2, /^id: lower-case words/],
    ['is of no step', replacing('step', 'step: six'), 4, /^step: one of start-mentoring, /],
    ['has a title of two lines', replacing('title', 'title: "a\\nb"'), 3, /^title: one line/],
    ['has too long a title', replacing('title', `title: ${'x'.repeat(61)}`), 3, /^title: at most 60/],
    ['names no kind', replacing('kinds', '  kinds: []'), 10, /^evidence\.kinds: at least 1$/],
    [
      'names a kind that there isn’t',
      replacing('kinds', '  kinds: [pairing, nagging]'),
      10,
      /^evidence\.kinds: one of/,
    ],
    ['asks for no moment', replacing('moments', '  moments: 0'), 12, /^evidence\.moments: at least 1$/],
    ['asks for too many', replacing('moments', '  moments: 5'), 12, /^evidence\.moments: at most 4$/],
    [
      'has a word in capitals',
      replacing('words', '  words:', '    - one', '    - Two'),
      13,
      /^evidence\.words: lower-case/,
    ],
    ['is no YAML', replacing('title', 'title: "Ours'), 3, /closing "quote/],
    ['has an alias', replacing('title', 'title: *x'), 3, /needs quotes/],
    [
      'has an address that isn’t one',
      [...goodLines, 'sources:', '  - author: Jo', '    title: A', '    url: ftp://x'],
      16,
      /^sources\.url: an address/,
    ],
  ] as const) {
    it(`is left out and named with its line where it ${what}; others are there`, () => {
      const good = fileOf(replacing('id', 'id: good'), 'b.md');
      const { exercises, problems } = read(fileOf(lines), good);
      assert.deepEqual(
        exercises.map(({ id }) => id),
        ['good'],
      );
      assertOne(problems, line, reason);
    });
  }

  it('without front matter is named on its first line', () => {
    assertOne(read({ name: 'a.md', text: '# Ours\n' }).problems, 1, /must begin with front matter/);
  });

  it('of an id that another file has is left out; the first by name stays', () => {
    const { exercises, problems } = read(fileOf(goodLines, 'b.md', 'B.'), fileOf(goodLines, 'a.md', 'A.'));
    assert.deepEqual(
      exercises.map(({ markdown }) => markdown),
      ['A.'],
    );
    assert.deepEqual(problems, [{ file: 'b.md', line: 2, reason: 'id: "ours" is already the id of a.md' }]);
  });

  it('takes the place of a known exercise of the same id, where that stood', () => {
    const before = [anExercise('x'), anExercise('ours'), anExercise('y')];
    const { exercises } = addExercises(
      before,
      [fileOf(goodLines), fileOf(replacing('id', 'id: new'), 'b.md')],
      'untrusted',
      known,
    );
    assert.deepEqual(
      exercises.map(({ id, origin }) => `${id} ${origin}`),
      ['x belay', 'ours untrusted', 'y belay', 'new untrusted'],
    );
  });

  it('is there, and named, where it refers to an exercise or a section that there isn’t', () => {
    const lines = [...goodLines, 'guide: nowhere', 'after:', '  - x', '  - gone'];
    const { exercises, problems } = addExercises([anExercise('x')], [fileOf(lines)], 'team', known);
    assert.equal(exercises.length, 2);
    assert.deepEqual(
      problems.map(({ line, reason }) => `${line} ${reason}`),
      ['16 after: there is no exercise "gone"', '13 guide: there is no section "nowhere"'],
    );
    const fine = [...goodLines, 'guide: a-section', 'after: [later]'];
    assert.deepEqual(read(fileOf(fine), fileOf(replacing('id', 'id: later'), 'b.md')).problems, []);
  });

  it('is an exercise or a problem, whatever it holds, and holds up no other', function () {
    this.timeout(20_000);
    const good = fileOf(replacing('id', 'id: good'), 'z.md');
    fc.assert(
      fc.property(anyText, fc.nat(goodLines.length), (text, at) => {
        const lines = [...goodLines];
        lines.splice(at, 1, text);
        const { exercises, problems } = read(fileOf(lines), good);
        assert.ok(exercises.some(({ id }) => id === 'good'));
        assert.ok(exercises.length === 2 || problems.length > 0);
      }),
    );
  });
});
