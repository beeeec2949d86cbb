import assert from 'node:assert/strict';
import { Automaton } from '../../../../src/coaching/wording/automaton';
import { expandPhrases, PatternError, parsePattern } from '../../../../src/coaching/wording/pattern';
import { tokenise } from '../../../../src/coaching/wording/tokens';

/** What `pattern` finds in `text`. */
function found(pattern: string, text: string): string[] {
  const tokens = tokenise(text);
  return new Automaton([parsePattern(pattern)])
    .run(tokens)
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

describe('A pattern', () => {
  const cases: readonly (readonly [pattern: string, text: string, expected: string[]])[] = [
    ['why did you', 'So Why DID you?', ['Why DID you']],
    ['of course|surely', 'Of course. Surely not.', ['Of course', 'Surely']],
    ['(did|do) you', 'did you or do you, does you', ['did you', 'do you']],
    ['suck/s/ed/ing', 'suck sucks sucked sucking sucker', ['suck', 'sucks', 'sucked', 'sucking']],
    ['so? odd', 'so odd, odd', ['so odd', 'odd', 'odd']],
    ['(very very)? odd', 'very very odd', ['very very odd', 'odd']],
    ['you ... odd', 'you are, well odd', ['you are, well odd']],
    ['you ... odd', 'you a b c d odd', []],
    ['you ...4 odd', 'you a b c d odd', ['you a b c d odd']],
    ['you ... odd', 'you. It is odd', []],
    ['CODE is odd', '`x` is odd, fooBar() is odd, it is odd', ['`x` is odd', 'fooBar() is odd']],
    ['^ no $', 'No. It says no. No', ['No', 'No']],
    ['{just} use', 'just use it, just do it', ['just']],
    ['not {(so )? odd} here', 'not so odd here', ['so odd']],
    ['odd \\?', 'odd? odd?! odd!', ['odd?', 'odd?!']],
    ['!!', 'a! b!! c!!!!', ['!!', '!!!!']],
    ["don't", "Don’t and don´t and DON'T", ['Don’t', 'don´t', "DON'T"]],
    ['stupid', 'stuuuupid, stupiddd, stupidity', ['stuuuupid', 'stupiddd']],
    ['f*ck', 'f*ck f***ck f**k', ['f*ck', 'f***ck']],
    ['🤦', 'so 🤦🤦', ['🤦', '🤦']],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`${pattern} in: ${text}`, () => {
      assert.deepEqual(found(pattern, text), expected);
    });
  }

  it('takes in phrases by their names', () => {
    const phrases = new Map([['be', 'is|are']]);
    assert.equal(expandPhrases('it <be> odd', phrases), 'it (is|are) odd');
    assert.throws(() => expandPhrases('<bee>', phrases), PatternError);
  });
});
