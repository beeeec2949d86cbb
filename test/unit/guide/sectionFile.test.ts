import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSection } from '../../../src/guide/sectionFile';
import { type FileProblem, formatProblems } from '../../../src/platform/errors';
import { anyText } from '../support';

const goodLines = ['id: good', 'title: A good one', 'part: Basics', 'summary: In a line.'];

function fileOf(frontMatter: readonly string[], markdown = 'Body.', name = 'a.md') {
  return { name, text: ['---', ...frontMatter, '---', '', markdown, ''].join('\n') };
}

function problemsOf(frontMatter: readonly string[]): readonly FileProblem[] {
  const parsed = parseSection(fileOf(frontMatter));
  assert.ok('problems' in parsed, 'it was read without a problem');
  return parsed.problems;
}

/** Fails unless `problems` is one problem of `a.md` on that line, with a matching reason. */
function assertOne(problems: readonly FileProblem[], line: number, reason: RegExp): void {
  assert.equal(problems.length, 1, formatProblems(problems));
  assert.equal(problems[0]?.file, 'a.md');
  assert.equal(problems[0]?.line, line, formatProblems(problems));
  assert.match(problems[0]?.reason ?? '', reason);
}

/** The good front matter with its line of `key` replaced by others. */
function replacing(key: string, ...by: string[]): string[] {
  return goodLines.flatMap(line => (line.startsWith(`${key}:`) ? by : [line]));
}

describe('a section file', () => {
  it('becomes a section with its front matter and its trimmed Markdown', () => {
    assert.deepEqual(parseSection(fileOf(goodLines, '\n\nBody.\n\n---\n\nMore.\n\n')), {
      section: {
        id: 'good',
        title: 'A good one',
        part: 'Basics',
        summary: 'In a line.',
        practise: [],
        questions: [],
        sources: [],
        origin: 'belay',
        markdown: 'Body.\n\n---\n\nMore.',
      },
      idLine: 2,
    });
  });

  it('may begin with a byte order mark', () => {
    const { name, text } = fileOf(goodLines, 'Body.');
    assert.ok('section' in parseSection({ name, text: `\uFEFF${text}` }));
  });

  it('is refused where a value is a YAML alias, naming its line', () => {
    const parsed = parseSection({
      name: 'a.md',
      text: '---\nid: good\ntitle: *x\npart: P\nsummary: S\n---\n',
    });
    assert.ok('problems' in parsed);
    assert.equal(parsed.problems[0]?.line, 3);
  });

  it('may have the line ends of Windows', () => {
    const { name, text } = fileOf(goodLines, 'One.\nTwo.');
    const parsed = parseSection({ name, text: text.replaceAll('\n', '\r\n') });
    assert.ok('section' in parsed);
    assert.equal(parsed.section.title, 'A good one');
    assert.equal(parsed.section.markdown, 'One.\r\nTwo.');
  });

  it('may end with its front matter', () => {
    const parsed = parseSection({ name: 'a.md', text: `---\n${goodLines.join('\n')}\n---` });
    assert.ok('section' in parsed);
    assert.equal(parsed.section.markdown, '');
  });

  for (const [state, text] of [
    ['is empty', ''],
    ['has no front matter', '# A title\n'],
    ['has front matter that is never closed', '---\nid: good\n\nBody.\n'],
    ['has something before its front matter', `\n---\n${goodLines.join('\n')}\n---\n`],
  ] as const) {
    it(`is refused on line 1 when it ${state}`, () => {
      const parsed = parseSection({ name: 'a.md', text });
      assert.ok('problems' in parsed);
      assertOne(parsed.problems, 1, /front matter/);
    });
  }

  it('is refused on the line of a YAML error', () => {
    assertOne(problemsOf(replacing('part', 'part: Basics: more')), 4, /mapping/i);
  });

  it('is refused on the line of a key that is there twice', () => {
    assertOne(problemsOf([...goodLines, 'title: Another']), 6, /unique/);
  });

  it('is refused with the YAML reason alone, which repeats neither line nor excerpt', () => {
    const [problem] = problemsOf(['id: good', '\ttitle: A tab']);
    assert.equal(problem?.line, 3);
    assert.doesNotMatch(problem?.reason ?? '', / at line |\n/);
  });

  for (const key of ['id', 'title', 'part', 'summary']) {
    it(`is refused by name when ${key} is missing`, () => {
      assertOne(problemsOf(replacing(key)), 1, new RegExp(`^${key}: .`));
    });
  }

  it('is refused on the line of a key that no section has', () => {
    assertOne(problemsOf([...goodLines, 'sumary: Misspelt.']), 6, /^sumary: ./);
  });

  for (const [line, reason] of [
    ['title: ""', /^title: a title/],
    ['title: 3', /^title: .*string/],
    ['title:', /^title: .*string/],
    ['part: [a, b]', /^part: .*string/],
    [`summary: ${'x'.repeat(121)}`, /^summary: at most 120/],
    ['id: Upper-Case', /^id: lower-case/],
    ['id: two words', /^id: lower-case/],
    ['id: -hyphen', /^id: lower-case/],
    ['id: ../up', /^id: lower-case/],
  ] as const) {
    it(`is refused on the line of "${line.slice(0, 24)}"`, () => {
      const key = line.slice(0, line.indexOf(':'));
      const at = 2 + goodLines.findIndex(good => good.startsWith(`${key}:`));
      assertOne(problemsOf(replacing(key, line)), at, reason);
    });
  }

  it('may have a summary of exactly 120 characters', () => {
    assert.ok('section' in parseSection(fileOf(replacing('summary', `summary: ${'x'.repeat(120)}`))));
  });

  it('has all of its bad keys named at once', () => {
    const problems = problemsOf(['id: BAD', 'title: ""', 'part: Basics', 'summary: In a line.']);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3],
    );
  });

  for (const frontMatter of ['- a list', 'a word', '']) {
    it(`is refused when its front matter is "${frontMatter}"`, () => {
      assert.ok(problemsOf([frontMatter]).length > 0);
    });
  }
});

