import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slugOf } from '../../../src/guide/link';
import { headingId } from '../../../src/guide/markdown';
import { escapeHtml } from '../../../src/platform/html';
import { hostilePages } from '../../fixtures/hostilePages';
import { anyText } from '../support';
import { assertTame, tagsOf, textOf } from './html';
import { render, seen, tagNames } from './rendered';

describe('Markdown of a section', () => {
  for (const [construct, markdown, html] of [
    ['a paragraph', 'Text', '<p>Text</p>'],
    ['emphasis', '*a* **b** ~~c~~', '<p><em>a</em> <strong>b</strong> <del>c</del></p>'],
    ['a quote', '> A', '<blockquote>\n<p>A</p>\n</blockquote>'],
    ['a list', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['a list that starts later', '3. a', '<ol start="3">\n<li>a</li>\n</ol>'],
    ['a line across', 'a\n\n---', '<p>a</p>\n<hr>'],
    ['a line break', 'a  \nb', '<p>a<br>b</p>'],
  ] as const) {
    it(`has ${construct}`, () => {
      assert.equal(render(markdown).trim(), html);
    });
  }

  for (const [construct, markdown, text, tags] of [
    ['code in a line', '`<b> & "c" &amp;`', '<b> & "c" &amp;', ['p', 'code']],
    ['signs that mean something to HTML', '1 < 2 & 3 > 2', '1 < 2 & 3 > 2', ['p']],
    ['an entity', '&amp; &lt;b&gt; &copy; &#60;', '& <b> © <', ['p']],
    ['an escaped sign', '\\*a\\* \\<b>', '*a* <b>', ['p']],
  ] as const) {
    it(`has ${construct} as the text that it means`, () => {
      assert.equal(seen(markdown), text);
      assert.deepEqual(tagNames(markdown), tags);
    });
  }

  it('has code with its language, and no HTML of either', () => {
    const markdown = '```js"><b>\n<i>&amp;</i>\n```';
    const [, code] = tagsOf(render(markdown));
    assert.equal(code?.attributes.get('class'), 'language-js"><b>');
    assert.equal(seen(markdown), '<i>&amp;</i>');
    assert.deepEqual(tagNames(markdown), ['pre', 'code']);
  });

  it('has boxes of a list of tasks as signs', () => {
    assert.match(seen('- [ ] open\n- [x] done'), /^☐ open\n+☑ done$/);
    assert.deepEqual(tagNames('- [ ] open\n\n- [x] **done**'), ['ul', 'li', 'p', 'strong']);
  });

  it('may be empty', () => {
    assert.equal(render(''), '');
  });

  it('is shown as it was written where it is nested beyond sense', () => {
    const deep = `${'> '.repeat(20_000)}<b>`;
    assert.equal(textOf(render(deep)).replace(/\s/g, ''), deep.replace(/\s/g, ''));
    assertTame(render(deep), 'guide:');
  }).timeout(10_000);
});

describe('HTML in a section', () => {
  for (const html of [
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<div onclick="x">\nA\n</div>',
    '<!-- a comment -->',
    '<?php echo 1 ?>',
    '<![CDATA[ x ]]>',
    '<!DOCTYPE html>',
    '<svg/onload=alert(1)>',
    '<style>* { color: red }</style>',
    '</main></body>',
    '<textarea>',
  ]) {
    it(`is shown as the text that it is: ${JSON.stringify(html)}`, () => {
      assert.equal(seen(html), html);
      assert.equal(seen(`A ${html} B`).replace(/\s+/g, ' '), `A ${html} B`.replace(/\s+/g, ' '));
      assertTame(render(html), 'guide:');
      assertTame(render(`A ${html} B`), 'guide:');
    });
  }

  for (const tag of ['pre', 'code', 'kbd', 'script']) {
    it(`is shown as text also after <${tag}> inside a line`, () => {
      const markdown = `a <${tag}> <img/src=x onerror=alert(1)> b`;
      assert.equal(seen(markdown), markdown);
      assertTame(render(markdown), 'guide:');
    });
  }

  for (const [place, markdown] of [
    ['a heading', '## A <b>c</b>'],
    ['a list', '- A <b>c</b>'],
    ['a quote', '> A <b>c</b>'],
    ['emphasis', '**A <b>c</b>**'],
    ['the words of a link', '[A <b>c</b>](https://example.org)'],
    ['the words of a refused link', '[A <b>c</b>](javascript:x)'],
    ['a table', '| A <b>c</b> |\n|-|\n| D |'],
  ] as const) {
    it(`is shown as text in ${place}`, () => {
      assert.ok(!tagNames(markdown).includes('b'));
      assert.match(seen(markdown), /A <b>c<\/b>/);
    });
  }
});

describe('a heading in a section', () => {
  const ids = (markdown: string) =>
    tagsOf(render(markdown)).flatMap(({ attributes }) => attributes.get('id') ?? []);

  it('has the id that links name it by, and can be focused', () => {
    assert.equal(
      render('## For example').trim(),
      `<h2 id="${headingId(slugOf('For example'))}" tabindex="-1">For example</h2>`,
    );
  });

  it('stands below the page’s title in any case', () => {
    assert.deepEqual(
      tagsOf(render('# a\n## b\n### c\n#### d\n##### e\n###### f'))
        .filter(({ isEnd }) => !isEnd)
        .map(({ name }) => name),
      ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'],
    );
  });

  it('has another id than one of the same words before it', () => {
    assert.deepEqual(ids('## Again\n\n## again!\n\n### Again'), [
      'heading-again',
      'heading-again-2',
      'heading-again-3',
    ]);
  });

  it('has another id than one whose words end with a number', () => {
    const all = ids('## Step\n\n## Step\n\n## Step 2');
    assert.equal(new Set(all).size, 3, String(all));
  });

  it('has its id from its words and not from their markup', () => {
    assert.deepEqual(ids('## See [it](https://x.org) & `code`, *R&amp;D*'), ['heading-see-it-code-r-d']);
  });

  it('has the same ids in each page', () => {
    assert.deepEqual(ids('## Again'), ids('## Again'));
  });

  it('has an id also where it has no words', () => {
    assert.deepEqual(ids('## !\n\n## ?'), ['heading-heading', 'heading-heading-2']);
  });

  it('has an id apart from those of the page, whatever it is called', () => {
    assert.deepEqual(ids('## title\n\n## __proto__\n\n## constructor\n\n## toString'), [
      'heading-title',
      'heading-proto',
      'heading-constructor',
      'heading-tostring',
    ]);
  });

  it('has an id of its own, for any words', () => {
    const words = fc.stringMatching(/^[a-c]{1,2}( [a-c2-3]){0,2}$/);
    fc.assert(
      fc.property(fc.array(words), headings => {
        const all = ids(headings.map(heading => `## ${heading}`).join('\n\n'));
        assert.equal(all.length, headings.length);
        assert.equal(new Set(all).size, all.length);
      }),
    );
  });
});

describe('a table in a section', () => {
  const table = '| Level | What *you* say |\n|:--|--:|\n| 1 | **"We"** |\n| 2 | b |';

  it('is one for screen readers too, in a named region that scrolls by keyboard', () => {
    const tags = tagsOf(render(table));
    const roles = tags.flatMap(({ attributes }) => attributes.get('role') ?? []);
    const [region] = tags;
    assert.equal(region?.attributes.get('tabindex'), '0');
    assert.match(region?.attributes.get('aria-label') ?? '', /^Level, /);
    assert.deepEqual(roles, [
      ...['region', 'table', 'rowgroup', 'row', 'columnheader', 'columnheader', 'rowgroup'],
      ...['row', 'cell', 'cell', 'row', 'cell', 'cell'],
    ]);
  });

  it('has each cell under the label of its column', () => {
    const labels = tagsOf(render('| Level | Say |\n|-|-|\n| 1 | A |\n| 2 | B |')).flatMap(
      ({ attributes }) => attributes.get('data-label') ?? [],
    );
    assert.deepEqual(labels, ['Level', 'Say', 'Level', 'Say']);
  });

  it('has the markup of its cells', () => {
    const html = render(table);
    assert.match(html, /<th role="columnheader">What <em>you<\/em> say<\/th>/);
    const [, strong = ''] = /<strong>(.*)<\/strong>/.exec(html) ?? [];
    assert.equal(textOf(strong), '"We"');
  });

  it('has labels without markup and entities', () => {
    const tags = tagsOf(render('| **Say** `it` | R&amp;D |\n|-|-|\n| a | b |'));
    assert.equal(tags[0]?.attributes.get('aria-label'), 'Say it, R&D');
    assert.deepEqual(
      tags.flatMap(({ attributes }) => attributes.get('data-label') ?? []),
      ['Say it', 'R&D'],
    );
  });

  it('has labels that can’t end the attributes that they stand in', () => {
    const label = '" onclick="x"><b>';
    const html = render(`| ${label} |\n|-|\n| A |`);
    assertTame(html, 'guide:');
    const [region] = tagsOf(html);
    assert.equal(region?.attributes.get('aria-label'), `${label}`);
    assert.ok(tagsOf(html).some(({ attributes }) => attributes.get('data-label') === label));
  });

  it('may have rows that are shorter or longer than its head', () => {
    const html = render('| a | b |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |');
    assert.equal(tagsOf(html).filter(({ name, isEnd }) => name === 'td' && !isEnd).length, 4);
  });
});

describe('the HTML of any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      ...['<img src=x onerror=y>', '<img/src=x/onerror=y>', '<svg/onload=y>', '<b>', '</b>', '<!--', '-->'],
      ...['<pre>', '</pre>', '<code>', '<kbd>', '<script>', '</script>', '<style>', '<textarea>'],
      ...['<a href="', '">', "'>", '<', '>', '&', '"', '`', '```', '~~~', '<?', '?>', '<![CDATA[', ']]>'],
      ...['[', ']', '(', ')', '![', '](', '](javascript:x', '](guide:a#"><b>', '](figure:ladder', '<x:y>'],
      ...[
        '](https://a"onclick="b',
        '\n[r]: javascript:x\n',
        '[r]',
        '&lt;script&gt;',
        '&quot;',
        '&#60;b&#62;',
      ],
      ...['\n', '\n\n', '# ', '## ', '> ', '- ', '- [x] ', '1. ', '    ', '|', '\n|-|-|\n', '*', '**', '_'],
      ...['~~', '\\', '---', 'a', ' ', ' onclick="x"', '\u0000', 'www.a.org', 'a@b.org', '  \n'],
    ),
    anyText,
  );
  const anyMarkdown = fc.oneof(
    fc.array(fragment, { maxLength: 25, size: 'medium' }).map(all => all.join('')),
    fc.array(fragment, { maxLength: 25, size: 'medium' }).map(all => all.join(' ')),
  );

  it('holds no tag, no attribute and no link but those that Belay writes', () => {
    fc.assert(
      fc.property(anyMarkdown, markdown => {
        const html = render(markdown);
        assert.doesNotMatch(html, /<script/i);
        assertTame(html, 'guide:');
      }),
      { numRuns: 1000 },
    );
  }).timeout(10_000);

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyMarkdown, markdown => {
        assert.equal(render(markdown), render(markdown));
      }),
    );
  });

  for (const { name, text } of hostilePages) {
    it(`is tame for the hostile page "${name}"`, () => {
      assertTame(render(text.slice(text.indexOf('\n---\n') + 5)), 'guide:');
    }).timeout(10_000);
  }
});

describe('text for HTML', () => {
  it('comes back the same from a text and from an attribute, for any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        assert.equal(textOf(escapeHtml(text)), text);
        assert.doesNotMatch(escapeHtml(text), /[<>"']/);
      }),
    );
  });
});
