import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText, aSection } from '../support';
import { full, guide, other, toMarkdown, untrusted } from './exported';

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
    assert.ok(markdown.includes('**Plan it**\n\n> # A plan\n> \n> - first\n> \n> | a | b |'));
    assert.ok(
      markdown.includes(
        '**What comes first?**\n\n- The plan _Right. It is the first._\n- The rest _It comes later._',
      ),
    );
    assert.ok(markdown.includes('- Jo: [_A book_](https://example.org/book) (2001)\n- Ana: _A talk_'));
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
