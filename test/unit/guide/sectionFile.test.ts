import assert from 'node:assert/strict';
import { parseSection } from '../../../src/guide/sectionFile';
import { type FileProblem, formatProblems } from '../../../src/platform/errors';

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
