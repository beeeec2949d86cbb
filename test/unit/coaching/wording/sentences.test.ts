import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentenceAround } from '../../../../src/coaching/wording/sentences';

/** The sentence of `text` around the words between brackets. */
function around(text: string): string {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const plain = text.replace(/[[\]]/g, '');
  const sentence = sentenceAround(plain, start, end);
  return plain.slice(sentence.start, sentence.end);
}

describe('The sentence around a finding', () => {
  const examples: readonly (readonly [string, string])[] = [
    ['Good. [Use] a map here. Then test.', 'Use a map here.'],
    [
      'Pass a list, e.g. of users, and [just] sort it! Done?',
      'Pass a list, e.g. of users, and just sort it!',
    ],
    ['Two lines of\n[one] sentence, as they wrap.', 'Two lines of\none sentence, as they wrap.'],
    ['- [Rename] this\n- Add a test', 'Rename this'],
    ['A heading\n\n[Rename] this\n\nThe end', 'Rename this'],
    ['Call `a. b` and [just] return', 'Call `a. b` and just return'],
    ['[One. Two] of them. Three.', 'One. Two of them.'],
    ['Why not\n> a. b\n[never] mind', 'never mind'],
  ];
  for (const [text, sentence] of examples) {
    it(JSON.stringify(text), () => {
      assert.equal(around(text), sentence);
    });
  }

  it('always takes in what was found, and stays in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const sentence = sentenceAround(text, start, end);
        assert.ok(sentence.start >= 0 && sentence.start <= start);
        assert.ok(sentence.end >= end && sentence.end <= text.length);
      }),
    );
  });
});
