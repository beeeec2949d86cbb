import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked, type Token, type Tokens } from 'marked';
import type { Moment } from '../../../src/journal/moment';
import { momentsToMarkdown, momentsToPaste } from '../../../src/journal/text/exportMarkdown';
import { aMoment, anyText } from '../support';
import { momentWords } from './momentWords';
import { anyWholeMoments } from './wholeMoments';

const words = { ...momentWords, title: 'Journal' };

const marked = new Marked({ async: false, gfm: true });
const write = (...moments: Moment[]) => momentsToMarkdown(moments, words);
const writeWhat = (what: string) => write(aMoment('a', { what, who: [] }));
const render = (markdown: string) => marked.parse(markdown) as string;

/** The quote that `what` becomes. */
function quoteOf(what: string): string {
  return writeWhat(what).split('### 14:30\n\n')[1]?.trimEnd() ?? '';
}

/** All tokens of a document, whatever they stand in. */
function allTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap(token => {
    const {
      tokens: inner = [],
      items = [],
      header = [],
      rows = [],
    } = token as Partial<Tokens.Table> & {
      tokens?: Token[];
      items?: Token[];
    };
    return [
      token,
      ...allTokens([...inner, ...items, ...[header, ...rows].flat().flatMap(cell => cell.tokens)]),
    ];
  });
}

/** Checks that the document is built as it would be of moments that hold a harmless word each. */
function assertIntact(moments: readonly Moment[]): void {
  const markdown = write(...moments);
  const harmless = moments.map(({ who, what: _what, tags, learned, followUp, place, ...rest }): Moment => {
    const text = followUp?.text === undefined ? undefined : followUp.text.trim() && 'x';
    return {
      ...rest,
      what: 'x',
      who: who.map(name => name.trim() && 'x'),
      ...(tags ? { tags: tags.map(() => 'x') } : {}),
      ...(learned === undefined ? {} : { learned: learned.trim() && 'x' }),
      ...(followUp ? { followUp: { ...followUp, ...(text === undefined ? {} : { text }) } } : {}),
      ...(place ? { place: { ...place, file: 'x' } } : {}),
    };
  });
  const outline = (text: string) =>
    marked
      .lexer(text)
      .filter(({ type }) => type !== 'space')
      .map(token => {
        const { depth } = token as Partial<Tokens.Heading>;
        const { items } = token as Partial<Tokens.List>;
        return [token.type, depth, items?.length];
      });
  assert.deepEqual(outline(markdown), outline(write(...harmless)), markdown);
  for (const token of allTokens(marked.lexer(markdown))) {
    assert.notEqual(token.type, 'html', markdown);
    assert.notEqual(token.type, 'def', markdown);
  }
  const quotes = marked.lexer(markdown).filter(({ type }) => type === 'blockquote');
  for (const token of allTokens(quotes)) {
    assert.ok(token.type !== 'heading' || (token as Tokens.Heading).depth > 3, markdown);
  }
}

