import assert from 'node:assert/strict';
import fc from 'fast-check';
import { previewOf } from '../../../src/coaching/snippetBody';
import { linesOf } from '../../../src/coaching/template';
import { parseTemplates } from '../../../src/coaching/templateFile';
import { shippedTemplateFiles } from '../support';

/** Text made of what template files are made of, so that it gets further than plain noise does. */
const nearTemplate = fc
  .array(
    fc.constantFrom(
      ...[
        '---\n',
        '\n---\n',
        '\n',
        '\r\n',
        ': ',
        '- ',
        '  ',
        '*',
        '&a',
        '!!',
        '"',
        "'",
        '|',
        '\u0000',
        '\ufeff',
      ],
      ...['name: N\n', 'label: note\n', 'label: praise\n', 'decorations: [blocking]\n', 'prefix: cc-x\n'],
      ...[
        'intent: ask\n',
        'example:\n',
        '  correcting: c\n',
        '  coaching: c\n',
        '__proto__: x\n',
        'constructor',
      ],
      ...['---\nname: N\nlabel: note\n---\n', 'note: ', `\${1:`, `\${1|`, '|}', '}', '$1', '$', '\\'],
      ...[`\${TM_SELECTED_TEXT:`, '$HOME', 'text'],
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

function assertWellFormed(text: string): ReturnType<typeof parseTemplates> {
  const parsed = parseTemplates([{ name: 't.md', text }], 'team');
  assert.ok(parsed.templates.length === 1 ? parsed.problems.length === 0 : parsed.problems.length > 0);
  const lines = text.split(/\r\n?|\n/).length;
  for (const { file, line = 0, reason } of parsed.problems) {
    assert.equal(file, 't.md');
    assert.ok(line >= 1 && line <= lines, `line ${line} of ${lines}`);
    assert.notEqual(reason, '');
  }
  for (const template of parsed.templates) {
    for (const style of ['plain', 'bold', 'none'] as const) {
      const preview = previewOf(linesOf(template, { style, withDecorations: true }, `\${1:x}`));
      assert.ok(preview.length > 0);
    }
  }
  return parsed;
}

describe('reading templates', () => {
  it('never throws, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearTemplate), text => void assertWellFormed(text)),
      { numRuns: 1000 },
    );
  });

  it('never throws on any text below good front matter', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearTemplate), body => {
        assertWellFormed(`---\nname: N\nlabel: note\n---\n${body}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws when a piece of a file is missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shippedTemplateFiles()),
        fc.nat(2000),
        fc.integer({ min: 1, max: 300 }),
        ({ text }, start, length) => {
          assertWellFormed(text.slice(0, start) + text.slice(start + length));
        },
      ),
    );
  });

  it('refuses a file that breaks off before its text', () => {
    for (const { text } of shippedTemplateFiles()) {
      const end = text.indexOf('\n---\n') + '\n---\n'.length;
      for (let length = 0; length <= end; length += 7) {
        assert.equal(assertWellFormed(text.slice(0, length)).templates.length, 0, text.slice(0, length));
      }
    }
  });
});
