import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewOf } from '../../src/coaching/snippetBody';
import { parseTemplates } from '../../src/coaching/template';
import { formatProblem, formatProblems } from '../../src/platform/errors';
import { shippedFigures, shippedGuide, sorted } from './support';

/** The sections whose facts are from elsewhere. */
const beyondTheArticle = [
  'first-one-on-one',
  'feedback-with-sbi',
  'coaching-with-grow',
  'levels-of-delegation',
  'code-review-as-coaching',
  'running-a-retrospective',
  'a-growth-plan',
  'telling-your-manager',
  'first-90-days',
  'managing-former-peers',
  'imposter-feelings',
  'manager-or-staff',
];

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

  it('has what the article lacks and its reader looks for next, with sources that the text names', () => {
    for (const id of beyondTheArticle) {
      const section = guide.find(candidate => candidate.id === id);
      assert.ok(section, `there is a section ${id}`);
      assert.ok(section.sources.length > 0, `${id} has a source`);
      for (const { author } of section.sources) {
        // A person's last name, or the first word of what isn't a person.
        const words = (author.split(/,| and | & /)[0] ?? '').trim().split(' ');
        const isNamed = [words.at(-1), words[0]].some(word => word && section.markdown.includes(word));
        assert.ok(isNamed, `${id} names ${author} in its text`);
      }
    }
  });

  it('shows each of its figures once', () => {
    const shown = guide.flatMap(({ markdown }) =>
      [...markdown.matchAll(/\]\(figure:([a-z-]+)\)/g)].map(([, name]) => name),
    );
    assert.deepEqual(sorted(shown.map(String)), sorted(Object.keys(shippedFigures())));
  });

  it('has questions whose right answer is mostly neither the first nor the longest', () => {
    const questions = guide.flatMap(section => section.questions);
    const share = (count: number) => count / questions.length;
    const right = (answers: (typeof questions)[number]['answers']) =>
      answers.findIndex(answer => answer.right);
    const longest = questions.filter(({ answers }) => {
      const lengths = answers.map(({ say }) => say.length);
      return lengths[right(answers)] === Math.max(...lengths);
    });
    assert.ok(share(longest.length) < 0.4, `${longest.length} of ${questions.length} are the longest`);
    assert.ok(share(questions.filter(({ answers }) => right(answers) === 0).length) < 0.5);
  });

  it('offers every kind of practice', () => {
    const actions = new Set(guide.flatMap(section => section.practise.map(action => action.do)));
    assert.deepEqual(sorted(actions), ['exercise', 'insert', 'log']);
  });

  it('has a title of its own for each section', () => {
    assert.equal(new Set(guide.map(({ title }) => title)).size, guide.length);
  });

  it('has the sections of a part next to each other', () => {
    const parts = guide.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1]);
    assert.deepEqual(parts, [...new Set(parts)]);
  });

  for (const { id, markdown, practise, questions } of guide) {
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

      it('has something to practise and two or three questions', () => {
        assert.ok(practise.length >= 1);
        assert.ok(questions.length === 2 || questions.length === 3, `it has ${questions.length}`);
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

describe('the figures', () => {
  for (const [name, svg] of Object.entries(shippedFigures())) {
    it(`take their colours from the theme and run nothing: ${name}`, () => {
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 240 \d+"/);
      assert.doesNotMatch(svg, /#[0-9a-f]{3,8}\b|rgb|<style|<script|\son\w+=|href|foreignObject/i);
      assert.ok([...svg.matchAll(/class="([^"]*)"/g)].every(([, names = '']) => /^fig-[a-z-]+$/.test(names)));
    });
  }
});
