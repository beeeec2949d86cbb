import assert from 'node:assert/strict';
import fc from 'fast-check';
import { previewOf, toSnippet } from '../../../src/coaching/snippetBody';

const width = 80;

/** The line comment token with a blank, or nothing where there is none. */
const token = `\${LINE_COMMENT/(.+)/$1 /}`;

/** A run of letters, a placeholder or a choice with spaces in it, or escaped characters: what must stay whole. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z.,()]{1,12}$/) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/))
      .map(([stop, text]) => `\${${stop}:${text}}`),
  },
  fc.constantFrom(`\${1|one way,another way|}`, '$1', `\${2}`, '\\$5', `\${3:a \\} b}`, '\\}', '\\\\'),
);

/** Pieces with nothing between them are one word: `${1:the list}.` keeps its full stop. */
const anyWord = fc.array(piece, { minLength: 1, maxLength: 2 }).map(pieces => pieces.join(''));
const anyWords = fc.array(anyWord, { minLength: 1, maxLength: 60 });

function linesOf(body: readonly string[]): string[] {
  return toSnippet(body, 'line')
    .split('\n')
    .map(line => {
      const opening = line === '$LINE_COMMENT' ? line : token;
      assert.ok(line.startsWith(opening));
      return line.slice(opening.length);
    });
}

describe('a template as text', () => {
  it('is its body, line by line, however long the lines are', () => {
    const body = ['note: x', '', 'word '.repeat(60).trim(), '  indented'];
    assert.equal(toSnippet(body, 'text'), body.join('\n'));
  });
});

describe('a template behind line comments', () => {
  it('has the token before every line, and the bare token where a line is empty', () => {
    assert.equal(
      toSnippet([`note: \${1:x}`, '', 'More.'], 'line'),
      `${token}note: \${1:x}\n$LINE_COMMENT\n${token}More.`,
    );
  });

  it('breaks a long line at the last space that fits', () => {
    const lines = linesOf([`${'a'.repeat(39)} ${'b'.repeat(40)} c`]);
    assert.deepEqual(lines, [`${'a'.repeat(39)} ${'b'.repeat(40)}`, 'c']);
  });

  it('breaks one character earlier when that one does not fit', () => {
    const lines = linesOf([`${'a'.repeat(39)} ${'b'.repeat(41)} c`]);
    assert.deepEqual(lines, ['a'.repeat(39), `${'b'.repeat(41)} c`]);
  });

  it('leaves a word that is longer than a line in one piece', () => {
    const long = 'x'.repeat(width + 20);
    assert.deepEqual(linesOf([`before ${long} after`]), ['before', long, 'after']);
  });

  it('counts what will be seen, and not the syntax of the placeholders', () => {
    const placeholders = Array.from({ length: 20 }, (_, index) => `\${${index + 1}:ab}`).join(' ');
    assert.deepEqual(linesOf([placeholders]), [placeholders]);
  });

  it('keeps every word in its order and splits no placeholder', () => {
    fc.assert(
      fc.property(anyWords, words => {
        let rest = words;
        for (const line of linesOf([words.join(' ')])) {
          const count = rest.findIndex((_, index) => rest.slice(0, index + 1).join(' ') === line) + 1;
          assert.ok(count > 0, `"${line}" is not made of whole words`);
          rest = rest.slice(count);
        }
        assert.deepEqual(rest, []);
      }),
    );
  });

  it('has lines that fit, and none that could have taken another word', () => {
    fc.assert(
      fc.property(anyWords, words => {
        const widthOf = (line: string) => previewOf([line]).length;
        const lines = linesOf([words.join(' ')]);
        for (const [index, line] of lines.entries()) {
          assert.ok(widthOf(line) <= width || words.includes(line));
          const next = lines[index + 1];
          const first = words.find(word => next === word || next?.startsWith(`${word} `));
          assert.ok(next === undefined || first === undefined || widthOf(`${line} ${first}`) > width);
        }
      }),
    );
  });

  it('has no white space at the end of a line', () => {
    assert.doesNotMatch(toSnippet(['word '.repeat(60), ' ', ''], 'line'), /[ \t]$/m);
  });
});

describe('a template between block comments', () => {
  it('has both tokens on every line, and leaves an empty line empty', () => {
    assert.equal(
      toSnippet(['note: x', '', 'More.'], 'block'),
      '$BLOCK_COMMENT_START note: x $BLOCK_COMMENT_END\n\n$BLOCK_COMMENT_START More. $BLOCK_COMMENT_END',
    );
  });

  it('is wrapped as line comments are', () => {
    const line = 'word '.repeat(40).trim();
    const inner = toSnippet([line], 'block')
      .split('\n')
      .map(each => each.replace('$BLOCK_COMMENT_START ', '').replace(' $BLOCK_COMMENT_END', ''));
    assert.deepEqual(inner, linesOf([line]));
    assert.ok(inner.length > 1);
  });
});