/** Front matter below the good lines, indented as people write it. */
function nested(text: string): string[] {
  const lines = text.replace(/^\n|\n *$/g, '').split('\n');
  const margin = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return [...goodLines, ...lines.map(line => line.slice(margin))];
}

/** Fails unless the one problem of `frontMatter` is on the only line that reads `wrong`, white space aside. */
function assertAt(frontMatter: readonly string[], wrong: string, reason: RegExp): void {
  const places = frontMatter.flatMap((line, index) => (line.trim() === wrong ? [index + 2] : []));
  assert.equal(places.length, 1, `"${wrong}" is there ${places.length} times`);
  assertOne(problemsOf(frontMatter), places[0] ?? 0, reason);
}

/** A good action, question or source, to be repeated. */
const goodItems = {
  practise: ['  - do: exercise', '    label: Try it', '    sheet: A'],
  questions: [
    '  - ask: Is it?',
    '    answers:',
    '      - { say: Yes, because: It is, right: true }',
    '      - { say: No, because: It isn’t }',
  ],
  sources: ['  - author: Jo', '    title: A book'],
} as const;

function many(key: keyof typeof goodItems, count: number): string[] {
  return [...goodLines, `${key}:`, ...Array.from({ length: count }, () => goodItems[key]).flat()];
}

