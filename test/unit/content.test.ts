import assert from 'node:assert/strict';
import { decorations, labels } from '../../src/coaching/label';
import { previewOf } from '../../src/coaching/snippetBody';
import { linesOf, type Template } from '../../src/coaching/template';
import { formatProblem, formatProblems } from '../../src/platform/errors';
import { intents } from '../../src/vocabulary';
import { shippedFigures, shippedGuide, shippedPrefixes, shippedTemplates, sorted } from './support';

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

/** Words that make a comment sound like a verdict on its author. */
const belittling = /\b(?:just|simply|obviously|why did you)\b/i;

describe('the shipped templates', () => {
  const { templates, problems } = shippedTemplates();

  it('have no problem', () => {
    assert.deepEqual(problems.map(formatProblem), []);
  });

  it('are at least 40', () => {
    assert.ok(templates.length >= 40, `there are ${templates.length}`);
  });

  it('are what a look at their prefixes finds, each with one of its own', () => {
    assert.deepEqual(sorted(templates.map(({ prefix }) => prefix)), sorted(shippedPrefixes()));
  });

  for (const label of labels) {
    it(`use the label ${label}`, () => {
      assert.ok(templates.some(template => template.label === label));
    });
  }

  for (const decoration of decorations) {
    it(`use the decoration ${decoration}`, () => {
      assert.ok(templates.some(template => template.decorations.includes(decoration)));
    });
  }

  for (const intent of intents) {
    it(`are at least three for the intent ${intent}`, () => {
      const count = templates.filter(template => template.intent === intent).length;
      assert.ok(count >= 3, `there are ${count}`);
    });
  }

  for (const [what, of] of Object.entries({
    names: ({ name }: Template) => name,
    'wrong examples': ({ example }: Template) => example?.correcting,
    'right examples': ({ example }: Template) => example?.coaching,
    texts: ({ body }: Template) => body,
    purposes: ({ when }: Template) => when,
    reasons: ({ learns }: Template) => learns,
  })) {
    it(`have ${what} of their own`, () => {
      assert.equal(new Set(templates.map(of)).size, templates.length);
    });
  }

  it('never decorate praise, whose intent praise alone has', () => {
    const praise = templates.filter(({ label }) => label === 'praise');
    assert.ok(praise.length > 0 && praise.every(({ decorations: some }) => some.length === 0));
    assert.deepEqual(
      praise,
      templates.filter(({ intent }) => intent === 'praise'),
    );
  });

  for (const template of templates) {
    describe(`template "${template.name}"`, () => {
      const { label, decorations: decorated, prefix, when, learns, example, body } = template;
      const preview = previewOf(linesOf(template, { style: 'plain', withDecorations: true }));
      const opening = decorated.length > 0 ? `${label} (${decorated.join(', ')}): ` : `${label}: `;

      it('says when to use it, what its author learns, and has an example', () => {
        for (const sentence of [when, learns, example?.correcting ?? '', example?.coaching ?? '']) {
          assert.match(sentence, /\S/);
        }
      });

      it('has a prefix that begins with its label', () => {
        assert.ok(prefix.startsWith(`cc-${label}-`), prefix);
      });

      it('has a preview without any snippet syntax', () => {
        assert.doesNotMatch(preview, /\$\{|\$\d|\\|TM_|…/);
      });

      it('has a preview that opens with its label and decorations, and so has its example', () => {
        assert.ok(preview.startsWith(opening), preview);
        assert.ok(example?.coaching.startsWith(opening), example?.coaching);
        assert.ok(!example?.correcting.startsWith(opening));
      });

      it('has between 20 and 110 words', () => {
        const words = wordsIn(preview.slice(opening.length));
        assert.ok(words >= 20 && words <= 110, `it has ${words}`);
      });

      it('belittles nobody', () => {
        for (const text of [preview, when, learns, example?.coaching ?? '']) {
          assert.doesNotMatch(text, belittling);
        }
      });

      it('has tab stops that count from 1', () => {
        const stops = [...body.matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
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
