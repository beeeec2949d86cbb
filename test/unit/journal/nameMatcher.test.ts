import assert from 'node:assert/strict';
import { isPseudonymOf, type MentionOptions, NameMatcher } from '../../../src/nameMatcher';

/** The mentions as they stand in the text; weak ones with a question mark. */
function mentionsOf(name: string, text: string, options?: MentionOptions): string[] {
  return new NameMatcher(name, options)
    .mentions(text)
    .map(({ start, end, isWeak }) => text.slice(start, end) + (isWeak ? '?' : ''));
}

describe('a name', () => {
  for (const [name, text, mentions] of [
    ['Ana', 'Ana asked, ANA led, ana wrote', ['Ana', 'ANA', 'ana']],
    ['Ana', 'Ana’s plan, Ana\'s (Ana) "Ana" Ana.', ['Ana', 'Ana', 'Ana', 'Ana', 'Ana']],
    ['Ana', 'Anabel, banana, Anas, ana2, Aña\u0301b', []],
    ['Ana', 'with @Ana and @ana!', ['@Ana', '@ana']],
    ['Ana', 'mail ana@example.org, x@ana.org', ['ana', 'ana']],
    ['Ana', 'growth/ana ana-growth 1on1_ana', ['ana', 'ana', 'ana']],
    ['José', 'Jose\u0301, JOSÉ, Jose', ['Jose\u0301', 'JOSÉ', 'Jose']],
    ['Ana', 'Aná', ['Aná']],
    [
      'Ana Ruiz',
      'Ana Ruiz, ana  ruiz, Ana\n   Ruiz, @ana.ruiz, AnaRuiz',
      ['Ana Ruiz', 'ana  ruiz', 'Ana\n   Ruiz', '@ana.ruiz', 'AnaRuiz'],
    ],
    ['Ana Ruiz', 'Ana asked. @Ana too. Ruiz did not.', ['Ana?', '@Ana?']],
    ['Ana Ruiz', 'Ana Ruiz and Ana', ['Ana Ruiz', 'Ana?']],
    ['Ana Ruiz', '**Ana** Ruiz', ['Ana** Ruiz']],
    ['A. Ruiz', 'A plan of A. Ruiz', ['A. Ruiz']],
    ["Sinéad O'Brien", 'sinead o’brien', ['sinead o’brien']],
    ['Anne-Marie Smith', 'Anne-Marie, Anne', ['Anne-Marie?']],
    ['李 娜', '李娜 和 李 娜', ['李娜', '李 娜']],
    ['C++', 'C++ and C', ['C', 'C']],
    ['👍', 'good 👍', ['👍']],
    ['?.*', 'what?.* is', ['?.*']],
    ['  ', 'any  thing', []],
  ] as const) {
    it(`${name} is mentioned in "${text}" ${mentions.length} times`, () => {
      assert.deepEqual(mentionsOf(name, text), mentions);
    });
  }

  it('that is a word may be asked for in its own case only', () => {
    assert.deepEqual(mentionsOf('Will', 'Will will, will @will', { exactCase: true }), ['Will', '@will']);
    assert.deepEqual(mentionsOf('José', 'jose Jose', { exactCase: true }), ['Jose']);
  });

  it('isn’t mentioned within a longer name that is spared', () => {
    const options = { spare: ['Ana Costa', 'Anne-Marie'] };
    assert.deepEqual(mentionsOf('Ana', 'Ana Costa and Ana, ana costa', options), ['Ana']);
    assert.deepEqual(mentionsOf('Ana Ruiz', 'Ana Costa, Ana Ruiz, Ana', options), ['Ana Ruiz', 'Ana?']);
    assert.deepEqual(mentionsOf('Ana Ruiz', 'Ana Ruiz', { spare: ['Ana'] }), ['Ana Ruiz']);
  });

  it('has pseudonyms that don’t give it away', () => {
    for (const [pseudonym, isOne] of [
      ['Person A', true],
      ['someone', true],
      ['…', true],
      ['Anabel', true],
      ['', false],
      [' ', false],
      ['Ana', false],
      ['the other ana', false],
      ['Mrs Ruiz', false],
      ['anaruiz', false],
      ['An Aruiz', false],
    ] as const) {
      assert.equal(isPseudonymOf(pseudonym, 'Ana Ruiz'), isOne, pseudonym);
    }
    assert.equal(isPseudonymOf('a 👍 b', '👍'), false);
    assert.equal(isPseudonymOf('Major', 'Jo'), true);
  });
});
