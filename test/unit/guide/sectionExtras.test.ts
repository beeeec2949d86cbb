import assert from 'node:assert/strict';
import { parseSection } from '../../../src/guide/sectionFile';
import { assertAt, fileOf, goodLines, many, nested, rich } from './frontMatter';

describe('what a section file offers below its text', () => {
  it('is read whole: actions, questions with one right answer, sources', () => {
    const parsed = parseSection(fileOf(rich));
    assert.ok('section' in parsed);
    const { practise, questions, sources } = parsed.section;
    assert.deepEqual(practise, [
      { do: 'insert', label: 'Ask an open question', template: 'cc-question-open' },
      { do: 'log', label: 'Log a 1:1', kind: '1:1', skill: 'people-development' },
      { do: 'exercise', label: 'Plan it', sheet: '# A plan\n\nFirst: …' },
    ]);
    assert.deepEqual(questions, [
      {
        ask: 'What comes first?',
        answers: [
          { say: 'The plan', because: 'It is the first.', right: true },
          { say: 'The rest', because: 'It comes later.', right: false },
        ],
      },
    ]);
    assert.deepEqual(sources, [
      { author: 'Jo', title: 'A book: the second edition', year: 2001, url: 'https://example.org/book' },
      { author: 'Ana', title: 'A talk' },
    ]);
  });

  for (const [key, most, reason] of [
    ['practise', 16, /^practise: at most sixteen/],
    ['questions', 5, /^questions: at most five/],
    ['sources', 12, /^sources: at most twelve/],
  ] as const) {
    it(`may be ${most} ${key}, and one more is refused on the line of ${key}`, () => {
      assert.ok('section' in parseSection(fileOf(many(key, most))));
      assertAt(many(key, most + 1), `${key}:`, reason);
    });

    it(`is refused where ${key} is no list, on its line`, () => {
      assertAt([...goodLines, `${key}: 3`], `${key}: 3`, new RegExp(`^${key}: it must be a list$`));
      assertAt([...goodLines, `${key}:`], `${key}:`, new RegExp(`^${key}: it must be a list$`));
    });

    it(`is refused where one of ${key} is only text, on its line, as no map`, () => {
      for (const text of ['just text', '7', 'null']) {
        assertAt([...many(key, 1), `  - ${text}`], `- ${text}`, new RegExp(`^${key}: it must be a map`));
      }
    });
  }
});

describe('an action of a section file is refused', () => {
  const assertAction = (lines: string, wrong: string, reason: RegExp) =>
    assertAt(nested(`practise:\n${lines}`), wrong, reason);

  it('on its own line where its label is missing', () => {
    assertAction('  - do: log\n    kind: other', '- do: log', /^practise\.label: it is missing$/);
  });

  it('on its own line where it doesn’t say what it does', () => {
    assertAction('  - label: Try it\n    sheet: A', '- label: Try it', /^practise\.do: ./);
  });

  for (const [lines, wrong, reason] of [
    ['- do: jump\n  label: A', '- do: jump', /^practise\.do: .*insert.*log.*exercise/],
    ['- do: log\n  label: ""\n  kind: other', 'label: ""', /^practise\.label: what its button says/],
    ['- do: log\n  label: 1\n  kind: other', 'label: 1', /^practise\.label: it must be text$/],
    [
      `- do: log\n  label: ${'x'.repeat(61)}\n  kind: other`,
      `label: ${'x'.repeat(61)}`,
      /^practise\.label: at most 60/,
    ],
    ['- do: log\n  label: A\n  kind: dancing', 'kind: dancing', /^practise\.kind: one of pairing, /],
    ['- do: log\n  label: A', '- do: log', /^practise\.kind: it is missing$/],
    [
      '- do: log\n  label: A\n  kind: other\n  skill: juggling',
      'skill: juggling',
      /^practise\.skill: one of leadership-communication, /,
    ],
    ['- do: insert\n  label: A\n  template: nit', 'template: nit', /^practise\.template: .*begins with cc-/],
    ['- do: insert\n  label: A\n  template: cc-A', 'template: cc-A', /^practise\.template: .*cc-/],
    ['- do: insert\n  label: A', '- do: insert', /^practise\.template: it is missing$/],
    ['- do: insert\n  label: A\n  template: cc-a\n  kind: other', 'kind: other', /^practise\.kind: unknown/],
    ['- do: exercise\n  label: A\n  sheet: "  "', 'sheet: "  "', /^practise\.sheet: the text of the work/],
    ['- do: exercise\n  label: A\n  sheet: A\n  toString: A', 'toString: A', /^practise\.toString: unknown/],
  ] as const) {
    it(`on the line "${wrong.slice(0, 24)}" (${reason.source.slice(0, 40)})`, () => {
      assertAction(lines, wrong, reason);
    });
  }
});

