import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatProblems } from '../../../src/platform/errors';
import { compileQuestions } from '../../../src/practice/content/questionFile';
import { shippedPracticeFiles } from '../support';

const question = (id: string, ...more: readonly string[]) => [
  `  - id: ${id}`,
  `    ask: What of ${id}?`,
  '    kind: situational',
  '    assesses: [One thing, Another]',
  '    strong: { answer: Much., why: Because. }',
  '    weak: { answer: Little., why: Because not. }',
  '    follow-ups: [And then?, What else?]',
  '    fits:',
  '      kinds: [review]',
  ...more,
];
const fileOf = (questions: readonly (readonly string[])[], name = 'a.yaml', dimension = 'coaching') => ({
  name,
  text: [`dimension: ${dimension}`, 'questions:', ...questions.flat(), ''].join('\n'),
});
const three = () => [question('one'), question('two'), question('three')];
/** Three questions, in the second of which the line that begins with `start` is replaced by others. */
const broken = (start: string, ...by: readonly string[]) => {
  const [one = [], two = [], last = []] = three();
  return fileOf([one, two.flatMap(line => (line.trim().startsWith(start) ? by : [line])), last]);
};
const idsOf = ({ questions }: ReturnType<typeof compileQuestions>) => questions.map(({ id }) => id);

describe('a file of questions', () => {
  it('becomes questions of its dimension', () => {
    const { questions, problems } = compileQuestions([fileOf(three())]);
    assert.deepEqual(problems, []);
    assert.deepEqual(questions[0], {
      id: 'one',
      ask: 'What of one?',
      kind: 'situational',
      assesses: ['One thing', 'Another'],
      strong: { answer: 'Much.', why: 'Because.' },
      weak: { answer: 'Little.', why: 'Because not.' },
      'follow-ups': ['And then?', 'What else?'],
      fits: { kinds: ['review'], skills: [], words: [] },
      dimension: 'coaching',
    });
    assert.equal(questions.length, 3);
  });

  // The second question begins on line 12.
  for (const [what, file, line, reason] of [
    ['lacks what is asked', broken('ask'), 12, /^ask: it is missing$/],
    ['is of no kind', broken('kind:', '    kind: odd'), 14, /^kind: one of behavioural, /],
    ['assesses one thing alone', broken('assesses', '    assesses: [One]'), 15, /^assesses: at least 2$/],
    [
      'has an answer without a reason',
      broken('strong', '    strong: { answer: Much. }'),
      16,
      /^strong\.why: it is missing$/,
    ],
    [
      'misspells a key',
      broken('follow-ups', '    followups: [a, b]', '    follow-ups: [a, b]'),
      18,
      /^followups: unknown key$/,
    ],
    [
      'is of no topic that there is',
      broken('fits', '    topic: money', '    fits:'),
      19,
      /^topic: one of underperformance, /,
    ],
    [
      'fits a kind that there isn’t',
      broken('kinds', '      kinds:', '        - nagging'),
      21,
      /^fits\.kinds: one of/,
    ],
    ['has the id of another', broken('- id', '  - id: one'), 12, /^id: there is another question "one"$/],
  ] as const) {
    it(`leaves a question out, and names it with its line, where it ${what}`, () => {
      const compiled = compileQuestions([file]);
      assert.deepEqual(idsOf(compiled), ['one', 'three']);
      assert.equal(compiled.problems.length, 1, formatProblems(compiled.problems));
      const [problem] = compiled.problems;
      assert.deepEqual([problem?.file, problem?.line], ['a.yaml', line], formatProblems(compiled.problems));
      assert.match(problem?.reason ?? '', reason);
    });
  }

  it('is left out as a whole, and others are there, where nothing in it can be told apart', () => {
    const good = fileOf([question('good')], 'b.yaml');
    for (const [file, line, reason] of [
      [fileOf(three(), 'a.yaml', 'cooking'), 1, /^dimension: one of/],
      [
        { name: 'a.yaml', text: 'dimension: coaching\nquestions: none\n' },
        2,
        /^questions: a list of questions/,
      ],
      [{ name: 'a.yaml', text: 'dimension: "coaching\nquestions: []\n' }, 3, /closing "quote/],
      [{ name: 'a.yaml', text: '' }, 1, /^the file: /],
    ] as const) {
      const compiled = compileQuestions([file, good]);
      assert.deepEqual(idsOf(compiled), ['good']);
      assert.deepEqual(
        compiled.problems.map(problem => problem.file),
        ['a.yaml'],
        formatProblems(compiled.problems),
      );
      assert.equal(compiled.problems[0]?.line, line, formatProblems(compiled.problems));
      assert.match(compiled.problems[0]?.reason ?? '', reason);
    }
  });

  it('with any one of the shipped questions broken has all others still', function () {
    this.timeout(30_000);
    const files = shippedPracticeFiles().questions.map(file => ({
      file,
      ids: idsOf(compileQuestions([file])),
    }));
    const any = fc.constantFrom(...files.flatMap(({ file, ids }) => ids.map(id => ({ file, ids, id }))));
    fc.assert(
      fc.property(any, fc.constantFrom(...breaks), ({ file, ids, id }, [start, by]) => {
        const lines = file.text.split('\n');
        const from = lines.indexOf(`  - id: ${id}`);
        const at = lines.findIndex((line, index) => index >= from && line.startsWith(start));
        const changed = lines.toSpliced(at, 1, by, ...(by.includes(': x') ? [lines[at] ?? ''] : []));
        const { questions, problems } = compileQuestions([{ name: file.name, text: changed.join('\n') }]);
        assert.deepEqual(
          questions.map(question => question.id),
          ids.filter(other => other !== id),
        );
        assert.equal(problems.length, 1, formatProblems(problems));
        // What is missing is named where its question begins.
        const line = by === '' ? from + 1 : at + 1;
        assert.equal(problems[0]?.line, line, formatProblems(problems));
      }),
      { numRuns: 40 },
    );
  });
});

/** What a line that begins so becomes, to break its question: one with an unknown key comes before it. */
const breaks = [
  ['  - id:', '  - id: Not An Id'],
  ['    ask:', '    ask: ""'],
  ['    kind:', '    kind: odd'],
  ['    kind:', ''],
  ['    assesses:', '    unheard-of: x'],
] as const;
