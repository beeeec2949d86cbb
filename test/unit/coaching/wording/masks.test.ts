import assert from 'node:assert/strict';
import { tokenise } from '../../../../src/coaching/wording/tokens';
import { findMasks } from '../../../../src/platform/masks';
import { flagged } from './rulesOnDisk';

/** What is masked in `text`. */
function masked(text: string): string[] {
  return findMasks(text).map(({ start, end }) => text.slice(start, end));
}

describe('What is never judged', () => {
  const never: readonly (readonly [string, string])[] = [
    ['fenced code', 'See:\n```js\nshit.happens(); // you idiot\n```'],
    ['a fence that nothing closes', '~~~\nthis is stupid'],
    ['a fence with a longer end', '```\nstupid\n`````'],
    ['a suggestion of GitHub', '```suggestion\nconst stupid = true;\n```'],
    ['a fence in a list', '- like this\n  ```\n  stupid\n  ```'],
    ['indented code', 'See:\n\n    stupid();\n\n    crap();'],
    ['code behind a tab', 'See:\n\n\tstupid();'],
    ['a block quote', '> you forgot the lock, you idiot\n> obviously'],
    ['a quote without a blank', '>stupid'],
    ['inline code', 'The names `stupid flag` and ``a ` stupid`` differ.'],
    ['straight quotes', 'The message says "you idiot", which is too rude.'],
    ['curly quotes', 'The message says “you idiot”, which is too rude.'],
    ['single quotes', "The message says 'you idiot', which is too rude."],
    ['curly single quotes', 'The message says ‘you idiot’, which is too rude.'],
    ['addresses', 'See https://example.com/stupid/you-idiot and www.stupid.example for more.'],
    ['the target of a link', 'See [the issue](https://example.com/stupid).'],
    ['names', 'Thanks, @stupid and @crap.'],
    ['identifiers', 'wrong_branch, never(), isStupid, stupid.crap and stupid::crap are declared twice.'],
    ['paths', 'Look at src/stupid/crap.ts and crap.yaml.'],
  ];
  for (const [what, text] of never) {
    it(what, () => {
      assert.deepEqual(flagged(text), []);
    });
  }

  it('ends where it ends', () => {
    for (const text of ['```\ncode\n```\nThis is stupid.', '> quote\nThis is stupid.', '`code` is stupid.']) {
      assert.deepEqual(flagged(text), ['contempt-verdict: stupid'], text);
    }
  });

  it('leaves the text of a link to its writer', () => {
    assert.notDeepEqual(flagged('See [this stupid issue](https://example.com).'), []);
  });

  it('knows an apostrophe from a quote', () => {
    assert.deepEqual(masked("The users' names don't show; it's the cache's fault."), []);
    assert.deepEqual(masked("Rename 'foo' to 'bar', don't keep both."), ["'foo'", "'bar'"]);
  });

  it('needs both ends of inline code and quotes', () => {
    assert.deepEqual(masked('a ` b'), []);
    assert.deepEqual(masked('a `` b ` c'), []);
    assert.deepEqual(masked('5" wide and "unclosed'), []);
  });

  it('does not reach over a blank line', () => {
    assert.deepEqual(masked('a `b\n\nc` d'), []);
  });
});

describe('Tokens', () => {
  const words = (text: string) =>
    tokenise(text)
      .map(({ kind, text: norm }) => (kind === 'break' ? '|' : kind === 'code' ? 'CODE' : norm))
      .join(' ');

  const texts: readonly (readonly [string, string])[] = [
    ['It’s done. Really?!', "| it's done . | really ?! |"],
    ['e.g. this, i.e. that', '| e.g this , i.e that |'],
    ['really**bad** *very* _odd_', '| really*bad very odd |'],
    ['sh*t f***ing f**k s***', '| sh*t f*ing f*k s* |'],
    ['wait...what', '| wait … | what |'],
    ['this/that and a/b/c', '| this / that and CODE |'],
    ['one\ntwo\n\nthree\n- four\n- five', '| one two | three | four | five |'],
    ['so (really) :-) ok', '| so ( really ) ok |'],
    ['just-in-time', '| just-in-time |'],
    ['no—never – ok', '| no - never - ok |'],
    ['🤦🤦 why', '| 🤦 🤦 why |'],
    ['...so', '| … | so |'],
  ];
  for (const [text, expected] of texts) {
    it(JSON.stringify(text), () => {
      assert.equal(words(text), expected);
    });
  }
});
