import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  escapeSnippet,
  parseSnippet,
  type SnippetPart,
  snippetText,
  takesSelection,
} from '../../../src/coaching/snippet';
import { previewOf } from '../../../src/coaching/snippetBody';
import { anyText } from '../support';

function partsOf(text: string): readonly SnippetPart[] {
  const parsed = parseSnippet(text);
  assert.ok('parts' in parsed, JSON.stringify(parsed));
  return parsed.parts;
}

function problemOf(text: string): { readonly offset: number; readonly reason: string } {
  const parsed = parseSnippet(text);
  assert.ok('problem' in parsed, JSON.stringify(parsed));
  return parsed.problem;
}

/** Text that is mostly what has a meaning in snippets. */
const nearSyntax = fc
  .array(
    fc.constantFrom(
      ...['$', '{', '}', '|', ':', ',', '\\', '1', '0', '\n', ' ', 'a', '/'],
      ...[`\${1:`, `\${2|`, '|}', `\${TM_SELECTED_TEXT`, '$TM_SELECTED_TEXT', '$HOME', '\\$', '\\}', '\\\\'],
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''));

const plain = fc.oneof(nearSyntax, anyText).filter(text => text !== '');
const stop = fc.nat(99);
const choice = fc
  .oneof(plain, fc.constantFrom('a', 'a, b', 'a|b', '\\', '$1'))
  .filter(text => !/[}\n]/.test(text));
const selected = fc.record({ selected: fc.array(plain, { maxLength: 1 }) }, { noNullPrototype: true });
const anyPart: fc.Arbitrary<SnippetPart> = fc.oneof(
  plain,
  fc.record({ stop, choices: fc.array(choice, { minLength: 1, maxLength: 4 }) }, { noNullPrototype: true }),
  fc.record(
    { stop, parts: fc.array(fc.oneof(plain, selected), { maxLength: 3 }) },
    { noNullPrototype: true },
  ),
  selected,
);
const anyParts = fc.array(anyPart, { maxLength: 8 });

/** The parts without a place for selected text, which `text` has taken where there is one; texts side by side as one. */
function settled(parts: readonly SnippetPart[], text?: string): SnippetPart[] {
  const flat = parts.flatMap((part): SnippetPart[] => {
    if (typeof part === 'string' || 'choices' in part) {
      return [part];
    }
    if ('selected' in part) {
      return text === undefined ? settled(part.selected) : [text];
    }
    return [{ stop: part.stop, parts: settled(part.parts, text) }];
  });
  const joined: SnippetPart[] = [];
  for (const part of flat.filter(candidate => candidate !== '')) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') {
      joined.splice(-1, 1, last + part);
    } else {
      joined.push(part);
    }
  }
  return joined;
}

