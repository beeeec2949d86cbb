import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { AnchorSchema, captureAnchor } from '../../../../src/platform/anchors/anchor';
import { LineIndex } from '../../../../src/platform/anchors/lineIndex';
import { type Location, locate } from '../../../../src/platform/anchors/locate';
import { anyText } from '../../support';

const code = `import { Cart } from './cart';

export function totalOf(cart: Cart): number {
  let total = 0;
  for (const item of cart.items) {
    if (item.price < 0) {
      throw new RangeError('a price below zero');
    }
    total += item.price * item.count;
  }
  return total;
}

export function taxOf(cart: Cart, rate: number): number {
  if (rate < 0) {
    throw new RangeError('a rate below zero');
  }
  return totalOf(cart) * rate;
}

export function countOf(cart: Cart): number {
  let total = 0;
  for (const item of cart.items) {
    total += item.count;
  }
  return total;
}
`.split('\n');

/** The number of the `nth` line that contains `text`. */
function lineOf(lines: readonly string[], text: string, nth = 0): number {
  const found = [...lines.keys()].filter(line => lines[line]?.includes(text))[nth];
  assert.ok(found !== undefined, text);
  return found;
}

/** Where the line with `text` is found after `edit`. */
function follow(
  text: string,
  edit: (lines: string[]) => string[] | undefined,
  nth = 0,
): [Location | undefined, string[]] {
  const line = lineOf(code, text, nth);
  const anchor = captureAnchor(code, line, line);
  const copy = [...code];
  const edited = edit(copy) ?? copy;
  return [locate(anchor, edited), edited];
}

function splice(at: number, count: number, ...lines: string[]): (lines: string[]) => undefined {
  return all => {
    all.splice(at, count, ...lines);
    return undefined;
  };
}

const anyLines = fc.array(
  fc.oneof(anyText, fc.constantFrom('', '}', '  }', '  return total;', 'total += 1;', '\t', 'if (a) {')),
  { maxLength: 40 },
);

describe('an anchor', () => {
  it('is found exactly at its place where nothing has changed', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), fc.nat(), (lines, a, b) => {
        const anchor = captureAnchor(lines, a % (lines.length + 1), b % (lines.length + 1));
        assert.deepEqual(locate(anchor, lines), {
          start: anchor.start,
          end: anchor.end,
          confidence: 'exact',
        });
      }),
    );
  });

  it('is found somewhere in the file or not at all in any other text', () => {
    fc.assert(
      fc.property(anyLines, anyLines, fc.nat(), fc.nat({ max: 30 }), (old, lines, at, more) => {
        const anchor = captureAnchor(old, at % (old.length + 1), (at % (old.length + 1)) + more);
        const found = locate(anchor, lines);
        if (found) {
          assert.ok(found.start >= 0 && found.start <= found.end);
          assert.ok(found.end < Math.max(1, lines.length), JSON.stringify(found));
        }
      }),
    );
  });

  it('stays on its line whatever is inserted and deleted elsewhere', () => {
    const anyOther = fc.array(
      fc.integer({ min: 0, max: 99 }).map(n => `  other.call(${n}, 'filler');`),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        fc.nat({ max: code.length - 2 }),
        anyOther,
        anyOther,
        fc.nat({ max: 12 }),
        (line, above, below, gone) => {
          fc.pre(code[line] !== '');
          const anchor = captureAnchor(code, line, line);
          // Lines of the file's beginning disappear, as long as they aren't near.
          const deleted = Math.max(0, Math.min(gone, line - 4));
          const lines = [...above, ...code.slice(deleted), ...below];
          const found = locate(anchor, lines);
          assert.equal(found?.start, line - deleted + above.length, `${code[line]}`);
          assert.notEqual(found.confidence, 'unsure');
        },
      ),
    );
  });

  it('survives being stored, and is small whatever it is taken of', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), (lines, at) => {
        const anchor = captureAnchor(lines, 0, at);
        assert.deepEqual(v.parse(AnchorSchema, JSON.parse(JSON.stringify(anchor))), anchor);
      }),
      // Halves of surrogate pairs become escapes in JSON and come back.
    );
    const huge = Array.from({ length: 5000 }, (_, n) => `${n}${'x'.repeat(10_000)}`);
    assert.ok(JSON.stringify(captureAnchor(huge, 10, 4000)).length < 10_000);
  });

  it('takes line numbers beyond the file for its last line', () => {
    const { start, end } = captureAnchor(['a', 'b'], 7, 9);
    assert.deepEqual([start, end], [1, 1]);
  });
});