const rich = nested(`
  practise:
    - do: insert
      label: "  Ask an open question "
      template: cc-question-open
    - do: log
      label: Log a 1:1
      kind: 1:1
      skill: people-development
    - do: exercise
      label: Plan it
      sheet: |
        # A plan

        First: …
  questions:
    - ask: >-
        What comes
        first?
      answers:
        - say: The plan
          because: It is the first.
          right: true
        - say: The rest
          because: It comes later.
  sources:
    - author: Jo
      title: "A book: the second edition"
      year: 2001
      url: https://example.org/book
    - author: Ana
      title: A talk
`);

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
    ['practise', 4, /^practise: at most four/],
    ['questions', 5, /^questions: at most five/],
    ['sources', 12, /^sources: at most twelve/],
  ] as const) {
    it(`may be ${most} ${key}, and one more is refused on the line of ${key}`, () => {
      assert.ok('section' in parseSection(fileOf(many(key, most))));
      assertAt(many(key, most + 1), `${key}:`, reason);
    });

    it(`is refused where ${key} is no list, on its line`, () => {
      assertAt([...goodLines, `${key}: 3`], `${key}: 3`, new RegExp(`^${key}: .*Array`));
      assertAt([...goodLines, `${key}:`], `${key}:`, new RegExp(`^${key}: .*Array`));
    });

    it(`is refused where one of ${key} is only text, on its line`, () => {
      assertAt([...many(key, 1), '  - just text'], '- just text', new RegExp(`^${key}: .`));
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
    ['- do: log\n  label: 1\n  kind: other', 'label: 1', /^practise\.label: .*string/],
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

describe('the line of a problem deep in front matter', () => {
  const withComments = (above: number, between: number) => [
    ...Array.from({ length: above }, () => '# A comment'),
    ...goodLines,
    'sources:',
    ...goodItems.sources,
    ...Array.from({ length: between }, (_, index) => (index % 2 === 0 ? '' : '    # Another')),
    '  - author: A',
    '    title: 7',
    ...goodItems.sources,
  ];

  it('is that of the item that has it, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (above, between) => {
        assertAt(withComments(above, between), 'title: 7', /^sources\.title: .*string/);
      }),
    );
  });

  it('is the same with the line ends of Windows and a byte order mark', () => {
    const { name, text } = fileOf(withComments(1, 2));
    const parsed = parseSection({ name, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    assert.ok('problems' in parsed);
    assertOne(parsed.problems, text.split('\n').indexOf('    title: 7') + 1, /^sources\.title: /);
  });

  it('is told for each of several', () => {
    const problems = problemsOf(
      nested(`
        practise:
          - do: log
            kind: other
          - do: insert
            label: A
            template: wrong
        questions:
          - ask: A
            answers: []
        sources:
          - author: A
            title: B
            url: wrong
      `),
    );
    assert.deepEqual([...new Set(problems.map(({ line }) => line))], [7, 11, 14, 18]);
  });

  it('is that of an alias inside a list', () => {
    assertAt(nested('sources:\n  - author: A\n    title: *B'), 'title: *B', /quotes/);
  });

  it('is that of a YAML error inside a list', () => {
    assertAt(nested('sources:\n  - author: A\n    title: B: C'), 'title: B: C', /mapping/i);
  });
});

describe('a section file of any size and text', () => {
  const ofLength = (length: number) => {
    const { name, text } = fileOf(goodLines, '');
    return { name, text: text.padEnd(length, 'x') };
  };

  it('may have 100 000 characters', () => {
    const parsed = parseSection(ofLength(100_000));
    assert.ok('section' in parsed && parsed.section.markdown.length > 99_000);
  });

  it('is refused on its first line beyond that', () => {
    const parsed = parseSection(ofLength(100_001));
    assert.ok('problems' in parsed);
    assertOne(parsed.problems, 1, /100000/);
  });

  it('is either read or refused with lines that it has', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...rich,
        ...goodLines,
        '---',
        '- a',
        '  - a: b',
        'a: &b c',
        'd: *b',
        '<<: x',
        '\t- x',
        '%',
      ),
      anyText,
    );
    const text = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.subarray(rich), anyText)
      .map(([mixed, some, body]) => ['---', ...some, ...mixed, '---', body].join('\n'));
    fc.assert(
      fc.property(fc.oneof(text, anyText), file => {
        const parsed = parseSection({ name: 'a.md', text: file });
        const lines = file.split(/\n/).length;
        if ('problems' in parsed) {
          assert.ok(parsed.problems.length > 0);
          for (const { file: name, line: at, reason } of parsed.problems) {
            assert.equal(name, 'a.md');
            assert.ok(at !== undefined && at >= 1 && at <= lines, `line ${at} of ${lines}`);
            assert.notEqual(reason, '');
          }
        } else {
          assert.match(parsed.section.id, /^[a-z0-9-]+$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
