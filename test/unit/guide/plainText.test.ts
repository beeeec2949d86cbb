import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../../src/guide/plainText';
import { anyText } from '../support';

describe('the words of a section', () => {
  for (const [construct, markdown, words] of [
    ['a paragraph over lines', 'a\nb', 'a b'],
    ['paragraphs', 'a\n\nb', 'a b'],
    ['emphasis', '*a* **b** ~~c~~ ***d***', 'a b c d'],
    ['emphasis inside a word', 'un*believ*able', 'unbelievable'],
    ['code in a line', 'a `b <c>` d', 'a b <c> d'],
    ['code', '```js\nlet a;\n```\n\n    b', 'let a; b'],
    ['a heading, which ends', '## For example\n\nA', 'For example. A'],
    ['a list', '- a\n- b **c**\n\n1. d', 'a b c d'],
    ['a loose list', '- a\n\n  b\n\n- c', 'a b c'],
    ['a list in a list', '- a\n  - b\n- c', 'a b c'],
    ['a list with a quote and code', '- a\n  > b\n- c\n  ```\n  d\n  ```\n- e', 'a b c d e'],
    ['a list of tasks', '- [ ] a\n- [x] b', 'a b'],
    ['a quote', '> a\n>\n> b\n\nc', 'a b c'],
    ['a table', '| a | b |\n|-|-|\n| 1 | **2** |', 'a · b · 1 · 2'],
    ['a line across', 'a\n\n---\n\nb', 'a b'],
    ['a line break', 'a  \nb', 'a b'],
    ['a link', '[a **b**](https://example.org "c") d', 'a b d'],
    ['a link between brackets', '<https://example.org>', 'https://example.org'],
    ['a link to a section', '[a](guide:b)', 'a'],
    ['a refused link', '[a](javascript:b)', 'a'],
    ['a link by reference', '[a][r]\n\n[r]: https://example.org', 'a'],
    ['a figure', '![What it shows](figure:ladder)', 'What it shows'],
    ['HTML', 'a <b>c</b>\n\n<div>\nd\n</div>', 'a <b> c</b> <div> d </div>'],
    ['escaped signs', '\\*a\\* 1\\. C\\#', '*a* 1. C#'],
    ['entities', 'R&amp;D &lt;b&gt; &quot;c&quot; d&hellip;', 'R&D <b> "c" d…'],
    ['entities by number', '&#65;&#x42;&#X43; &#128077;', 'ABC 👍'],
    [
      'entities that there aren’t',
      '&gone; &toString; &constructor; & &;',
      '&gone; &toString; &constructor; & &;',
    ],
    ['an entity by a number that no sign has', 'a &#9999999; b', 'a \ufffd b'],
    ['nothing', '', ''],
  ] as const) {
    it(`of ${construct} are "${words}"`, () => {
      assert.equal(plainText(markdown), words);
    });
  }

  it('are those of the text as it was written where it is nested beyond sense', () => {
    assert.equal(plainText(`${'> '.repeat(20_000)}a`).at(-1), 'a');
  }).timeout(10_000);

  it('have single spaces and none around them, for any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        assert.doesNotMatch(plainText(text), /^\s|\s$|[^\S ]| {2}/);
      }),
    );
  });

  it('are all there, for any words and their markup', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const marked = fc
      .tuple(word, fc.constantFrom('', '*', '**', '`', '~~'))
      .map(([text, mark]) => `${mark}${text}${mark}`);
    const block = fc
      .tuple(fc.constantFrom('', '## ', '- ', '> ', '1. '), fc.array(marked, { minLength: 1 }))
      .map(([begin, words]) => `${begin}${words.join(' ')}`);
    fc.assert(
      fc.property(fc.array(block), blocks => {
        const text = blocks.join('\n\n');
        assert.deepEqual(plainText(text).match(/[a-z]+/g), text.match(/[a-z]+/g));
      }),
    );
  });
});
