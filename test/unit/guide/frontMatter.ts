import assert from 'node:assert/strict';
import { parseSection } from '../../../src/guide/sectionFile';
import { type FileProblem, formatProblems } from '../../../src/platform/errors';

export const goodLines = ['id: good', 'title: A good one', 'part: Basics', 'summary: In a line.'];

export function fileOf(frontMatter: readonly string[], markdown = 'Body.', name = 'a.md') {
  return { name, text: ['---', ...frontMatter, '---', '', markdown, ''].join('\n') };
}

export function problemsOf(frontMatter: readonly string[]): readonly FileProblem[] {
  const parsed = parseSection(fileOf(frontMatter));
  assert.ok('problems' in parsed, 'it was read without a problem');
  return parsed.problems;
}

/** Fails unless `problems` is one problem of `a.md` on that line, with a matching reason. */
export function assertOne(problems: readonly FileProblem[], line: number, reason: RegExp): void {
  assert.equal(problems.length, 1, formatProblems(problems));
  assert.equal(problems[0]?.file, 'a.md');
  assert.equal(problems[0]?.line, line, formatProblems(problems));
  assert.match(problems[0]?.reason ?? '', reason);
}

/** Front matter below the good lines, indented as people write it. */
export function nested(text: string): string[] {
  const lines = text.replace(/^\n|\n *$/g, '').split('\n');
  const margin = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return [...goodLines, ...lines.map(line => line.slice(margin))];
}

/** Fails unless the one problem of `frontMatter` is on the only line that reads `wrong`, white space aside. */
export function assertAt(frontMatter: readonly string[], wrong: string, reason: RegExp): void {
  const places = frontMatter.flatMap((line, index) => (line.trim() === wrong ? [index + 2] : []));
  assert.equal(places.length, 1, `"${wrong}" is there ${places.length} times`);
  assertOne(problemsOf(frontMatter), places[0] ?? 0, reason);
}

/** A good action, question or source, to be repeated. */
export const goodItems = {
  practise: ['  - do: exercise', '    label: Try it', '    sheet: A'],
  questions: [
    '  - ask: Is it?',
    '    answers:',
    '      - { say: Yes, because: It is, right: true }',
    '      - { say: No, because: It isn’t }',
  ],
  sources: ['  - author: Jo', '    title: A book'],
} as const;

/** Front matter with so many of them. */
export function many(key: keyof typeof goodItems, count: number): string[] {
  return [...goodLines, `${key}:`, ...Array.from({ length: count }, () => goodItems[key]).flat()];
}

/** Front matter that offers all there is. */
export const rich = nested(`
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
