import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { parseShorthand } from '../../../src/journal/logging/shorthand';
import { MomentSchema } from '../../../src/journal/moment';
import { aMoment } from '../support';

const now = new Date(2026, 10, 25, 15, 30, 20);

describe('shorthand of any line', () => {
  const pieces = fc.constantFrom(
    ...' | @Ana|@"Ana B"|@|#|#execution|#1:1|#12|#tag:x|#kind:none|!|!fu|!2026-12-01|30m|2 hours|for|1h|an|yesterday|friday|next week'.split(
      '|',
    ),
    ...'at 14:30|2026-11-20|,|.|;|(|)|`|"|“|”|/|https://x|of|to|x|Word|\n|\r\n|\t|é|🙂'.split('|'),
    '|',
    ' ',
    ' | ',
  );
  const anyLine = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 14 }).map(list => list.join('')),
    fc.array(pieces, { maxLength: 14 }).map(list => list.join(' ')),
  );

  it('has parts in order that don’t overlap', () => {
    fc.assert(
      fc.property(anyLine, line => {
        let end = 0;
        for (const part of parseShorthand(line, now).parts) {
          assert.ok(part.start >= end && part.end > part.start && part.end <= line.length);
          end = part.end;
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('keeps every word that wasn’t understood', () => {
    const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(anyLine, line => {
        const { what, parts } = parseShorthand(line, now);
        let at = 0;
        const between: string[] = [];
        for (const { start, end } of parts) {
          between.push(line.slice(at, start));
          at = end;
        }
        const left = wordsOf([...between, line.slice(at)].join(' '));
        const kept = wordsOf(what);
        for (const word of left) {
          const place = kept.findIndex(one => one.includes(word));
          assert.ok(place >= 0, `${word} of ${JSON.stringify(line)} isn’t in ${JSON.stringify(what)}`);
          kept.splice(0, place);
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('gives fields that a moment may have', () => {
    fc.assert(
      fc.property(anyLine, line => {
        const { parts: _, what, ...fields } = parseShorthand(line, now);
        const result = v.safeParse(MomentSchema, { ...aMoment('a'), ...fields, what: what || 'x' });
        assert.ok(result.success, JSON.stringify(result.issues));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('takes no time that grows faster than the line', function () {
    this.timeout(20_000);
    const long = 100_000;
    for (const piece of [
      'word ',
      '@a on ',
      '#x 2031-01-01 ',
      '!fu 20 nov 2020 ',
      '@"',
      '“',
      '`',
      '"',
      ' "',
      '@a,',
      '30m ',
      'a,',
      '((',
      'yesterday ',
      '#a.',
      '@a.',
      '| ',
      '@a | ',
      '1h ',
      '!fu ',
      '@a friday ',
      'for ',
      ',',
      '-',
      '@',
      '#',
      'at ',
      '@a(',
    ]) {
      const line = piece.repeat(long / piece.length);
      const began = performance.now();
      parseShorthand(line, now);
      const took = performance.now() - began;
      // Ten times and more what a busy machine needs, and far less than the square of the length.
      assert.ok(took < 2000, `${JSON.stringify(piece)} took ${Math.round(took)} ms`);
    }
  });
});
