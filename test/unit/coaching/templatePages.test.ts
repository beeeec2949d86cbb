import assert from 'node:assert/strict';
import { templatePages } from '../../../src/coaching/templatePages';
import { compileGuide } from '../../../src/guide/compile';
import { slugOf } from '../../../src/guide/link';
import { parseSection } from '../../../src/guide/sectionFile';
import { formatProblems } from '../../../src/platform/errors';
import { intents } from '../../../src/vocabulary';
import { shippedFigures, shippedGuideFiles, shippedPrefixes, shippedTemplates, sorted } from '../support';
import { aTemplate } from './templates';

const { templates } = shippedTemplates();

/** The guide as the build makes it: what was written by hand and the pages of templates. */
const { guide, problems } = compileGuide([...shippedGuideFiles(), ...templatePages(templates)], {
  templates: shippedPrefixes(),
  figures: new Set(Object.keys(shippedFigures())),
});

describe('the pages of templates', () => {
  it('are one for each intent, in their order, behind all that was written by hand', () => {
    assert.deepEqual(problems, [], formatProblems(problems));
    assert.equal(guide.length, shippedGuideFiles().length + intents.length);
    assert.deepEqual(
      guide.slice(-intents.length).map(({ id, part }) => [id, part]),
      intents.map(intent => [`comments-${intent}`, 'Coaching comments']),
    );
    assert.deepEqual(
      guide.slice(0, -intents.length).filter(({ part }) => part === 'Coaching comments'),
      [],
    );
  });

  it('have titles that no other section has', () => {
    assert.equal(new Set(guide.map(({ title }) => title)).size, guide.length);
  });

  it('offer each template once, to be inserted', () => {
    const offered = guide
      .slice(-intents.length)
      .flatMap(({ practise }) =>
        practise.flatMap(action => (action.do === 'insert' ? [action.template] : [])),
      );
    assert.deepEqual(sorted(offered), sorted(shippedPrefixes()));
  });

  for (const { name, prefix, intent, when, learns, example } of templates) {
    it(`show ${prefix} under a heading that its example is opened at`, () => {
      const section = guide.find(({ id }) => id === `comments-${intent}`);
      const headings = section?.markdown.match(/^## .*$/gm)?.map(line => slugOf(line.slice(3))) ?? [];
      assert.equal(headings.filter(heading => heading === slugOf(name)).length, 1);
      const [, rest = ''] = section?.markdown.split(`## ${name}\n`) ?? [];
      const [own = ''] = rest.split('\n## ');
      assert.ok(own.includes(when) && own.includes(learns));
      const quoted = own.replace(/^> ?/gm, '');
      assert.ok(quoted.includes(`**Correcting:** ${example?.correcting}`));
      assert.ok(quoted.includes(`**Coaching:** ${example?.coaching}`));
    });
  }
});

describe('a page of templates', () => {
  const pageOf = (...some: Parameters<typeof templatePages>[0]) => {
    const file = templatePages(some).find(({ name }) => name.endsWith('explain.md'));
    assert.ok(file);
    const parsed = parseSection(file);
    assert.ok('section' in parsed, JSON.stringify(parsed));
    return parsed.section;
  };

  it('is there without templates too', () => {
    const { practise, markdown } = pageOf();
    assert.deepEqual(practise, []);
    assert.doesNotMatch(markdown, /^##/m);
  });

  it('has of a template what that says, and its example’s lines in two quotes', () => {
    const { practise, markdown } = pageOf(
      aTemplate({ example: { correcting: 'No.', coaching: 'note: One.\n\nTwo.' } }),
      aTemplate({ name: 'Other', prefix: 'cc-other', when: '', learns: '' }),
    );
    assert.ok(
      markdown.endsWith(
        [
          '## Say hello',
          'When.',
          '> **Correcting:** No.\n\n> **Coaching:** note: One.\n> \n> Two.',
          'Why.',
          '## Other',
        ].join('\n\n'),
      ),
      markdown,
    );
    assert.deepEqual(practise, [
      { do: 'insert', label: 'Say hello', template: 'cc-hello' },
      { do: 'insert', label: 'Other', template: 'cc-other' },
    ]);
  });

  it('takes a name with all that YAML and JSON have', () => {
    const name = `a: "b" 'c' # \\d - {e} [f]`;
    assert.deepEqual(pageOf(aTemplate({ name })).practise, [
      { do: 'insert', label: name, template: 'cc-hello' },
    ]);
  });

  it('leaves out templates of other intents', () => {
    assert.deepEqual(pageOf(aTemplate({ intent: 'ask' })).practise, []);
  });
});
