import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Part, partsOf, referenceOf } from '../../../src/guide/references';
import { anyText } from '../support';

/** Each part as its kind and where it leads; a heading as its words. */
const told = (markdown: string) =>
  partsOf(markdown).map(({ token }) => `${token.type} ${token.type === 'heading' ? token.text : token.href}`);

const lineOf = (markdown: string, { from }: Part) => markdown.slice(0, from).split('\n').length;

describe('the parts of a text', () => {
  it('are its links, pictures, definitions and headings, in their order', () => {
    const markdown =
      '# A\n\n[b](guide:c) and ![d](figure:e)\n\n## F\n\n<https://g.org> [h][r]\n\n[r]: guide:i';
    assert.deepEqual(told(markdown), [
      'heading A',
      'link guide:c',
      'image figure:e',
      'heading F',
      'link https://g.org',
      'link guide:i',
      'def guide:i',
    ]);
  });

  it('are none in a text without any', () => {
    assert.deepEqual(partsOf(''), []);
    assert.deepEqual(partsOf('A *b* `c`\n\n> d\n\n- e'), []);
  });

  for (const [place, markdown] of [
    ['a list in a list', '- a\n  - [b](guide:c)'],
    ['a loose list', '1. a\n\n   [b](guide:c)'],
    ['a quote', '> a\n>\n> [b](guide:c)'],
    ['the head of a table', '| [b](guide:c) |\n|-|\n| a |'],
    ['a row of a table', '| a |\n|-|\n| [b](guide:c) |'],
    ['emphasis', '**a *[b](guide:c)***'],
    ['a list of tasks', '- [x] [b](guide:c)'],
  ] as const) {
    it(`may stand in ${place}`, () => {
      assert.deepEqual(told(markdown), ['link guide:c']);
      const [part] = partsOf(markdown);
      assert.equal(part && markdown.slice(part.from, part.to), '[b](guide:c)');
    });
  }

  it('may stand in each other', () => {
    const markdown = '## A [b](guide:c)\n\n[![d](figure:e) **f**](guide:g)';
    assert.deepEqual(told(markdown), [
      'heading A [b](guide:c)',
      'link guide:c',
      'link guide:g',
      'image figure:e',
    ]);
    assert.deepEqual(
      partsOf(markdown)
        .slice(0, 3)
        .map(({ from }) => from),
      [0, markdown.indexOf('[b]'), markdown.indexOf('[![')],
    );
  });

  for (const [way, link] of [
    ['with a title', '[a](guide:b "C")'],
    ['in angle brackets', '[a](<guide:b>)'],
    ['as an address of its own', '<guide:b>'],
  ] as const) {
    it(`have their address where it is written ${way}`, () => {
      assert.deepEqual(told(`A ${link}.`), ['link guide:b']);
      assert.equal(partsOf(`A ${link}.`)[0]?.token.raw, link);
    });
  }

  for (const [way, link] of [
    ['in full', '[a][r]'],
    ['by their words', '[r][]'],
    ['by their words alone', '[R]'],
  ] as const) {
    it(`have their address where they are by reference ${way}`, () => {
      assert.deepEqual(told(`A ${link}.\n\n[r]: <guide:b> "C"`), ['link guide:b', 'def guide:b']);
    });
  }

  for (const [kind, code] of [
    ['a fence', '```md\n[a](guide:b)\n# C\n```'],
    ['a fence of waves', '~~~\n[a](guide:b)\n~~~'],
    ['a fence that stays open', '```\n[a](guide:b)'],
    ['indented code', 'A\n\n    [a](guide:b)\n    # C'],
    ['code in a line', 'A `[a](guide:b)` and ``![c](figure:d)` ``'],
    ['a comment', '<!-- [a](guide:b) -->'],
    ['a tag', '<b title="[a](guide:b)">'],
    ['code in a list', '- a\n\n  ```\n  [a](guide:b)\n  ```'],
    ['code in a quote', '> ```\n> [a](guide:b)\n> ```'],
  ] as const) {
    it(`are none in ${kind}`, () => {
      assert.deepEqual(told(code), []);
    });
  }

  it('are found behind code that looks like them', () => {
    const link = '[a](guide:b)';
    const markdown = `\`${link}\`\n\n\`\`\`\n${link}\n\`\`\`\n\n<!-- ${link} -->\n\n${link} \`${link}\` ${link}`;
    assert.deepEqual(
      partsOf(markdown).map(({ from }) => from),
      [markdown.lastIndexOf(`${link} \``), markdown.lastIndexOf(link)],
    );
  });

  it('stand on their lines also with the line ends of Windows', () => {
    const markdown = ['# A', '', '[b](guide:c)', 'and [d](guide:e)', '', '- f', '- ![g](figure:h)', ''].join(
      '\r\n',
    );
    assert.deepEqual(
      partsOf(markdown)
        .filter(({ token }) => token.type !== 'heading')
        .map(part => [part.token.raw, lineOf(markdown, part)]),
      [
        ['[b](guide:c)', 3],
        ['[d](guide:e)', 4],
        ['![g](figure:h)', 7],
      ],
    );
  });

  it('are found whole where a quote, a list or code before them breaks them up', () => {
    const markdown =
      '- `` x\n  [c](guide:e) ``\n\n> [c\n> d](guide:e)\n\n- [f\n  g](guide:h)\n\n[c](guide:e)';
    assert.deepEqual(
      partsOf(markdown).map(({ from, to }) => markdown.slice(from, to)),
      ['[c\n> d](guide:e)', '[f\n  g](guide:h)', '[c](guide:e)'],
    );
  });

  it('are none in a text that is nested beyond sense', () => {
    assert.deepEqual(partsOf(`${'> '.repeat(20_000)}[a](guide:b)`), []);
  }).timeout(10_000);

  it('stand where they say, one behind the other, for any text', () => {
    const fragment = fc.oneof(
      fc.constantFrom(
        ...['[a](guide:b)', '![a](figure:b)', '[a][r]', '\n[r]: guide:c\n', '<guide:d>', '[a\nb](guide:c)'],
        ...[
          '\n# A ',
          '\n> ',
          '\n- ',
          '\n1. ',
          '\n  ',
          '\n    ',
          '`',
          '\n```\n',
          '\n~~~\n',
          '<b>',
          '<!--',
          '-->',
        ],
        ...['\n', '\n\n', '\r\n', ' ', 'a', '|', '\n|-|\n', '\\', '*', '[', ']', '(', ')', '![', '\t', '=\n'],
      ),
      anyText,
    );
    const anyMarkdown = fc.array(fragment, { maxLength: 25, size: 'medium' }).map(all => all.join(''));
    fc.assert(
      fc.property(anyMarkdown, markdown => {
        let before = 0;
        for (const { token, from, to } of partsOf(markdown)) {
          assert.ok(from >= before && from <= markdown.length, `${before}, then ${from}`);
          before = from;
          if (to > from) {
            const bare = (text: string) => text.replace(/[>\s]/g, '');
            assert.equal(bare(markdown.slice(from, to)), bare(token.raw));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a reference within the guide', () => {
  for (const [href, to, name] of [
    ['guide:execution', 'section', 'execution'],
    ['guide:execution#for-example', 'section', 'execution'],
    ['guide:execution#a#b', 'section', 'execution'],
    ['figure:ladder', 'figure', 'ladder'],
    ['figure:ladder#x', 'figure', 'ladder'],
    ['guide:', 'section', ''],
    ['guide:#a', 'section', ''],
    ['guide:No Id', 'section', 'No Id'],
    ['guide:constructor', 'section', 'constructor'],
    ['guide:figure:a', 'section', 'figure:a'],
  ] as const) {
    it(`is ${href}`, () => {
      assert.deepEqual(referenceOf(href), { to, name });
    });
  }

  for (const href of [
    '',
    '#a',
    'guide',
    'GUIDE:a',
    ' guide:a',
    'xguide:a',
    'guides:a',
    'https://example.org/guide:a',
    'mailto:guide:a',
    '/guide:a',
    'command:guide:a',
  ]) {
    it(`isn’t ${JSON.stringify(href)}`, () => {
      assert.equal(referenceOf(href), undefined);
    });
  }
});
