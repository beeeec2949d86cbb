import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSection } from '../../../src/guide/sectionFile';
import { anyText } from '../support';
import { assertAt, assertOne, fileOf, goodItems, goodLines, nested, problemsOf, rich } from './frontMatter';

/** The good front matter with its line of `key` replaced by others. */
function replacing(key: string, ...by: string[]): string[] {
  return goodLines.flatMap(line => (line.startsWith(`${key}:`) ? by : [line]));
}

describe('a section file', () => {
  it('becomes a section with its front matter and its trimmed Markdown', () => {
    const parsed = parseSection(fileOf(goodLines, '\n\nBody.\n\n---\n\nMore.\n\n'));
    assert.ok('section' in parsed);
    assert.deepEqual(parsed.section, {
      id: 'good',
      title: 'A good one',
      part: 'Basics',
      summary: 'In a line.',
      practise: [],
      questions: [],
      sources: [],
      origin: 'belay',
      markdown: 'Body.\n\n---\n\nMore.',
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
    assert.equal(parsed.section.markdown, 'One.\nTwo.');
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
    ['title: 3', /^title: it must be text$/],
    ['title:', /^title: it must be text$/],
    ['part: [a, b]', /^part: it must be text$/],
    [`summary: ${'x'.repeat(121)}`, /^summary: at most 120/],
    ['id: Upper-Case', /^id: lower-case/],
    ['id: constructor', /^id: another word\b.*JavaScript/],
    ['id: prototype', /^id: another word\b.*JavaScript/],
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
        assertAt(withComments(above, between), 'title: 7', /^sources\.title: it must be text$/);
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

describe('the lines of a section file that could be read', () => {
  const lines = (text: string) => {
    const parsed = parseSection({ name: 'a.md', text });
    assert.ok('section' in parsed);
    return parsed;
  };
  const { text } = fileOf(rich, '\n\nBody.');
  const places: readonly (readonly [readonly (string | number)[], string])[] = [
    [['id'], 'id: good'],
    [['summary'], 'summary: In a line.'],
    [['practise'], 'practise:'],
    [['practise', 0, 'template'], '    template: cc-question-open'],
    [['practise', 1, 'kind'], '    kind: 1:1'],
    [['questions', 0, 'answers', 1, 'because'], '        because: It comes later.'],
    [['sources', 1], '  - author: Ana'],
    [['sources', 1, 'title'], '    title: A talk'],
    // What is missing stands where that which lacks it begins.
    [['sources', 1, 'year'], '  - author: Ana'],
    [['sources', 7, 'title'], 'sources:'],
  ];
  const lineOfText = (line: string) => text.split('\n').indexOf(line) + 1;

  for (const [ending, file] of [
    ['any', text],
    ['Windows’', text.replaceAll('\n', '\r\n')],
    ['any, and a byte order mark,', `\uFEFF${text}`],
  ] as const) {
    it(`are told for any value and for its Markdown, with ${ending} line ends`, () => {
      const { lineOf, bodyLine } = lines(file);
      for (const [path, line] of places) {
        assert.ok(lineOfText(line) > 0, line);
        assert.equal(lineOf(path), lineOfText(line), path.join('.'));
      }
      assert.equal(bodyLine, lineOfText('Body.'));
    });
  }

  it('are told for values in one line', () => {
    const list = 'sources: [{ author: A, title: B }, { author: C, title: D }]';
    const { lineOf } = lines(fileOf([...goodLines, list]).text);
    assert.equal(lineOf(['sources', 1, 'title']), goodLines.length + 2);
  });

  it('are the first for what isn’t there at all', () => {
    assert.equal(lines(fileOf(goodLines).text).lineOf(['sources', 0, 'title']), 1);
    assert.equal(lines(fileOf(goodLines).text).lineOf([]), 1);
  });

  it('are lines that it has, for any space around its Markdown', () => {
    const space = fc.array(fc.constantFrom('\n', '\r\n', ' \n', '\t\r\n')).map(all => all.join(''));
    fc.assert(
      fc.property(space, space, (before, after) => {
        const file = `---\n${goodLines.join('\n')}\n---\n${before}Body.${after}`;
        assert.equal(file.split('\n')[lines(file).bodyLine - 1]?.trim(), 'Body.');
      }),
    );
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