describe('a template’s text', () => {
  for (const [what, text, parts] of [
    ['nothing', '', []],
    ['plain text with a line break', 'a\nb', ['a\nb']],
    ['a bare tab stop', 'a $1.', ['a ', { stop: 1, parts: [] }, '.']],
    ['the last tab stop', '$0', [{ stop: 0, parts: [] }]],
    ['a tab stop in braces', `\${12}`, [{ stop: 12, parts: [] }]],
    ['an empty placeholder', `\${1:}`, [{ stop: 1, parts: [] }]],
    ['a placeholder', `a \${1:b c} d`, ['a ', { stop: 1, parts: ['b c'] }, ' d']],
    ['a placeholder with a brace and a colon', `\${1:{a: b\\}}`, [{ stop: 1, parts: ['{a: b}'] }]],
    ['a choice', `\${2|one,two three|}`, [{ stop: 2, choices: ['one', 'two three'] }]],
    ['a choice with one text', `\${2|one|}`, [{ stop: 2, choices: ['one'] }]],
    ['the selected text', '$TM_SELECTED_TEXT', [{ selected: [] }]],
    ['the selected text in braces', `\${TM_SELECTED_TEXT}`, [{ selected: [] }]],
    ['the selected text or another', `\${TM_SELECTED_TEXT:it}`, [{ selected: ['it'] }]],
    [
      'the selected text in a placeholder',
      `\${1:a \${TM_SELECTED_TEXT:it} b}`,
      [{ stop: 1, parts: ['a ', { selected: ['it'] }, ' b'] }],
    ],
    ['what VS Code escapes', 'a \\$1 \\} \\\\ b', ['a $1 } \\ b']],
    ['a backslash before anything else', '\\n \\', ['\\n \\']],
    ['an escaped placeholder', `\\\${1:a\\}`, [`\${1:a}`]],
    ['an escaped backslash before a tab stop', '\\\\$1', ['\\', { stop: 1, parts: [] }]],
    ['a dollar that begins nothing', '5 $ $ü $', ['5 $ $ü $']],
    ['a brace that closes nothing', 'a } b', ['a } b']],
    [
      'a comma, a pipe and a backslash in a choice',
      `\${1|a\\, b,c\\|d,e\\\\|}`,
      [{ stop: 1, choices: ['a, b', 'c|d', 'e\\'] }],
    ],
    [
      'a dollar in a choice, where it begins nothing',
      `\${1|$5,\\$6|}`,
      [{ stop: 1, choices: ['$5', '\\$6'] }],
    ],
  ] as const) {
    it(`may have ${what}`, () => {
      assert.deepEqual(partsOf(text), parts);
    });
  }

  for (const [what, text, offset, reason] of [
    ['a variable of VS Code’s', 'a $CLIPBOARD', 2, /^"CLIPBOARD" may not stand in a template/],
    ['a variable in braces', `a \${TM_FILEPATH}`, 2, /^"TM_FILEPATH" may not/],
    ['a variable with another text', `\${WORKSPACE_NAME:a}`, 0, /^"WORKSPACE_NAME" may not/],
    ['a variable of its own making', '$home', 0, /^"home" may not/],
    ['a variable in a placeholder', `ab\${1:$RANDOM}`, 6, /^"RANDOM" may not/],
    [
      'a variable that begins like the selected text',
      '$TM_SELECTED_TEXTS',
      0,
      /^"TM_SELECTED_TEXTS" may not/,
    ],
    ['an amount', 'costs $5k', 6, /^a \$ before a digit .* "5k" is none; write \\\$ .* as in \\\$5k$/],
    ['an amount in braces', `\${5k}`, 0, /^a \$ before a digit .* "5k" is none/],
    [
      'a transformed variable',
      `\${TM_SELECTED_TEXT/a/b/}`,
      0,
      /^after "TM_SELECTED_TEXT" comes : or \|, or \} at the end$/,
    ],
    ['a transformed tab stop', `\${1/a/b/}`, 0, /^after "1" comes/],
    ['a choice of selected texts', `\${TM_SELECTED_TEXT|a,b|}`, 0, /^after "TM_SELECTED_TEXT" comes/],
    ['nothing behind a brace', `a \${`, 2, /^after \$\{ comes a number or TM_SELECTED_TEXT/],
    ['a blank behind a brace', `a \${ 1}`, 2, /^after \$\{ comes/],
    ['a placeholder that isn’t closed', `a \${1:b`, 6, /^a placeholder is never closed: a \} is missing$/],
    ['a placeholder that an escaped brace closes', `\${1:b\\}`, 4, /^a placeholder is never closed/],
    ['a number that isn’t closed', `\${1`, 0, /^after "1" comes/],
    ['a selected text that isn’t closed', `\${TM_SELECTED_TEXT:b`, 19, /^a placeholder is never closed/],
    [
      'an inner placeholder that isn’t closed',
      `\${1:\${TM_SELECTED_TEXT:b}`,
      4,
      /^a placeholder is never closed/,
    ],
    ['a choice that isn’t closed', `a \${1|b,c`, 2, /^a choice is never closed: \|\} is missing$/],
    ['a tab stop in a tab stop', `\${1:a $2}`, 6, /^no tab stop inside another/],
    ['a placeholder in a placeholder', `\${1:\${2:a}}`, 4, /^no tab stop inside another/],
    ['a choice in a placeholder', `\${1:\${2|a|}}`, 4, /^no tab stop inside another/],
    ['a tab stop in the selected text', `\${TM_SELECTED_TEXT:$1}`, 19, /nothing inside TM_SELECTED_TEXT$/],
    ['selected text in the selected text', `\${TM_SELECTED_TEXT:\${TM_SELECTED_TEXT}}`, 19, /nothing inside/],
    ['a choice without a text', `\${1||}`, 0, /^a choice has an empty text$/],
    ['a choice with an empty text', `a\${1|b,,c|}`, 1, /^a choice has an empty text$/],
    ['a pipe in a choice', `\${1|a|b|}`, 5, /^a choice ends with \|\}/],
    ['a brace in a choice', `\${1|a},b|}`, 5, /^a choice ends with \|\}/],
    ['a line break in a choice', `\${1|a\nb|}`, 5, /no line break$/],
  ] as const) {
    it(`is refused for ${what}, at its place`, () => {
      const problem = problemOf(text);
      assert.equal(problem.offset, offset);
      assert.match(problem.reason, reason);
    });
  }

  it('never throws, and has its problems at places that it has', () => {
    fc.assert(
      fc.property(fc.oneof(nearSyntax, anyText), text => {
        const parsed = parseSnippet(text);
        if ('problem' in parsed) {
          assert.ok(parsed.problem.offset >= 0 && parsed.problem.offset <= text.length);
          assert.notEqual(parsed.problem.reason, '');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same when what was read is written and read again', () => {
    let read = 0;
    fc.assert(
      fc.property(nearSyntax, text => {
        const parsed = parseSnippet(text);
        if ('parts' in parsed) {
          read += 1;
          assert.deepEqual(partsOf(snippetText(parsed.parts)), settled(parsed.parts));
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(read > 500, `only ${read} could be read`);
  });

  it('is the parts again that it was written from', () => {
    fc.assert(
      fc.property(anyParts, parts => {
        assert.deepEqual(partsOf(snippetText(parts)), settled(parts));
      }),
      { numRuns: 1000 },
    );
  });

  it('has what is selected in its places, whatever that is', () => {
    fc.assert(
      fc.property(anyParts, plain, (parts, text) => {
        assert.deepEqual(partsOf(snippetText(parts, text)), settled(parts, text));
      }),
      { numRuns: 1000 },
    );
  });

  it('has a place for selected text where one is among its parts, or within a placeholder', () => {
    for (const [text, takes] of [
      ['', false],
      [`a $1 \${2:b} \${3|c|}`, false],
      ['\\$TM_SELECTED_TEXT', false],
      ['a $TM_SELECTED_TEXT', true],
      [`\${TM_SELECTED_TEXT:a}`, true],
      [`a \${1:b \${TM_SELECTED_TEXT:c}}`, true],
    ] as const) {
      assert.equal(takesSelection(partsOf(text)), takes, text);
    }
  });

  it('has a preview: its texts, the first of each choice, an ellipsis for a bare tab stop', () => {
    const shown = (parts: readonly SnippetPart[]): string =>
      parts
        .map(part => {
          if (typeof part === 'string') {
            return part;
          }
          if ('choices' in part) {
            return part.choices[0];
          }
          return 'parts' in part && part.parts.length === 0
            ? '…'
            : shown('parts' in part ? part.parts : part.selected);
        })
        .join('');
    fc.assert(
      fc.property(anyParts, parts => {
        assert.equal(previewOf([snippetText(parts)]), shown(settled(parts)));
      }),
      { numRuns: 1000 },
    );
  });

  it('is any text at all once that is escaped', () => {
    fc.assert(
      fc.property(fc.oneof(plain, nearSyntax), text => {
        assert.deepEqual(partsOf(escapeSnippet(text)), text === '' ? [] : [text]);
      }),
    );
  });

  for (const piece of [
    `\${1:`,
    `\${1:\${TM_SELECTED_TEXT:`,
    `\${1|`,
    `\${1|a,`,
    '\\',
    '\\$',
    '$',
    '${',
    '$1',
    '}',
    'a',
    `\${1:a}`,
  ]) {
    it(`is read at once however long it is: ${piece}`, () => {
      const started = performance.now();
      parseSnippet(piece.repeat(Math.ceil(100_000 / piece.length)));
      parseSnippet(`\${1:${piece.repeat(Math.ceil(100_000 / piece.length))}`);
      parseSnippet(`\${1|${piece.repeat(Math.ceil(100_000 / piece.length))}`);
      const took = performance.now() - started;
      assert.ok(took < 1000, `it took ${took} ms`);
    });
  }
});
