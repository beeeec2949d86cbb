import assert from 'node:assert/strict';
import fc from 'fast-check';
import { harmless } from '../../../src/models/chat/harmless';
import { offlineFollowUp, questionFor, rehearsalIn, rounds } from '../../../src/models/chat/turns';

describe('a model’s text in a chat', () => {
  for (const [text, shown] of [
    ['Ask **one** question.\n\n- What?', 'Ask **one** question.\n\n- What?'],
    ['See [the guide](https://evil.example/x).', 'See the guide.'],
    ['![secret](https://evil.example/p.png?q=1)', 'secret'],
    ['[run](command:workbench.action.quit)', 'run'],
    ['[a][b]\n\n[b]: https://evil.example', 'a'],
    ['Go to https://evil.example/x now', 'Go to … now'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
    ['<!-- hidden -->', '&lt;!-- hidden -->'],
    ['one\u202etwo\u200b', 'onetwo'],
    ['3 < 4', '3 < 4'],
  ] as const) {
    it(`is shown without what could do something: ${JSON.stringify(text)}`, () => {
      assert.equal(harmless(text), shown);
    });
  }

  it('never has an image, a link or a tag', () => {
    const piece = fc.constantFrom('[', ']', '(', ')', '!', 'a', 'https://x.example', '<b>', '\n', ' ', ':');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        assert.doesNotMatch(harmless(pieces.join('')), /:\/\/|<[/!?a-z]/i);
      }),
    );
  });
});

describe('a rehearsal in a chat', () => {
  const question = (id: string, ask: string) => ({
    ...{ id, ask, dimension: 'execution', assesses: [] },
    'follow-ups': ['First?', 'Second?', 'Third?'],
  });
  const late = question('late', 'Tell me of a deadline that you missed.');
  const team = question('team', 'Tell me of a conflict in your team.');

  it('asks the question that a wish names, else any', () => {
    assert.equal(questionFor([late, team], 'something on conflict', 0.99)?.id, 'team');
    assert.equal(questionFor([late, team], '', 0)?.id, 'late');
    assert.equal(questionFor([late, team], '', 0.99)?.id, 'team');
    assert.equal(questionFor([], '', 0), undefined);
  });

  it('goes on with what was kept, and with nothing else that stands there', () => {
    const rehearsal = { question: 'late', round: 2, said: ['a'] };
    assert.deepEqual(rehearsalIn({ rehearsal }), rehearsal);
    for (const other of [undefined, null, {}, { rehearsal: { ...rehearsal, round: rounds + 1 } }, 'x']) {
      assert.equal(rehearsalIn(other), undefined);
    }
  });

  it('has follow-ups without a model, until its end', () => {
    assert.deepEqual(
      [1, 2, 3].map(round => offlineFollowUp(late, round)),
      ['First?', 'Second?', undefined],
    );
  });
});
