import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGuide as compile, type Known } from '../../../src/guide/compile';
import { formatProblems } from '../../../src/platform/errors';
import type { TextFile } from '../../../src/platform/frontMatter';

const known: Known = { templates: new Set(['cc-known']), figures: new Set(['ladder']) };
const compileGuide = (files: readonly TextFile[]) => compile(files, known);

function fileOf(name: string, id: string, markdown = 'Body.') {
  return {
    name,
    text: `---\nid: ${id}\ntitle: T\npart: P\nsummary: S\n---\n\n${markdown}\n`,
  };
}

const broken = { name: '2.md', text: '---\ntitle: only\n---\n' };

describe('compiling a guide', () => {
  it('puts the sections in the order of their file names, however they come', () => {
    const files = ['10.md', '20.md', '30.md', '40.md'].map(name => fileOf(name, `s-${name.slice(0, 2)}`));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), shuffled => {
        assert.deepEqual(
          compileGuide(shuffled).guide.map(section => section.id),
          ['s-10', 's-20', 's-30', 's-40'],
        );
      }),
    );
  });

  it('leaves the given list in its order', () => {
    const files = [fileOf('2.md', 'two'), fileOf('1.md', 'one')];
    compileGuide(files);
    assert.deepEqual(
      files.map(({ name }) => name),
      ['2.md', '1.md'],
    );
  });

  it('finds no problem where there is none', () => {
    assert.deepEqual(
      compileGuide([fileOf('1.md', 'one', 'See [two](guide:two).'), fileOf('2.md', 'two')]).problems,
      [],
    );
  });

  it('keeps the other sections when one is broken', () => {
    const { guide, problems } = compileGuide([fileOf('1.md', 'one'), broken, fileOf('3.md', 'three')]);
    assert.deepEqual(
      guide.map(section => section.id),
      ['one', 'three'],
    );
    assert.ok(problems.length > 0 && problems.every(({ file }) => file === '2.md'));
  });

  it('gives an empty guide for no files', () => {
    assert.deepEqual(compileGuide([]), { guide: [], problems: [] });
  });

  it('keeps the first of two sections with one id, and names both files', () => {
    const { guide, problems } = compileGuide([
      fileOf('2.md', 'same', 'Second.'),
      fileOf('1.md', 'same', 'First.'),
    ]);
    assert.deepEqual(
      guide.map(section => section.markdown),
      ['First.'],
    );
    assert.deepEqual(problems, [{ file: '2.md', line: 2, reason: 'id: "same" is already the id of 1.md' }]);
  });
});

describe('a link in a guide', () => {
  it('to a section that there is not is named with its file and line', () => {
    const { guide, problems } = compileGuide([
      fileOf('1.md', 'one', 'First.\n\nSee [this](guide:nowhere) and [that](guide:one).'),
      fileOf('2.md', 'two'),
    ]);
    assert.deepEqual(problems, [
      { file: '1.md', line: 10, reason: 'there is no section "nowhere" to link to' },
    ]);
    assert.equal(guide.length, 2);
  });

  it('is checked each time, also twice on a line', () => {
    const { problems } = compileGuide([fileOf('1.md', 'one', '[a](guide:x) [b](guide:y)\n[c](guide:x)')]);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [8, 8, 9],
    );
  });

  it('without a section is a problem too', () => {
    assert.equal(compileGuide([fileOf('1.md', 'one', '[a](guide:)')]).problems.length, 1);
  });

  it('may point forwards, backwards and to its own section', () => {
    const links = '[a](guide:one) [b](guide:two)';
    assert.deepEqual(compileGuide([fileOf('1.md', 'one', links), fileOf('2.md', 'two', links)]).problems, []);
  });

  it('to the web is not checked', () => {
    assert.deepEqual(compileGuide([fileOf('1.md', 'one', '[a](https://example.org/guide:x)')]).problems, []);
  });
});

describe('the problems of a guide', () => {
  it('are a line each, in the form that editors make clickable', () => {
    const { problems } = compileGuide([
      { name: 'b.md', text: '---\nid: one\npart: P\nsummary: S\n---\n' },
      { name: 'c.md', text: 'no front matter' },
    ]);
    assert.match(formatProblems(problems), /^b\.md:1: title: .+\nc\.md:1: .+$/);
  });
});
