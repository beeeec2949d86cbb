import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judge } from '../../../src/models/rephrase/judge';
import { badAnswers, goodAnswers, plain } from '../../fixtures/answers';

describe('a model’s answer to a comment that is to be rephrased', () => {
  for (const { name, answer, ...request } of goodAnswers) {
    it(`is offered: ${name}`, () => {
      const judged = judge(answer, request);
      assert.deepEqual(judged, { comment: answer.trim().slice(9, -10).trim() });
    });
  }

  it('is looked at with at least forty that must not be offered', () => {
    assert.ok(badAnswers.length >= 40, `${badAnswers.length}`);
    assert.equal(new Set(badAnswers.map(({ name }) => name)).size, badAnswers.length);
  });

  for (const { name, answer, why, ...request } of badAnswers) {
    it(`is refused: ${name}`, () => {
      const judged = judge(answer, request);
      if (why === 'check') {
        assert.ok('comment' in judged, 'only the wording check refuses it');
      } else {
        assert.deepEqual(judged, { fault: why });
      }
    });
  }

  it('is never offered with an address that the comment hasn’t got, wherever it stands', () => {
    const at = '<comment>What should close the `reader` when `parse()` throws on line 42?</comment>';
    fc.assert(
      fc.property(
        fc.nat(at.length),
        fc.constantFrom('https://evil.example', '<img src=x>', '![](//x)'),
        (place, evil) => {
          const judged = judge(`${at.slice(0, place)} ${evil} ${at.slice(place)}`, plain);
          assert.ok('fault' in judged);
        },
      ),
    );
  });

  it('is judged soon, whatever it is', () => {
    const began = performance.now();
    for (const piece of ['`', '<', '[](', '~~~\n', '@', 'a.', '&#', '(', '    x\n', '\n', 'A-1', 'www.']) {
      const request = { comment: piece.repeat(4000 / piece.length), code: '' };
      judge(`<comment>${piece.repeat(8000 / piece.length)}</comment>`, request);
    }
    assert.ok(performance.now() - began < 2000, `${performance.now() - began} ms`);
  });
});
