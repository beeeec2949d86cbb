import assert from 'node:assert/strict';
import * as v from 'valibot';
import { bodyOffset, parseFrontMatter } from '../../../src/platform/frontMatter';

const parse = (yaml: string) =>
  parseFrontMatter(v.looseObject({}), { name: 'a.md', text: `---\nfine: yes\n${yaml}\n---\nBody.` });

describe('front matter that is nested without end', () => {
  // Without the check some of these end the process instead of the test.
  for (const [what, yaml] of [
    ['lists', `deep: ${'['.repeat(5000)}`],
    ['closed lists', `deep: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['maps', `deep: ${'{a: '.repeat(5000)}`],
    ['lists on lines of their own', `deep: [\n${'  [\n'.repeat(5000)}`],
    ['list marks', `deep:\n  ${'- '.repeat(5000)}x`],
    ['key marks', `${'? '.repeat(5000)}x`],
    ['both marks', `${'? - '.repeat(5000)}x`],
  ] as const) {
    it(`is refused: ${what}`, () => {
      const parsed = parse(yaml);
      assert.ok('problems' in parsed);
      assert.equal(parsed.problems.length, 1);
      assert.match(parsed.problems[0]?.reason ?? '', /nested too deeply/);
    });
  }

  it('is refused on the line where it gets too deep', () => {
    const parsed = parse(`one: 1\ntwo: "a\n  b"\nthree: ${'['.repeat(100)}`);
    assert.ok('problems' in parsed);
    assert.equal(parsed.problems[0]?.line, 6);
  });

  it('may hold any number of brackets and marks that nest nothing', () => {
    const many = '[{- '.repeat(200);
    const items = Array.from({ length: 200 }, (_, index) => `  - [${index}, {a: 1}]`).join('\n');
    const parsed = parse(`quoted: "${many}"\nliteral: |\n  ${many}\n# ${many}\nlist:\n${items}`);
    assert.ok('front' in parsed);
    assert.equal(Object.keys(parsed.front).length, 4);
  });
});

describe('what stands below front matter', () => {
  for (const [what, text, rest] of [
    ['below blank lines', '---\na: 1\n---\n\n \nBody\n\n---\n', 'Body\n\n---\n'],
    ['with line ends of Windows', '---\r\na: 1\r\n---\r\n\r\nBody', 'Body'],
    ['where nothing stands', '---\na: 1\n---\n', ''],
    ['without front matter', 'Body\n---\n', 'Body\n---\n'],
  ] as const) {
    it(`is found ${what}`, () => {
      assert.equal(text.slice(bodyOffset(text)), rest);
    });
  }
});
