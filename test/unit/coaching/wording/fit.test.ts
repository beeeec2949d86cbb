import assert from 'node:assert/strict';
import { createCheck } from '../../../../src/coaching/wording/check';
import type { FindingRule, Reach } from '../../../../src/coaching/wording/rule';

/** `text` with each rephrasing in its place, where the rule finds the word `odd`. */
function rephrased(text: string, instead: string[], reach: Reach = 'words'): string[] {
  const rule: FindingRule = {
    kind: 'finding',
    id: 'odd',
    family: 'bare-verdict',
    strength: 'hint',
    finds: ['odd'],
    unless: [],
    'unless-in-sentence': [],
    'unless-in-comment': [],
    'unless-sign': [],
    matches: ['odd'],
    spares: ['even'],
    why: 'It says too little.',
    instead,
    reach,
    once: false,
    source: { title: 'A guide', url: 'https://example.com' },
  };
  const [finding] = createCheck([rule]).check(text);
  return (finding?.rephrasings ?? []).map(
    phrase => text.slice(0, finding?.start) + phrase + text.slice(finding?.end),
  );
}

describe('A rephrasing', () => {
  const words: readonly (readonly [text: string, instead: string, expected: string])[] = [
    ['It is odd here.', 'new', 'It is new here.'],
    ['Odd name.', 'new', 'New name.'],
    ['An odd name.', 'new', 'A new name.'],
    ['It is an odd name.', 'unused', 'It is an unused name.'],
    ['What an odd name.', '', 'What a name.'],
    ['An odd name.', '', 'A name.'],
    ['An odd error.', '', 'An error.'],
    ['Odd, the name stays.', '', 'The name stays.'],
    ['The name, odd, stays.', '', 'The name stays.'],
    ['The name stays, odd.', '', 'The name stays.'],
    ['Odd `name`.', '', '`name`.'],
    ['Odd. The name stays.', '', 'The name stays.'],
    ['Odd.\nThe name stays.', '', '\nThe name stays.'],
    ['Odd!', '', ''],
    ['Odd. The name stays.', 'hm:', 'Hm: The name stays.'],
  ];
  for (const [text, instead, expected] of words) {
    it(`${text} → ${expected}`, () => {
      // With the empty one in the list every phrase gives way to what leaving out takes in.
      const list = instead === '' || instead === 'hm:' ? ['', 'hm:'] : [instead];
      assert.equal(rephrased(text, list)[list.indexOf(instead)], expected);
    });
  }

  it('does not leave out what the sentence needs', () => {
    assert.deepEqual(rephrased('The name is odd.', ['']), []);
    assert.deepEqual(rephrased('The name is odd.', ['', 'new']), ['The name is new.']);
  });

  const clauses: readonly (readonly [text: string, reach: Reach, expected: string])[] = [
    ['So odd to me, but it works.', 'clause', 'I see …, but it works.'],
    ['Well, so odd to me.', 'clause', 'Well, I see …'],
    ['Well, so odd to me.', 'sentence', 'I see …'],
    ['How odd?', 'sentence', 'I see …'],
  ];
  for (const [text, reach, expected] of clauses) {
    it(`${reach}: ${text} → ${expected}`, () => {
      assert.deepEqual(rephrased(text, ['I see …'], reach), [expected]);
    });
  }

  it('can take in what was found, and ends as a sentence does', () => {
    assert.deepEqual(rephrased('That is odd!', ['$0, I think'], 'sentence'), ['That is odd, I think.']);
    assert.deepEqual(rephrased('That is odd', ['is it?'], 'sentence'), ['Is it?']);
  });
});
