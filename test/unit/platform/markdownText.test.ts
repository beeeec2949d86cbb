import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { escapeMarkdown } from '../../../src/platform/markdownText';
import { anyText } from '../support';

/** The kinds of what Markdown finds in `text`, without the plain text itself. */
function found(text: string): string[] {
  const kinds: string[] = [];
  marked.walkTokens(marked.lexer(text), ({ type }: Token) => {
    kinds.push(type);
  });
  return kinds.filter(type => !['paragraph', 'text', 'escape', 'space', 'br'].includes(type));
}

/** A paragraph as it is read once Markdown was shown. */
function shown(markdown: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return marked
    .parse(markdown, { async: false })
    .replace(/<\/?(?:p|a)\b[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => entities[name] ?? '')
    .trim();
}

describe('plain text as Markdown', () => {
  for (const text of [
    '# not a heading',
    '- not a list',
    '+',
    '-',
    '1. not a list',
    '7)',
    '> not a quote',
    '---',
    '- - -',
    '---   ---',
    '-- -',
    '***',
    '___',
    '===',
    '```',
    '~~~',
    '*a* _b_ **c** `d` ~~e~~',
    '<b>bold</b> <!-- gone -->',
    '![picture](a.png)',
    '[link](command:evil) [link][ref] <command:evil>',
    '[ref]: /a.md',
    '| a | b |',
    '&lt; &#60; AT&T',
    'a\\*b\\',
    'snake_case stays, _this_ too',
    '$HOME/$USER',
  ]) {
    it(`shows ${text} as it is`, () => {
      const markdown = escapeMarkdown(text);
      assert.deepEqual(found(markdown), []);
      assert.equal(shown(markdown), text);
      assert.deepEqual(found(`A line before it,\n${markdown}`), []);
    });
  }

  it('has no backslash where none is needed', () => {
    for (const text of [
      'A sentence, with (these) signs: it’s 3-4% done!',
      'snake_case',
      'AT&T',
      'C++ and F-16',
      'It costs $5',
    ]) {
      assert.equal(escapeMarkdown(text), text);
    }
  });

  it('is no formula between dollar signs, which VS Code would make of it', () => {
    assert.equal(escapeMarkdown('$HOME/$USER/$x'), '\\$HOME/\\$USER/$x');
  });

  it('shows any line as it is, and has nothing in it but links to plain web addresses', () => {
    const pieces = fc.constantFrom(
      ...'#-+*_`~=<>[]()!|\\&;:$ \t1.)ab',
      '&lt;',
      '![',
      '](',
      'http://x.y',
      'www.',
    );
    const anyLine = fc
      .oneof(fc.string({ unit: pieces }), anyText)
      .map(text => text.replace(/[\r\n\0\ufeff]/g, ' ').trim());
    fc.assert(
      fc.property(anyLine, line => {
        const kinds = found(escapeMarkdown(line)).filter(type => type !== 'link');
        assert.deepEqual(kinds, []);
      }),
      { numRuns: 1000 },
    );
  });
});
