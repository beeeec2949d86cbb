import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseTemplates } from '../../../src/coaching/template';

const shipped = readFileSync(join(process.cwd(), 'snippets/coaching-comments.json'), 'utf8');

/** Text made of what snippet files are made of, so that it gets further than plain noise does. */
const nearJson = fc
  .array(
    fc.constantFrom(
      ...['{', '}', '[', ']', '"', ':', ',', '\\', '\n', '\r\n', '/*', '*/', '//', '\u0000', '\ufeff'],
      ...[
        'null',
        'true',
        '-',
        '1e',
        '"a"',
        '"body"',
        '"prefix"',
        '"cc-x"',
        '"note: x"',
        '"__proto__"',
        `\${1:`,
      ],
      ...['{"a":{', '"why":"w",', '"description":"d",', '"body":["note: x"]', '}}', '"constructor"'],
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

function assertWellFormed(text: string): ReturnType<typeof parseTemplates> {
  const parsed = parseTemplates('t.json', text);
  const lines = text.split('\n').length;
  for (const { file, line = 0, reason } of parsed.problems) {
    assert.equal(file, 't.json');
    assert.ok(line >= 1 && line <= lines, `line ${line} of ${lines}`);
    assert.notEqual(reason, '');
  }
  for (const template of parsed.templates) {
    assert.ok(template.body.length > 0);
  }
  return parsed;
}

describe('reading templates', () => {
  it('never throws, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearJson), text => void assertWellFormed(text)),
      {
        numRuns: 500,
      },
    );
  });

  it('never throws on any JSON value', () => {
    fc.assert(fc.property(fc.json(), text => void assertWellFormed(text)));
  });

  it('reads what is whole of a file that breaks off anywhere, and says that it does', () => {
    const { templates } = parseTemplates('t.json', shipped);
    fc.assert(
      fc.property(fc.nat(shipped.trimEnd().length - 1), length => {
        const cut = assertWellFormed(shipped.slice(0, length));
        assert.ok(cut.problems.length > 0);
        // The last one may have been cut short itself.
        const whole = cut.templates.slice(0, -1);
        assert.deepEqual(whole, templates.slice(0, whole.length));
        assert.ok(cut.templates.length <= templates.length);
      }),
    );
  });

  it('never throws when a piece of the file is missing', () => {
    fc.assert(
      fc.property(fc.nat(shipped.length), fc.integer({ min: 1, max: 300 }), (start, length) => {
        assertWellFormed(shipped.slice(0, start) + shipped.slice(start + length));
      }),
    );
  });
});
