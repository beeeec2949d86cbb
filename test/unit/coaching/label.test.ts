import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decorations, labels, openingOf, readOpening } from '../../../src/coaching/label';
import { anyText } from '../support';

describe('how a comment opens', () => {
  for (const [label, decorated, style, opening] of [
    ['praise', [], 'plain', 'praise: '],
    ['question', ['non-blocking'], 'plain', 'question (non-blocking): '],
    ['issue', ['blocking', 'if-minor'], 'plain', 'issue (blocking, if-minor): '],
    ['praise', [], 'bold', '**praise:** '],
    ['question', ['non-blocking'], 'bold', '**question (non-blocking):** '],
    ['question', ['non-blocking'], 'none', ''],
  ] as const) {
    it(`is ${JSON.stringify(opening)} for a ${style} ${label}`, () => {
      assert.equal(openingOf(label, decorated, style), opening);
    });
  }

  it('is read again as it was written, with the text behind it', () => {
    const text = anyText.filter(candidate => !/^[ \t]/.test(candidate));
    fc.assert(
      fc.property(
        fc.constantFrom(...labels),
        fc.subarray([...decorations]),
        fc.constantFrom('plain' as const, 'bold' as const),
        text,
        (label, decorated, style, rest) => {
          assert.deepEqual(readOpening(`${openingOf(label, decorated, style)}${rest}`), {
            label,
            decorations: decorated,
            text: rest,
          });
        },
      ),
    );
  });

  for (const [what, comment, read] of [
    ['an unknown decoration is none', 'note (soon, blocking): x', ['blocking']],
    ['no decoration is none', 'note (): x', []],
    ['blanks around decorations don’t matter', 'note ( if-minor ,blocking ): x', ['blocking', 'if-minor']],
  ] as const) {
    it(`is read leniently: ${what}`, () => {
      assert.deepEqual(readOpening(comment), { label: 'note', decorations: read, text: 'x' });
    });
  }

  for (const comment of [
    '',
    'note',
    'note:',
    'note:x',
    'note:\nx',
    'Note: x',
    'applause: x',
    'a note: x',
    ' note: x',
    '*note:* x',
    'note (a\nb): x',
    'constructor: x',
    `note (${'x'.repeat(61)}): x`,
  ]) {
    it(`isn’t found in ${JSON.stringify(comment.slice(0, 20))}`, () => {
      assert.equal(readOpening(comment), undefined);
    });
  }

  it('is looked for without ever throwing or taking long', () => {
    fc.assert(fc.property(anyText, text => void readOpening(text)));
    const started = performance.now();
    for (const text of ['note (', 'note(', '**', 'a', 'note (a) ', 'note: \t']) {
      readOpening(text.repeat(50_000));
    }
    assert.ok(performance.now() - started < 500);
  });
});
