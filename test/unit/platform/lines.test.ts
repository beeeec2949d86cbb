import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../src/platform/lines';

/** What the lines are by definition, for a decoder that knows nothing of lines. */
function expected(text: string): string[] {
  const lines = text.split('\n');
  return lines.length > 1 && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

const anyText = fc
  .array(fc.oneof(fc.constantFrom('\n', '\r\n', '\uFEFF', 'é', '—', '👏', '\0', '\x7F', '\x80'), fc.string()))
  .map(parts => parts.join(''));
/** Bytes that needn't be UTF-8: cut characters, lone continuations. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(0x0a, 0x41, 0x7f, 0x80, 0xbf, 0xc3, 0xe2, 0xf0, 0xff, 0xef, 0xbb),
      fc.integer({ min: 0, max: 255 }),
    ),
  )
  .map(bytes => Uint8Array.from(bytes));

describe('the lines of a file', () => {
  it('are those of its text', () => {
    fc.assert(
      fc.property(anyText, text => {
        assert.deepEqual([...linesOf(text)], expected(text));
      }),
    );
  });

  it('are the same where only those that need it are decoded, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyBytes,
          anyText.map(text => new TextEncoder().encode(text)),
        ),
        bytes => {
          assert.deepEqual([...linesOf(bytes)], expected(new TextDecoder().decode(bytes)));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('are those of a part of a buffer, and nothing of what is around it', () => {
    const around = new TextEncoder().encode('before\néins\nzwei\nafter');
    assert.deepEqual([...linesOf(around.subarray(7, 17))], ['éins', 'zwei']);
  });

  it('are decoded whole where there is no Buffer', () => {
    const { Buffer } = globalThis;
    Reflect.deleteProperty(globalThis, 'Buffer');
    try {
      assert.deepEqual([...linesOf(new TextEncoder().encode('\uFEFFéins\nzwei\n'))], ['éins', 'zwei']);
    } finally {
      Object.defineProperty(globalThis, 'Buffer', { value: Buffer, configurable: true, writable: true });
    }
  });
});
