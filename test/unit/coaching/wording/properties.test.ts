import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addReason, rewriteAsQuestion } from '../../../../src/coaching/wording/rewrite';
import { belay, compiled } from './rulesOnDisk';

const examples = compiled.rules.flatMap(rule => [...rule.matches, ...rule.spares]);

/** Comments from noise to prose, with the signs that mean something to the check in between. */
const comments = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...examples),
        fc.constantFrom(
          ...[
            '`',
            '```',
            '~~~\n',
            '> ',
            '\n',
            '\n\n',
            '\r\n',
            '    ',
            '\t',
            '"',
            "'",
            '“',
            '”',
            '‘',
            '’',
            '](',
            ')',
          ],
          ...[
            '*',
            '**',
            '_',
            '!',
            '?',
            '.',
            '…',
            ',',
            ' ',
            '- ',
            '@you ',
            'https://x.y/z ',
            'a_b ',
            '🤦',
            '\ud83e',
          ],
        ),
      ),
      { maxLength: 30 },
    )
    .map(parts => parts.join('')),
);

/** Things that are never judged, as whole lines. */
const blocks = fc.constantFrom(
  '```\nyou idiot\n```\n',
  '```suggestion\nstupid\n```\n',
  '~~~~\n```\ncrap\n~~~~\n',
  '> you forgot the lock\n> again\n\n',
);

describe('The wording check, whatever the text', function () {
  this.timeout(60_000);

  it('finds ranges in the text, in order and apart', () => {
    fc.assert(
      fc.property(comments, text => {
        let last = 0;
        for (const { start, end, rephrasings } of belay.check(text)) {
          assert.ok(last <= start && start < end && end <= text.length, `${last} ${start} ${end}`);
          assert.equal(new Set(rephrasings).size, rephrasings.length);
          last = end;
        }
      }),
      { numRuns: 600 },
    );
  });

  it('says the same twice', () => {
    fc.assert(fc.property(comments, text => assert.deepEqual(belay.check(text), belay.check(text))));
  });

  it('moves with what stands before it and is never judged', () => {
    fc.assert(
      fc.property(blocks, comments, (block, text) => {
        const shifted = belay.check(text).map(finding => ({
          ...finding,
          start: finding.start + block.length,
          end: finding.end + block.length,
        }));
        assert.deepEqual(belay.check(block + text), shifted);
      }),
      { numRuns: 300 },
    );
  });

  it('judges nothing inside a fence', () => {
    fc.assert(
      fc.property(comments, text => {
        const fenced = `~~~~~~~~~~~~\n${text}\n~~~~~~~~~~~~`;
        assert.deepEqual(belay.check(fenced), []);
      }),
    );
  });

  it('sums up and rewrites without a slip', () => {
    fc.assert(
      fc.property(comments, text => {
        belay.sumUp(text);
        rewriteAsQuestion(text);
        const withReason = addReason(text);
        assert.ok(withReason === text || withReason.length === text.length + ', because …'.length);
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    // The processor's time, in microseconds: others may keep the machine busy meanwhile.
    const timeOf = (text: string) => {
      const before = process.cpuUsage();
      belay.check(text);
      return process.cpuUsage(before).user;
    };
    const best = (text: string) => Math.min(...Array.from({ length: 3 }, () => timeOf(text)));
    for (const part of [
      'you forgot ',
      'never never ',
      '"a ',
      "'a ",
      '` `` ``` ',
      '(',
      '> a\n',
      'why did you ',
    ]) {
      const short = best(part.repeat(1000));
      const long = best(part.repeat(8000));
      // Eight times the text; the rest is room for a busy machine. Quadratic time would be 64 times.
      assert.ok(long < short * 30 + 150_000, `${JSON.stringify(part)}: ${short} and ${long} µs`);
    }
  });
});