describe('a question of a section file is refused', () => {
  const answers = (...lines: readonly string[]) => [
    ...goodLines,
    'questions:',
    '  - ask: Is it?',
    '    answers:',
    ...lines.map(line => `      ${line}`),
  ];
  const right = '- { say: Yes, because: It is, right: true }';
  const wrong = '- { say: No, because: It isn’t }';

  it('on the line of its answers where two are right', () => {
    assertAt(
      answers(right, wrong, right),
      'answers:',
      /^questions\.answers: exactly one answer with right: true/,
    );
  });

  it('on the line of its answers where none is right', () => {
    assertAt(answers(wrong, wrong), 'answers:', /^questions\.answers: exactly one answer with right: true/);
    assertAt(
      answers(wrong, '- { say: No, because: A, right: false }'),
      'answers:',
      /^questions\.answers: exactly one/,
    );
  });

  it('on the line of its answers where they are fewer than two or more than four', () => {
    assertAt(answers(right), 'answers:', /^questions\.answers: at least two/);
    assertAt(answers(right, wrong, wrong, wrong, wrong), 'answers:', /^questions\.answers: at most four/);
    assert.ok('section' in parseSection(fileOf(answers(right, wrong, wrong, wrong))));
  });

  it('on its own line where it has no answers', () => {
    assertAt(nested('questions:\n  - ask: Is it?'), '- ask: Is it?', /^questions\.answers: it is missing$/);
  });

  it('on the line of an answer without its reason', () => {
    assertAt(answers(right, '- say: No'), '- say: No', /^questions\.answers\.because: it is missing$/);
  });

  it('on the line of the value in an answer that is no yes or no', () => {
    assertAt(
      answers(right, '- say: No', '  because: A', '  right: perhaps'),
      'right: perhaps',
      /^questions\.answers\.right: .*boolean/,
    );
  });

  it('on the line of a key that no answer has', () => {
    assertAt(
      answers(right, '- say: No', '  because: A', '  wrong: true'),
      'wrong: true',
      /^questions\.answers\.wrong: unknown key$/,
    );
  });

  for (const [key, most] of [
    ['say', 200],
    ['because', 400],
  ] as const) {
    it(`on the line of an answer’s ${key} beyond ${most} characters`, () => {
      const other = key === 'say' ? 'because' : 'say';
      const withLength = (length: number) =>
        answers(right, `- ${other}: A`, `  ${key}: ${'x'.repeat(length)}`);
      assert.ok('section' in parseSection(fileOf(withLength(most))));
      assertAt(
        withLength(most + 1),
        `${key}: ${'x'.repeat(most + 1)}`,
        new RegExp(`^questions\\.answers\\.${key}: at most ${most}`),
      );
    });
  }
});

describe('a source of a section file is refused', () => {
  const assertSource = (lines: readonly string[], at: string, reason: RegExp) =>
    assertAt([...goodLines, 'sources:', ...lines.map(line => `  ${line}`)], at, reason);

  for (const url of [
    'http://example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'command:workbench.action.terminal.new',
    'HTTPS://example.org',
    'https://',
    'https://a b',
    'https://a<b>',
    '//example.org',
    'example.org',
  ]) {
    it(`on the line of the address ${url}`, () => {
      const line = `url: ${JSON.stringify(url)}`;
      assertSource(['- author: A', '  title: B', `  ${line}`], line, /^sources\.url: .*https:/);
    });
  }

  for (const year of ['1899', '2101', '2000.5', '"2000"', 'MMX']) {
    it(`on the line of the year ${year}`, () => {
      assertSource(['- author: A', '  title: B', `  year: ${year}`], `year: ${year}`, /^sources\.year: ./);
    });
  }

  it('on its own line where its author is missing', () => {
    assertSource(['- title: B', '  year: 2000'], '- title: B', /^sources\.author: it is missing$/);
  });

  it('on the line of a key that no source has', () => {
    assertSource(['- author: A', '  title: B', '  link: C'], 'link: C', /^sources\.link: unknown key$/);
  });

  it('on the line of the list where it is written in one line', () => {
    const list = 'sources: [{ author: A, title: B }, { author: C }]';
    assertAt([...goodLines, list], list, /^sources\.title: it is missing$/);
  });
});