describe('a journal as Markdown', () => {
  it('has a heading for each day, the latest first, and below it the moments with all their fields', () => {
    const markdown = write(
      aMoment('a', {
        when: '2026-03-02T09:05:00+01:00',
        what: 'We *paired*.\n\n- She drove.',
        who: ['Ana', 'Jo_Doe'],
        kind: '1:1',
        skill: 'execution',
        dimension: 'coaching',
        tags: ['css'],
        minutes: 45,
        learned: 'Ask first.',
        followUp: { due: '2026-03-08', text: 'Ask Ana', done: '2026-03-09T10:00:00Z', by: ['Kim'] },
        place: {
          file: 'src/a.ts',
          firstLine: 3,
          lastLine: 9,
          commit: '0123456789abcdef',
          permalink: 'https://example.org/a b#L3',
        },
        mood: 'glad',
      }),
      aMoment('b', { when: '2026-03-01T10:00:00Z', what: 'Alone.', who: [] }),
    );
    assert.equal(
      markdown,
      `# Journal

## 2026-03-02

### 09:05 The 1:1

> We *paired*.
>
> - She drove.

- **With:** Ana, Jo_Doe
- **Skill:** The execution
- **Dimension:** The coaching
- **Tags:** css
- **Minutes:** 45
- **Where:** [src/a.ts:3-9](<https://example.org/a%20b#L3>) @ 0123456789ab
- **Follow-up:** Ask Ana; due 2026-03-08; done 2026-03-09

**Learned:**

> Ask first.

## 2026-03-01

### 10:00

> Alone.
`,
    );
  });

  it('has a moment as it is pasted elsewhere, but for the day', () => {
    fc.assert(
      fc.property(anyWholeMoments, moments => {
        const pasted = moments.map(moment => momentsToPaste([moment], words));
        assert.equal(momentsToPaste(moments, words), pasted.join('\n') || '\n');
        for (const [at, moment] of moments.entries()) {
          const [, day = '', below = ''] = write(moment).split(/\n## (.*)\n\n### /);
          assert.equal(pasted[at], `### ${day} ${below}`);
        }
      }),
      { numRuns: 100 },
    );
  }).timeout(20_000);

  it('is its title where there are no moments', () => {
    assert.equal(write(), '# Journal\n');
  });

  it('keeps code as it is', () => {
    assert.equal(quoteOf('Use `Map<K, V>` or ``a ` b``.'), '> Use `Map<K, V>` or ``a ` b``.');
    assert.equal(
      quoteOf('See\n```ts\nlet a: A<B>;\n# no heading\n```\nso'),
      '> See\n> ```ts\n> let a: A<B>;\n> # no heading\n> ```\n> so',
    );
    assert.match(
      render(writeWhat('~~~html title="`x`"\n<b>\n```\n~~~')),
      /<code class="language-html">&lt;b&gt;\n```/,
    );
  });

  it('shows HTML as the text that it is', () => {
    for (const what of [
      '<b>bold</b>',
      '<!-- x',
      '<script>alert(1)</script>',
      'a <br> b',
      '\\<b>',
      '\\\\<b>',
    ]) {
      const html = render(writeWhat(what));
      assert.ok(html.includes('&lt;'), html);
      assert.doesNotMatch(html, /<(?:b|br|script)\b|<!--/);
    }
  });

  it('demotes headings, and has none by underlining', () => {
    assert.equal(
      quoteOf('# One\n## Two\n###### Six\n- # In a list\n#tag'),
      '> #### One\n> ##### Two\n> ###### Six\n> - #### In a list\n> #tag',
    );
    assert.equal(
      quoteOf('One\n===\nTwo\n---\n> Three\n> -'),
      '> One\n> \\===\n> Two\n> \\---\n> > Three\n> > \\-',
    );
  });

  it('has fences of its own only', () => {
    assert.equal(quoteOf('```a``` <b>\n# x'), '> ```a``` \\<b>\n> #### x');
    assert.equal(quoteOf('- ~~~\n  <b>\n- ```\n  `<b>`'), '> - \\~~~\n>   \\<b>\n> - \\`\\`\\`\n>   `<b>`');
  });

  it('has no formulas, in which VS Code would take marks of code for a part of them', () => {
    assert.equal(quoteOf('$x ` y$ <img> `\n`$a$`'), '> \\$x ` y$ <img> `\n> `$a$`');
    assert.equal(quoteOf('$$\n```\n$$\n<img>\n```'), '> \\$\\$\n> ```\n> $$\n> <img>\n> ```');
    assert.equal(quoteOf('- \\begin{x}\n> \\begin{x}'), '> - \\\\begin{x}\n> > \\\\begin{x}');
  });

  it('closes fences that the user left open', () => {
    assert.equal(quoteOf('```\n<b>'), '> ```\n> <b>\n> ```');
  });
});

const hostile = [
  '# Journal\n\n## 2026-03-02\n\n### 14:30',
  'a\n---\nb\n===\nc',
  '---\ntitle: x\n---',
  '```\nopen',
  '~~~ a`b\n```\n~~~\n<img src=x onerror=alert(1)>\n```',
  '- ~~~\n  ```\n  ~~~\n  <img src=x onerror=alert(1)>\n  ```',
  '> ~~~\n```\n> ~~~\n<img src=x>\n```',
  '- ```\n  <img src=x>\n  ```',
  '`a\n` <img src=x> `',
  '| a ` b | <img src=x> ` |\n| --- | --- |\n| c ` d | <img src=x> ` |',
  'a\\`<img src=x>`',
  '\\\\`<b>` <i> `',
  '``<b>` <i> ``` <u> `',
  '<details><summary>',
  '<!--',
  '<![CDATA[',
  '<?php',
  '<a href="`">`<b>',
  '</blockquote>',
  '[With]: https://example.org\n\n[x\ny]: https://example.org',
  '[a```]:```',
  '> [a\\]b]: u',
  '> ## 2026-03-02\n>\n> ### 14:30',
  '1. ## 2026-03-02\n\n   ### 14:30\n\n   a\n   ---',
  '- a\n\n  - b\n\n    ## c\n',
  '    ## code\n    <b>',
  '\t## code\n\t<b>',
  '\n\n\n# late',
  '#\n##\n',
  '# a #\r## b\r\n### c',
  '**open _and ~~on [and](on',
  '$$\n<b>\n$$',
  '<https://example.org> <mailto:a@example.org>',
  '&lt;b&gt; &#60;b&#62;',
  '\u2028# a\u2028---\u0085<b>',
  '- - - # a\n* * *\n+ + <b>',
  `${'> '.repeat(40)}# deep <b>`,
  '`'.repeat(3001),
];

describe('a hostile text in a journal as Markdown', () => {
  for (const text of hostile) {
    it(`changes nothing around it: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const place = { file: text, firstLine: 1, lastLine: 1 };
      const moment = (id: string) =>
        aMoment(id, { what: text, learned: text, who: [text, 'Ana'], followUp: { text }, place });
      assertIntact([moment('a'), aMoment('b'), moment('c')]);
    });
  }

  it('can’t be: any moments leave the document intact', () => {
    fc.assert(
      fc.property(anyWholeMoments, moments => assertIntact(moments)),
      { numRuns: 100 },
    );
  }).timeout(20_000);

  it('can’t be made of pieces of Markdown either', () => {
    const piece = fc.constantFrom(
      ...[
        '`',
        '``',
        '```',
        '~~~',
        '\n',
        '\n',
        '\n',
        '  ',
        '    ',
        '\t',
        '\\',
        '|',
        '---',
        '===',
        '#',
        '## ',
        '> ',
      ],
      ...[
        '- ',
        '1. ',
        '<b>',
        '<!--',
        '<img src=x>',
        ']:',
        '[a]: u',
        '[a',
        '](',
        '*',
        '_',
        'x',
        ' ',
        '&lt;',
        '$',
      ],
    );
    const text = fc.oneof(fc.string({ unit: piece, minLength: 1, maxLength: 25 }), anyText);
    fc.assert(
      fc.property(
        fc.array(
          text.filter(one => one !== ''),
          { minLength: 1, maxLength: 3 },
        ),
        texts => {
          assertIntact(texts.map((what, at) => aMoment(`${at}`, { what, who: [what], learned: what })));
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('takes no time that anybody notices', () => {
    const what = Array.from({ length: 400 }, (_, at) => '`'.repeat(at + 1)).join(' ');
    assert.ok(writeWhat(what).length > what.length);
  });
});
