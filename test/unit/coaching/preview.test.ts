import assert from 'node:assert/strict';
import fc from 'fast-check';
import { previewOf } from '../../../src/coaching/snippetBody';

describe('the preview of a template', () => {
  for (const [what, snippet, preview] of [
    ['a placeholder by its text', `What led you to \${1:this approach}?`, 'What led you to this approach?'],
    ['several placeholders on a line', `\${1:a} and \${2:b}`, 'a and b'],
    ['a placeholder with a high number', `\${12:twelve}`, 'twelve'],
    ['an empty placeholder by nothing', `a\${1:}b`, 'ab'],
    ['a choice by its first option', `could \${2|lose data,leak data|}.`, 'could lose data.'],
    ['a choice with one option', `\${1|only|}`, 'only'],
    ['a comma in an option of a choice', `\${1|a\\, b,c|}`, 'a, b'],
    ['a bare tab stop by an ellipsis', 'see $1', 'see …'],
    ['a tab stop in braces by an ellipsis', `see \${1}.`, 'see ….'],
    ['the last tab stop by an ellipsis', 'end $0', 'end …'],
    ['an escaped dollar by a dollar', 'costs \\$5', 'costs $5'],
    ['an escaped brace by a brace', 'a \\} b', 'a } b'],
    ['an escaped backslash by one', 'C:\\\\temp', 'C:\\temp'],
    ['an escaped brace within a placeholder', `\${1:a \\} b} c`, 'a } b c'],
    ['an escaped dollar within a placeholder', `\${1:\\$5}`, '$5'],
    ['what only looks like a placeholder when escaped', `\\\${1:x\\}`, `\${1:x}`],
    ['a dollar that starts nothing as it is', 'a $ b $x', 'a $ b $x'],
  ] as const) {
    it(`shows ${what}`, () => {
      assert.equal(previewOf([snippet]), preview);
    });
  }

  it('has the lines of the body', () => {
    assert.equal(previewOf([`note: \${1:x}`, '', 'More $2']), 'note: x\n\nMore …');
  });

  it('is the text itself where the text is escaped as a snippet', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '$', '{', '}', '1', ':', '|', '\\', '\n') }),
        text => {
          assert.equal(previewOf([text.replaceAll(/[\\$}]/g, '\\$&')]), text);
        },
      ),
    );
  });

  it('is the text of a placeholder, whatever that text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '$', '{', '}', '1', ':', '\\') }), text => {
        assert.equal(previewOf([`<\${1:${text.replaceAll(/[\\$}]/g, '\\$&')}}>`]), `<${text}>`);
      }),
    );
  });
});