describe('the line of an anchor', () => {
  const rate = "throw new RangeError('a rate below zero');";

  it('is found where lines were inserted above', () => {
    const [found] = follow(rate, splice(0, 0, '// A', '// B', ''));
    assert.deepEqual(found, { start: 18, end: 18, confidence: 'exact' });
  });

  it('is found, and likely, where it was edited', () => {
    const [found, lines] = follow(rate, all =>
      all.map(line => line.replace('a rate below', 'no rate is below')),
    );
    assert.deepEqual(found, {
      start: lineOf(lines, 'no rate'),
      end: lineOf(lines, 'no rate'),
      confidence: 'likely',
    });
  });

  it('is found where its function was moved', () => {
    const [found, lines] = follow(rate, all => {
      const moved = all.splice(13, 7);
      return [...all, ...moved];
    });
    assert.equal(found?.start, lineOf(lines, rate));
    assert.notEqual(found.confidence, 'unsure');
  });

  it('is told from its twins by what is around', () => {
    for (const [nth, edit] of [
      [0, splice(2, 0, 'const a = 1;', '')],
      [1, splice(2, 0, 'const a = 1;', '')],
      [0, splice(12, 7)],
      [1, splice(12, 7)],
      [1, splice(3, 2)],
    ] as const) {
      const [found, lines] = follow('return total;', edit, nth);
      assert.equal(found?.start, lineOf(lines, 'return total;', nth));
    }
  });

  it('is not another one that reads the same when it is gone', () => {
    const gone = lineOf(code, 'return total;', 1);
    const [found] = follow('return total;', splice(gone, 1), 1);
    assert.deepEqual(found, { start: gone, end: gone, confidence: 'unsure' });
  });

  it('leaves the nearest line that is left, and no more than unsure, when it is deleted', () => {
    const gone = lineOf(code, rate);
    const [found] = follow(rate, splice(gone, 1));
    assert.equal(found?.confidence, 'unsure');
    assert.ok(Math.abs(found.start - gone) <= 1);
  });

  it('is where it was rewritten beyond recognition, and no more than unsure', () => {
    const line = lineOf(code, rate);
    const [found] = follow(rate, splice(line, 1, '    logger.warn("check", id);'));
    assert.deepEqual(found, { start: line, end: line, confidence: 'unsure' });
  });

  it('is nowhere in another file', () => {
    const other = Array.from({ length: 60 }, (_, n) => `<li class="row-${n}">${n}</li>`);
    for (const line of code.keys()) {
      if (code[line]?.includes('total')) {
        assert.equal(locate(captureAnchor(code, line, line), other), undefined, code[line]);
      }
    }
    assert.equal(follow(rate, () => [])[0], undefined);
  });

  it('is found where the whole file was reindented and has other line ends', () => {
    for (const edit of [
      (line: string) => line.replace(/^( {2})+/, blanks => '\t'.repeat(blanks.length / 2)),
      (line: string) => `${line}\r`,
      (line: string) => `    ${line}`,
    ]) {
      const [found, lines] = follow(rate, all => all.map(edit));
      assert.deepEqual(found, { start: lineOf(lines, rate), end: lineOf(lines, rate), confidence: 'exact' });
    }
  });

  it('is found where a name was changed everywhere', () => {
    for (const [nth, line] of code.entries()) {
      if (line.includes('total')) {
        const anchor = captureAnchor(code, nth, nth);
        const renamed = ['// Sums.', ...code.map(text => text.replaceAll('total', 'sum'))];
        assert.equal(locate(anchor, renamed)?.start, nth + 1, line);
      }
    }
  });

  it('is the first of the lines that it was wrapped into', () => {
    const line = lineOf(code, 'export function taxOf');
    const [found] = follow(
      'export function taxOf',
      splice(line, 1, 'export function taxOf(', '  cart: Cart,', '  rate: number,', '): number {'),
    );
    assert.equal(found?.start, line);
  });
});

describe('a range of lines', () => {
  const [start, end] = [lineOf(code, 'for (const item'), lineOf(code, 'return total;')];
  const anchor = captureAnchor(code, start, end);
  const found = (edit: (lines: string[]) => undefined) => {
    const copy = [...code];
    edit(copy);
    return locate(anchor, copy);
  };

  it('keeps both its ends', () => {
    assert.deepEqual(found(splice(0, 0, '// A')), { start: start + 1, end: end + 1, confidence: 'exact' });
  });

  it('grows and shrinks with what is inside', () => {
    assert.deepEqual(found(splice(start + 2, 0, '      // Why?')), {
      start,
      end: end + 1,
      confidence: 'likely',
    });
    assert.deepEqual(found(splice(start + 1, 3)), { start, end: end - 3, confidence: 'likely' });
  });

  it('keeps one end where the other is deleted', () => {
    assert.equal(found(splice(start, 1))?.end, end - 1);
    assert.equal(found(splice(end, 1))?.start, start);
  });

  it('is found where it is longer than what is remembered of it', () => {
    const long = Array.from({ length: 400 }, (_, n) => `  step(${n}, 'of many');`);
    const { confidence, ...found } = locate(captureAnchor(long, 50, 300), ['// A', ...long]) ?? {};
    assert.deepEqual(found, { start: 51, end: 301 });
    assert.equal(confidence, 'exact');
  });
});

describe('finding an anchor', () => {
  const some = [
    '  }',
    '  return total;',
    '',
    '    total += item.price * item.count;',
    '  if (rate < 0) {',
    '}',
  ];
  const large = Array.from({ length: 20_000 }, (_, n) =>
    n % 3 === 0 ? `  const value${n % 977} = read(source${n % 31}, ${n});` : (some[n % some.length] ?? ''),
  );

  it('of many notes builds the index once', () => {
    const index = new LineIndex(['// A', ...large]);
    assert.equal(locate(captureAnchor(large, 9999, 9999), index)?.start, 10_000);
  });
});
