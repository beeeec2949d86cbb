import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewOf } from '../../src/coaching/snippetBody';
import { parseTemplates } from '../../src/coaching/template';
import { formatProblem, formatProblems } from '../../src/platform/errors';
import { shippedGuide } from './support';

/** Words as a reader counts them: what has a letter or a digit in it, table lines and bullets aside. */
function wordsIn(markdown: string): number {
  return markdown.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

function headingsIn(markdown: string): string[] {
  return markdown.split('\n').filter(line => /^#{1,6} /.test(line));
}

describe('the shipped guide', () => {
  const { guide, problems } = shippedGuide();

  it('has no problem', () => {
    assert.deepEqual(problems, [], formatProblems(problems));
  });

  it('has at least 22 sections', () => {
    assert.ok(guide.length >= 22, `it has ${guide.length}`);
  });

  it('has a title of its own for each section', () => {
    assert.equal(new Set(guide.map(({ title }) => title)).size, guide.length);
  });

  it('has the sections of a part next to each other', () => {
    const parts = guide.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1]);
    assert.deepEqual(parts, [...new Set(parts)]);
  });

  for (const { id, markdown } of guide) {
    describe(`section ${id}`, () => {
      it('has between 150 and 500 words', () => {
        const words = wordsIn(markdown);
        assert.ok(words >= 150 && words <= 500, `it has ${words}`);
      });

      it('has one example and ends with a question to ask oneself', () => {
        const headings = headingsIn(markdown);
        assert.equal(headings.filter(heading => heading === '## For example').length, 1);
        assert.equal(headings.filter(heading => heading === '## Ask yourself').length, 1);
        assert.equal(headings.at(-1), '## Ask yourself');
        assert.match(markdown, /\?\s*$/);
      });

      it('leaves its title to the page, and the levels below it in order', () => {
        assert.ok(headingsIn(markdown).every(heading => heading.startsWith('## ')));
      });
    });
  }
});

describe('the shipped templates', () => {
  const file = 'snippets/coaching-comments.json';
  const text = readFileSync(join(process.cwd(), file), 'utf8');
  const { templates, problems } = parseTemplates(file, text);

  it('have no problem', () => {
    assert.deepEqual(problems.map(formatProblem), []);
  });

  it('are at least 12', () => {
    assert.ok(templates.length >= 12, `there are ${templates.length}`);
  });

  for (const label of ['praise', 'question', 'suggestion', 'issue', 'thought', 'todo', 'nitpick', 'note']) {
    it(`use the label ${label}`, () => {
      assert.ok(templates.some(template => template.label === label));
    });
  }

  it('have names and prefixes of their own', () => {
    const prefixes = text.match(/"prefix": "[^"]*"/g) ?? [];
    assert.equal(prefixes.length, templates.length);
    assert.equal(new Set(prefixes).size, templates.length);
    assert.equal(new Set(templates.map(({ name }) => name)).size, templates.length);
  });

  it('never decorate praise', () => {
    const praise = templates.filter(({ label }) => label === 'praise');
    assert.ok(praise.length > 0 && praise.every(({ decorations }) => decorations.length === 0));
  });

  for (const { name, label, decorations, body } of templates) {
    describe(`template "${name}"`, () => {
      it('has a preview without any snippet syntax', () => {
        assert.doesNotMatch(previewOf(body), /\$\{|\$\d|\\/);
      });

      it('has a preview that opens with its label and decorations', () => {
        const decorated = decorations.length > 0 ? `${label} (${decorations.join(', ')}): ` : `${label}: `;
        assert.ok(previewOf(body).startsWith(decorated));
      });

      it('has tab stops that count from 1', () => {
        const stops = [...body.join('\n').matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
        assert.deepEqual(
          [...new Set(stops)],
          Array.from({ length: new Set(stops).size }, (_, index) => index + 1),
        );
      });
    });
  }
});
