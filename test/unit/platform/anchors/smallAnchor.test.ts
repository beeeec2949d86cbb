import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { AnchorSchema } from '../../../../src/platform/anchors/anchor';
import { locate } from '../../../../src/platform/anchors/locate';
import { captureSmallAnchor, smallAnchorBytes } from '../../../../src/platform/anchors/smallAnchor';
import { anyText } from '../../support';

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Lines as code has them, and some that are as long as an anchor keeps any. */
const anyLines = fc.array(
  fc.oneof(
    anyText,
    fc.constantFrom(
      '',
      '}',
      '  return total;',
      '    if (a) {',
      'x'.repeat(500),
      '李'.repeat(200),
      '👍'.repeat(150),
    ),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('a small anchor', () => {
  it('has no more bytes than it may, is found where it was taken, and survives being stored', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), fc.nat({ max: 40 }), (lines, at, more) => {
        const start = at % lines.length;
        const anchor = captureSmallAnchor(lines, start, start + more);
        if (!anchor) {
          return;
        }
        assert.ok(bytesOf(anchor) <= smallAnchorBytes);
        assert.deepEqual(v.parse(AnchorSchema, JSON.parse(JSON.stringify(anchor))), anchor);
        const end = Math.min(start + more, lines.length - 1);
        assert.deepEqual(locate(anchor, lines), { start, end, confidence: 'exact' });
      }),
    );
  });

  it('keeps less around lines that are long, and none of lines that are too long by themselves', () => {
    const like = (line: string) => Array.from({ length: 40 }, (_, n) => `${n} ${line}`);
    assert.equal(captureSmallAnchor(like('total += 1;'), 20, 22)?.reach, 4);
    const long = captureSmallAnchor(like('total '.repeat(80)), 20, 22);
    assert.ok(long && (long.reach ?? 0) < 4, JSON.stringify(long));
    assert.equal(captureSmallAnchor(like('\u0001'.repeat(300)), 20, 22), undefined);
  });

  it('is found exactly where lines were put above and below, also near the ends of a file', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `const value${n} = read('source ${n * n}');`);
    for (const start of [0, 1, 3, 15, 26, 29]) {
      const anchor = captureSmallAnchor(lines, start, start);
      assert.ok(anchor);
      const edited = ['// new', ...lines.slice(0, 20), '// here too', ...lines.slice(20)];
      const at = start + (start < 20 ? 1 : 2);
      assert.deepEqual(locate(anchor, edited), { start: at, end: at, confidence: 'exact' });
    }
  });

  it('isn’t taken for one near an end of the file because it remembers few lines', () => {
    const lines = Array.from({ length: 30 }, (_, n) =>
      n === 3 || n === 15 ? '  return total;' : `const value${n} = read('source ${n * n}');`,
    );
    const anchor = captureSmallAnchor(lines, 15, 15);
    assert.ok(anchor);
    const edited = lines.map((line, n) => (n >= 11 && n < 15 ? `<li class="row">${n}</li>` : line));
    assert.deepEqual(locate(anchor, edited), { start: 15, end: 15, confidence: 'exact' });
  });

  it('of many lines is found by its two ends', () => {
    const lines = Array.from({ length: 200 }, (_, n) => `  step(${n}, 'of many');`);
    const anchor = captureSmallAnchor(lines, 50, 120);
    assert.ok(anchor);
    assert.deepEqual(locate(anchor, ['// A', ...lines]), { start: 51, end: 121, confidence: 'exact' });
  });
});
