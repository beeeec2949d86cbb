import assert from 'node:assert/strict';
import { guideToHtml, guideToMarkdown } from '../../../src/guide/exportText';
import { shippedFigures, shippedGuide } from '../support';
import { idsOf, mainOf, viewed, words } from './exported';
import { textOf } from './html';

describe('the shipped guide, exported', () => {
  const shipped = shippedGuide().guide;
  const html = guideToHtml(shipped, shippedFigures(), words);
  const markdown = guideToMarkdown(shipped, words);

  for (const [format, text] of [
    ['HTML', html],
    ['Markdown', markdown],
  ] as const) {
    it(`has no link to a section or figure left that only Belay knows, as ${format}`, () => {
      assert.doesNotMatch(text, /guide:|figure:/);
    });

    it(`leads only to anchors that it has, as ${format}`, () => {
      const ids = new Set(idsOf(text));
      const targets = [...text.matchAll(/(?:\]\(|href=")#([^)"]*)/g)].map(([, target = '']) => target);
      assert.ok(targets.length > shipped.length);
      assert.deepEqual(
        targets.filter(target => !ids.has(target)),
        [],
      );
    });

    it(`has each id once, as ${format}`, () => {
      assert.equal(new Set(idsOf(text)).size, idsOf(text).length);
    });

    it(`has every section, worksheet, question and source, as ${format}`, () => {
      const seen = textOf(format === 'HTML' ? text : viewed(text));
      for (const { title, practise, questions, sources } of shipped) {
        const labels = practise.flatMap(action => (action.do === 'exercise' ? action.label : []));
        const rest = [...questions.map(({ ask }) => ask), ...sources.map(source => source.title)];
        for (const expected of [title, ...labels, ...rest]) {
          assert.ok(seen.includes(expected), expected);
        }
      }
    });
  }

  it('has every figure in its HTML, and none in its Markdown', () => {
    const shown = shipped.flatMap(section => section.markdown.match(/\]\(figure:/g) ?? []).length;
    assert.ok(shown > 0);
    assert.equal(html.match(/<svg /g)?.length, shown);
    assert.equal(html.match(/class="figure"/g)?.length, shown);
    assert.doesNotMatch(markdown, /<svg|!\[/);
  });

  it('has no markup left in what its HTML shows', () => {
    assert.doesNotMatch(textOf(mainOf(html)), /\*\*|\]\(|^#|(?:^|\s)_\S|\S_(?:\s|$)/m);
  });
});
