import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leanings } from '../../../../src/practice/content/decision';
import type { Progress } from '../../../../src/practice/self/asking/protocol';
import {
  type Reflection,
  type ReflectionWords,
  reflectionText,
} from '../../../../src/practice/self/decision/reflection';
import { ownWordsId, situationCards } from '../../../../src/practice/self/decision/situations';
import { anyMarkup, assertPlain, markdownTokens } from '../../support';
import { shippedDecision } from './shipped';

const words: ReflectionWords = {
  intro: 'This is what you answered.',
  leanings: { management: 'What drew you', craft: 'What would cost you', open: 'Open' },
  ownWords: 'Own words',
  tracks: 'Tracks',
  tryIt: how => `Try: ${how}`,
  readOn: 'Read on',
};
const links = [{ title: 'Manager or staff', address: 'vscode://belay.belay/guide/manager-or-staff' }];

function textOf(answers: Progress['answers'], more: Partial<Reflection> = {}): string {
  const progress = { at: '', answers };
  return reflectionText({ title: 'Mine', decision: shippedDecision, progress, links, ...more }, words);
}

/** An answer of each leaning, by situation. */
const answered = Object.fromEntries(
  shippedDecision.situations.slice(0, 3).map(({ id, answers }, index) => {
    const answer = answers.find(({ towards }) => towards === leanings[index]);
    return [id, { choice: answer?.say ?? 'none' }];
  }),
);

describe('the cards of the decision', () => {
  const cards = situationCards(shippedDecision, {
    situation: (number, of) => `${number} of ${of}`,
    ownWords: (number, of) => `own ${number} of ${of}`,
    write: 'Write',
  });

  it('are the twelve situations with their answers, then the questions for one’s own words', () => {
    assert.equal(cards.length, 15);
    assert.equal(cards[0]?.about, '1 of 12');
    assert.match(cards[0]?.title ?? '', /^Shaping/);
    assert.ok(cards.slice(0, 12).every(({ choices, write }) => choices.length >= 3 && write === undefined));
    assert.deepEqual(
      cards.slice(12).map(({ about, choices, write }) => [about, choices.length, write]),
      [1, 2, 3].map(number => [`own ${number} of 3`, 0, 'Write']),
    );
    assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length);
  });

  it('tell nothing of where an answer leans', () => {
    assert.doesNotMatch(JSON.stringify(cards), /towards|"management"|"craft"/);
  });
});

describe('the reflection', () => {
  it('groups what the answers say by where they lean, in the order of the situations', () => {
    const text = textOf(answered);
    const parts = ['What drew you', 'What would cost you', 'Open', 'Own words'].map(heading =>
      text.indexOf(`## ${heading}\n`),
    );
    assert.deepEqual(
      parts,
      parts.toSorted((a, b) => a - b),
    );
    assert.ok(parts.every(part => part > 0));
    for (const [index, { id, answers }] of shippedDecision.situations.slice(0, 3).entries()) {
      const given = answers.find(({ say }) => say === answered[id]?.choice);
      const at = text.indexOf(given?.reflects ?? 'missing');
      assert.ok(at > (parts[index] ?? 0) && at < (parts[index + 1] ?? 0), id);
    }
  });

  it('leaves out what was skipped and groups without anything, and counts and concludes nothing', () => {
    const [first] = Object.entries(answered);
    assert.ok(first);
    const text = textOf(Object.fromEntries([first]));
    assert.equal(text.match(/^- \*\*/gm)?.length, 1);
    assert.doesNotMatch(text, /## What would cost you|## Open/);
    const own = text.slice(0, text.indexOf('## Tracks'));
    assert.doesNotMatch(own, /\d|should|verdict|score/i);
  });

  it('has the user’s own words below their questions, and room for those that were skipped', () => {
    const [question = ''] = shippedDecision['own-words'];
    const text = textOf({ [ownWordsId(question)]: { words: 'The bug hunt.\n\nIn the *evening*, tired.' } });
    assert.match(text, /\?\n\nThe bug hunt\.\\\nIn the \\\*evening\\\*, tired\.\n\n###/);
    for (const one of shippedDecision['own-words']) {
      assert.ok(text.includes(`### ${one}`));
    }
  });

  it('has each track with whom it fits and how to try it, and what to read on', () => {
    const text = textOf(answered);
    for (const { name, fits, try: how } of shippedDecision.tracks) {
      assert.ok(text.includes(`### ${name}\n\n${fits}\n\nTry: ${how}`), name);
    }
    assert.ok(text.endsWith('- [Manager or staff](vscode://belay.belay/guide/manager-or-staff)\n'));
    assert.doesNotMatch(textOf(answered, { links: [] }), /Read on/);
  });

  it('shows what was written as it was written, whatever that is', () => {
    const ids = shippedDecision['own-words'].map(ownWordsId);
    const structure = (text: string) => {
      const of = markdownTokens(text);
      assertPlain(type => (type === 'link' ? [] : of(type)), 'blockquote', 'table');
      return ['heading', 'list', 'list_item', 'strong'].map(type => of(type).length);
    };
    const expected = structure(textOf(answered));
    fc.assert(
      fc.property(fc.array(anyMarkup, { minLength: 3, maxLength: 3 }), written => {
        const own = Object.fromEntries(ids.map((id, index) => [id, { words: written[index] ?? '' }]));
        assert.deepEqual(structure(textOf({ ...answered, ...own })), expected);
      }),
      { numRuns: 200 },
    );
  }).timeout(20_000);
});
