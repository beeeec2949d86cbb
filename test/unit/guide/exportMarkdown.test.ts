import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Section } from '../../../src/guide/section';
import { aSection } from '../../fixtures/section';
import { anyText } from '../support';
import { full, guide, other, plainExtras, plainTexts, toMarkdown, untrusted, viewed } from './exported';
import { assertTame, linksOf, textOf } from './html';

describe('the guide as Markdown', () => {
  const markdown = toMarkdown(...guide);

  /** The part of `markdown` that is about section `id`. */
  const partOf = (text: string, id: string) =>
    text.split(/(?=<a id="section-)/).find(part => part.includes(`"section-${id}"`)) ?? '';

  it('has all sections in their order, with title, part and summary', () => {
    assert.deepEqual(
      [...markdown.matchAll(/^<a id="([^"]*)"><\/a>\n\n## (.*)$/gm)].map(([, id, title]) => [id, title]),
      guide.map(({ id, title }) => [`section-${id}`, title]),
    );
    assert.match(markdown, /^_Part: Summary of other_$/m);
  });

  it('has its title and a list of contents that leads to each section', () => {
    assert.ok(
      markdown.startsWith('# The guide & more\n\n## Contents\n\n- [Full & "whole"](#section-full)\n'),
    );
    assert.deepEqual(
      [...markdown.matchAll(/^- \[.*\]\((#section-[^)]*)\)$/gm)].map(([, href]) => href),
      guide.map(({ id }) => `#section-${id}`),
    );
  });

  it('leads from section to section within itself, and to anchors that it has', () => {
    assert.match(markdown, /\[the other\]\(#section-other\)/);
    assert.match(markdown, /\[a heading of it\]\(#section-other\)/);
    assert.match(markdown, /\[the web\]\(https:\/\/example\.org\)/);
    for (const [, target = ''] of markdown.matchAll(/\]\(#([^)]*)\)/g)) {
      assert.ok(markdown.includes(`<a id="${target}"></a>`), target);
    }
  });

  const besideOther = (text: string, details: Partial<Section> = {}) =>
    toMarkdown(aSection('one', { markdown: text, ...details }), other);

  for (const text of [
    '[a](guide:other "Title")',
    '[a](<guide:other>)',
    '[a][r]\n\n[r]: guide:other',
    '[a]\n\n[a]: <guide:other> "Title"',
    '<guide:other>',
    '## A [b](guide:other)',
    '- A [**b** `c`](guide:other#d)\n  > [e](guide:other)',
    '| [a](guide:other) |\n|-|\n| [b](guide:other) |',
  ]) {
    it(`leads within itself for ${JSON.stringify(text)}`, () => {
      const exported = besideOther(text);
      assert.doesNotMatch(exported, /guide:/);
      const links = linksOf(viewed(partOf(exported, 'one')));
      assert.ok(links.length > 0);
      assert.ok(links.every(link => link === '#section-other'));
    });
  }

  it('leads nowhere that isn’t there', () => {
    const part = partOf(besideOther('A [**b**](guide:gone) [c][r] <guide:gone>\n\n[r]: guide:gone'), 'one');
    assert.match(part, /^A \*\*b\*\* c gone$/m);
    assert.deepEqual(linksOf(viewed(part)), []);
  });

  it('leads within itself from worksheets', () => {
    const part = partOf(
      besideOther('A', { practise: [{ do: 'exercise', label: 'B', sheet: 'C [d](guide:other)' }] }),
      'one',
    );
    assert.match(part, /^> C \[d\]\(#section-other\)$/m);
  });

  for (const code of [
    '```sh\n# install\nnpm ci # [a](guide:other)\n```',
    '~~~\n## A\n![b](figure:ladder)\n~~~',
    '    # A\n    [b](guide:other)',
    'A `[b](guide:other)` c',
  ]) {
    it(`leaves code as it is: ${JSON.stringify(code)}`, () => {
      assert.ok(besideOther(code).includes(`\n${code}\n`));
    });
  }

  for (const text of [
    '![A *b* [c]](figure:ladder)',
    '![A b c](figure:ladder "T")',
    '![A b c](<figure:ladder>)',
    '![A b c][f]\n\n[f]: figure:ladder',
  ]) {
    it(`tells ${JSON.stringify(text)} in words`, () => {
      const exported = besideOther(text);
      assert.doesNotMatch(exported, /figure:|!\[/);
      assert.match(textOf(viewed(partOf(exported, 'one'))), /A b \[?c/);
    });
  }

  it('tells figures in words', () => {
    assert.match(markdown, /^> A ladder of seven rungs$/m);
    assert.doesNotMatch(partOf(markdown, 'full'), /figure:|!\[/);
  });

  it('has headings below the title of their section', () => {
    assert.deepEqual(partOf(toMarkdown(full), 'full').match(/^#+ .*/gm), [
      '## Full & "whole"',
      '### For example',
      '#### Deeper',
      '### Ask yourself',
      '### Practise it',
      '### Check yourself',
      '### Sources',
    ]);
  });

  it('has worksheets as quotes, questions with the right answer, and sources', () => {
    assert.ok(markdown.includes('**Plan it**\n\n> ## A plan\n>\n> - first\n>\n> | a | b |'));
    assert.ok(
      markdown.includes(
        '**What comes first?**\n\n- The plan (**Right.** It is the first.)\n- The rest (It comes later.)\n',
      ),
    );
    assert.ok(markdown.includes('- Jo: [_A book_](<https://example.org/book>) (2001)\n- Ana: _A talk_'));
  });

  it('has headings inside worksheets one level down', () => {
    const sheet = '# A\n\n## B\n\n###### C\n\n```\n# d\n```';
    const part = partOf(besideOther('E', { practise: [{ do: 'exercise', label: 'F', sheet }] }), 'one');
    assert.deepEqual(part.match(/^> #+ .*/gm), ['> ## A', '> ### B', '> ###### C', '> # d']);
  });

  it('leads to a source at any address', () => {
    const url = 'https://example.org/a_(b)_c?d=*e*&f=g';
    assert.deepEqual(
      linksOf(
        viewed(partOf(toMarkdown(aSection('one', { sources: [{ author: 'A', title: 'B', url }] })), 'one')),
      ),
      [url],
    );
  });

  it('shows worksheets’ names, questions and sources as the plain text that they are', () => {
    const text = textOf(viewed(besideOther('A', plainExtras)));
    for (const expected of plainTexts) {
      assert.ok(text.includes(expected), expected);
    }
  });

  it('escapes only what Markdown would read', () => {
    const exported = toMarkdown(
      aSection('one', { title: 'Q&A: 1:1s (50 %), "it’s" – $5!', summary: 'A & b.' }),
    );
    assert.ok(exported.includes('\n## Q&A: 1:1s (50 %), "it’s" – $5!\n\n_Part: A & b._\n'));
  });

  it('shows title, part and summary as the text that they are', () => {
    const details: Partial<Section> = {
      title: '<img src=x> [Read](command:x)',
      part: '<b>*P*</b>',
      summary: '<script>x</script> [r]',
    };
    for (const origin of ['team', 'untrusted'] as const) {
      const html = viewed(besideOther('[r]: command:x', { ...details, origin }));
      assertTame(html, '#section-', ['h1']);
      assert.doesNotMatch(html, /href="command:/);
      const text = textOf(html);
      assert.equal(text.split('<img src=x> [Read](command:x)').length, 3);
      assert.ok(text.includes('<b>*P*</b>: <script>x</script> [r]'));
    }
  });

  it('has nothing but text in titles, parts and summaries, for any text', () => {
    // As the schema takes them.
    const line = anyText.map(text => text.replace(/\p{Cc}/gu, '').trim()).filter(text => text !== '');
    fc.assert(
      fc.property(line, line, line, (title, part, summary) => {
        const html = viewed(toMarkdown(aSection('one', { title, part, summary, origin: 'untrusted' })));
        assertTame(html, '#section-', ['h1']);
        assert.ok(textOf(html).includes(title));
        assert.ok(textOf(html).includes(`${part}: ${summary}`));
      }),
    );
  });

  it('has a list of contents that is whole for titles with brackets', () => {
    for (const title of ['Part ] one', 'Part [ one', 'Part [1] one', '](x)']) {
      const [, contents = ''] = viewed(toMarkdown(aSection('one', { title }))).split('<h2>');
      const [, words = ''] = /<li><a href="#section-one">(.*)<\/a><\/li>/.exec(contents) ?? [];
      assert.equal(textOf(words), title);
    }
  });

  it('leaves out headings for what a section hasn’t', () => {
    assert.doesNotMatch(toMarkdown(other), /Practise it|Check yourself|Sources/);
  });

  it('fences a page that isn’t trusted, longer than any fence in it', () => {
    assert.ok(markdown.includes(`\n\n\`\`\`\`\`text\n${untrusted.markdown}\n\`\`\`\`\`\n`));
  });

  it('lets no line of a page that isn’t trusted end its fence, for any text', () => {
    const fenced = fc.oneof(
      anyText,
      fc
        .array(fc.constantFrom('`', '```', '~~~', '\n', ' ', 'a', '# b', '[c](guide:d)'))
        .map(all => all.join('')),
    );
    fc.assert(
      fc.property(fenced, text => {
        const part = partOf(toMarkdown(aSection('one', { origin: 'untrusted', markdown: text })), 'one');
        const [, fence = '', inside] = /\n\n(`{3,})text\n([\s\S]*)\n\1\n$/.exec(part) ?? [];
        assert.equal(inside, text);
        assert.ok(!text.includes(fence));
      }),
    );
  });

  it('ends with one line end', () => {
    assert.match(markdown, /[^\n]\n$/);
  });
});

describe('the Markdown of an exported section', () => {
  const exported = (markdown: string) => toMarkdown(aSection('one', { markdown }), aSection('two'));

  for (const [what, markdown] of [
    ['wrapped in a list', '- See [the\n  other](guide:two)'],
    ['wrapped in a quote', '> See [the\n> other](guide:two)'],
    ['behind code that looks the same', '- step\n\n  ```\n  [a](guide:zwei)\n  ```\n\n[a](guide:two)'],
  ] as const) {
    it(`has a link that leads within the file: ${what}`, () => {
      assert.doesNotMatch(exported(markdown), /guide:two/);
      assert.match(exported(markdown), /\]\(#section-two\)/);
    });
  }

  for (const heading of ['B\n---', '  ## B', '## B ##']) {
    it(`has a heading below the section’s title: ${JSON.stringify(heading)}`, () => {
      assert.match(exported(`${heading}\n\nText.`), /^### B$/m);
    });
  }

  for (const text of [
    '1. Ask',
    '- No',
    '+ No',
    '![a](x)',
    'https://a.org/x_y',
    '_a_ snake_case',
    'R&amp;D & more',
  ]) {
    it(`shows the words of an answer as they are: ${text}`, () => {
      const questions = [
        {
          ask: text,
          answers: [
            { say: text, because: 'Why.', right: true },
            { say: 'B', because: 'C', right: false },
          ],
        },
      ];
      const html = viewed(toMarkdown(aSection('one', { questions })));
      assert.ok(textOf(html).includes(`${text} (Right.`), textOf(html));
    });
  }
});
