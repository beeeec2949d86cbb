import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addPages } from '../../../src/guide/compile';
import { hostilePages } from '../../fixtures/hostilePages';
import { aSection } from '../../fixtures/section';
import { anyText } from '../support';
import {
  figures,
  full,
  guide,
  idsOf,
  mainOf,
  other,
  plainExtras,
  plainTexts,
  team,
  toHtml,
  untrusted,
} from './exported';
import { assertTame, linksOf, tagsOf, textOf } from './html';

describe('the guide as HTML', () => {
  const html = toHtml(...guide);

  it('has all sections in their order, with title, part and summary', () => {
    assert.deepEqual(
      [...html.matchAll(/<section id="([^"]*)">\n<h2>(.*)<\/h2>/g)].map(([, id, title = '']) => [
        id,
        textOf(title),
      ]),
      guide.map(({ id, title }) => [`section-${id}`, title]),
    );
    assert.match(textOf(html), /The <part>: What <b>it<\/b> says/);
  });

  it('has its title and a list of contents that leads to each section', () => {
    for (const element of [/<title>(.*)<\/title>/, /<h1>(.*)<\/h1>/]) {
      assert.equal(textOf(element.exec(html)?.[1] ?? ''), 'The guide & more');
    }
    const contents = /<nav>([\s\S]*)<\/nav>/.exec(html)?.[1] ?? '';
    assert.deepEqual(
      [...contents.matchAll(/<a href="([^"]*)">(.*)<\/a>/g)].map(([, href, title = '']) => [
        href,
        textOf(title),
      ]),
      guide.map(({ id, title }) => [`#section-${id}`, title]),
    );
  });

  it('may load and run nothing, by its own policy', () => {
    assert.match(
      html,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/,
    );
    assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<style>'));
    assert.doesNotMatch(html, /<(?:script|link|img|iframe|object|base)[\s>]/i);
    assert.doesNotMatch(html, /url\(|@import/);
  });

  it('leads from section to section within itself', () => {
    assert.match(mainOf(html), /<a href="#section-other">the other<\/a>/);
    assert.match(mainOf(html), /<a href="#section-other">a heading of it<\/a>/);
    assert.match(mainOf(html), /<a href="https:\/\/example\.org">the web<\/a>/);
    assert.doesNotMatch(html, /href="(?!#|https:\/\/)/);
  });

  it('has each id once, and every one that a link names', () => {
    const ids = idsOf(html);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, target = ''] of html.matchAll(/href="#([^"]*)"/g)) {
      assert.ok(ids.includes(target), target);
    }
  });

  for (const [what, ...sections] of [
    [
      'section a with heading B C and section a-b with heading C',
      aSection('a', { markdown: '## B C' }),
      aSection('a-b', { markdown: '## C' }),
    ],
    ['a section called section', aSection('section', { markdown: '## Two' }), aSection('two')],
    [
      'a heading More sources',
      aSection('a', { markdown: '## More sources', sources: [{ author: 'A', title: 'B' }] }),
    ],
    [
      'a section called a-more',
      aSection('a', { sources: [{ author: 'A', title: 'B' }] }),
      aSection('a-more', { markdown: '## Sources\n\n## Sources' }),
    ],
  ] as const) {
    it(`has each id once also with ${what}`, () => {
      const ids = idsOf(toHtml(...sections));
      assert.equal(new Set(ids).size, ids.length, String(ids));
    });
  }

  it('leads nowhere that isn’t there', () => {
    const text = mainOf(toHtml(aSection('one', { markdown: 'A [**b**](guide:gone) [c](guide:one#gone)' })));
    assert.deepEqual(linksOf(text), ['#section-one']);
    assert.match(text, /<p>A <strong>b<\/strong> <a /);
  });

  it('has figures in it, with their text', () => {
    assert.ok(
      html.includes(
        `<div class="figure" role="img" aria-label="A ladder of seven rungs">${figures.ladder}</div>`,
      ),
    );
  });

  it('has the text of a figure that it hasn’t, whatever that is called', () => {
    for (const name of ['gone', 'constructor', 'valueof', 'proto']) {
      const text = mainOf(toHtml(aSection('one', { markdown: `![A text](figure:${name})` })));
      assert.match(text, /<p>A text<\/p>/);
    }
  });

  it('has headings below the title of their section, in their order', () => {
    const levels = tagsOf(mainOf(toHtml(full)).replaceAll(figures.ladder, ''))
      .filter(({ name, isEnd }) => /^h\d$/.test(name) && !isEnd)
      .map(({ name }) => name);
    assert.deepEqual(levels.slice(0, 4), ['h2', 'h3', 'h4', 'h3']);
    assert.ok(!levels.includes('h1') && levels.lastIndexOf('h2') === 0);
  });

  it('takes no focus: nothing in it scrolls by itself', () => {
    assert.doesNotMatch(html, /tabindex/);
  });

  it('has worksheets, questions with the right answer, and sources', () => {
    const text = textOf(mainOf(html).replaceAll('</', ' </')).replace(/\s+/g, ' ');
    assert.match(text, /Practise it Plan it A plan first a b … … Check yourself /);
    assert.match(
      text,
      /What comes first\? The plan \(Right\. It is the first\.\) The rest \(It comes later\.\)/,
    );
    assert.match(text, /Sources Jo: A book \(2001\) Ana: A talk/);
    assert.match(html, /<a href="https:\/\/example\.org\/book"><em>A book<\/em><\/a> \(2001\)/);
  });

  it('shows worksheets’ names, questions and sources as the plain text that they are', () => {
    const text = textOf(mainOf(toHtml(aSection('one', plainExtras))));
    for (const expected of plainTexts) {
      assert.ok(text.includes(expected), expected);
    }
  });

  it('leads to a source at any address', () => {
    const url = 'https://example.org/a_(b)_c?d=*e*&f=g';
    const html = mainOf(toHtml(aSection('one', { sources: [{ author: 'A', title: 'B', url }] })));
    assert.deepEqual(linksOf(html), [url]);
  });

  it('leaves out headings for what a section hasn’t, and actions that are no worksheet', () => {
    const text = textOf(mainOf(toHtml(other)));
    assert.doesNotMatch(text, /Practise it|Check yourself|Sources/);
    assert.doesNotMatch(html, /Log it|Say it/);
  });

  it('shows HTML of a team’s page as text', () => {
    const text = mainOf(toHtml(team));
    assertTame(text, '#section-', ['section']);
    assert.match(textOf(text), /A <b onclick="x">c<\/b>\n+<script>alert\(1\)<\/script>/);
    assert.match(textOf(text), /a b/);
  });

  it('shows a page that isn’t trusted as the text that it is', () => {
    const text = mainOf(toHtml(untrusted));
    assertTame(text, '#section-', ['section']);
    assert.equal(tagsOf(text).filter(({ name }) => name === 'pre').length, 2);
    assert.ok(textOf(text).includes(untrusted.markdown));
    assert.deepEqual(
      tagsOf(text).filter(({ name }) => name === 'a'),
      [],
    );
  });

  it('has nothing but text in titles, parts and summaries, for any text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, part, summary) => {
        const text = toHtml(aSection('one', { title, part, summary }));
        assertTame(mainOf(text), '#section-', ['section']);
        assert.ok(textOf(text).includes(title));
      }),
    );
  });

  for (const origin of ['team', 'untrusted'] as const) {
    it(`is as tame with ${origin} pages that do their worst`, () => {
      const pages = addPages([], hostilePages, { templates: new Set(), figures: new Set() }, origin);
      assert.ok(pages.guide.length > 250);
      assertTame(mainOf(toHtml(...pages.guide)), '#section-', ['section']);
    }).timeout(20_000);
  }
});
