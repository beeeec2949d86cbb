import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkStory } from '../../../src/practice/stories/checkStory';
import { newStory, type TemplateWords } from '../../../src/practice/stories/storyTemplate';
import { hostileText } from '../support';
import { momentOn } from './practiceMoments';

const words: TemplateWords = {
  untitled: 'Untitled',
  someone: 'someone',
  who: number => (number === undefined ? 'who?' : `who ${number}?`),
  names: people => `names of ${people}`,
  hints: { Situation: 'sit', Task: 'tas', Action: 'act', Result: 'res', Learned: 'lea' },
  source: ({ when, kind }) => `${when.slice(0, 10)} ${kind ?? ''}`.trim(),
};

const facts = { questions: new Set(['q-one', 'q-two']), names: ['Ana', 'Jo'] };

describe('a new story', () => {
  it('begins with nothing but what each part is for', () => {
    assert.deepEqual(newStory([], [], words), {
      title: 'Untitled',
      text: [
        '---\ntitle: Untitled\nanswers: []\n---',
        '<!-- names of 0 -->',
        ...['## Situation', '<!-- sit -->', '## Task', '<!-- tas -->', '## Action', '<!-- act -->'],
        ...['## Result', '<!-- res -->', '## Learned', '<!-- lea -->\n'],
      ].join('\n\n'),
    });
  });

  it('takes over what moments say, in their order, as notes without names', () => {
    const { title, text } = newStory(
      [
        momentOn('2026-03-09', 'Then with Jo\nand @ana again', {
          who: ['Jo', 'Ana'],
          learned: 'Ask Jo first',
        }),
        momentOn('2026-03-01', 'Paired with Ana: retries\n\nShe drove.\n# Loudly', {
          who: ['Ana'],
          kind: 'pairing',
          followUp: { text: 'Ana shows it', done: '2026-03-08T10:00:00+01:00' },
        }),
      ],
      ['q-one'],
      words,
    );
    assert.equal(title, 'Paired with someone: retries');
    assert.equal(
      text,
      [
        '---\ntitle: "Paired with someone: retries"\nanswers:\n  - q-one\n---',
        '<!-- names of 2 -->',
        ...['## Situation', '<!-- sit -->', '> 2026-03-01 pairing: Paired with [who 1?]: retries'],
        ...['## Task', '<!-- tas -->', '## Action', '<!-- act -->', '> She drove.\n> #### Loudly'],
        '> 2026-03-09: Then with [who 2?]\n> and [who 1?] again',
        ...[
          '## Result',
          '<!-- res -->',
          '> [who 1?] shows it',
          '## Learned',
          '<!-- lea -->',
          '> Ask [who 2?] first\n',
        ],
      ].join('\n\n'),
    );
  });

  it('doesn’t number a single person, and cuts a long title', () => {
    const { title, text } = newStory(
      [momentOn('2026-03-01', `Ana ${'x'.repeat(200)}`, { who: ['Ana'] })],
      [],
      words,
    );
    assert.match(text, /\[who\?\] x/);
    assert.equal(title, `someone ${'x'.repeat(51)}…`);
  });

  it('can be read, whatever moments say: nothing of them but notes, and no name', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (what, second, learned) => {
        const moments = [
          momentOn('2026-03-01', what, { who: ['Ana'], learned }),
          momentOn('2026-03-02', second, {
            who: ['Jo'],
            followUp: { text: what, done: '2026-03-03T10:00:00+01:00' },
          }),
        ];
        const { title, text } = newStory(moments, ['q-two', 'q-one'], words);
        const { story, findings, seconds } = checkStory({ name: 'story.md', text }, facts);
        assert.deepEqual(story.front, { title, answers: ['q-two', 'q-one'] });
        assert.deepEqual([...story.sections.keys()], ['Situation', 'Task', 'Action', 'Result', 'Learned']);
        assert.equal(seconds, 0);
        const rules = new Set(findings.map(({ rule }) => rule));
        assert.ok(
          [...rules].every(rule => ['empty', 'only-notes', 'placeholder'].includes(rule)),
          [...rules].join(),
        );
      }),
      { numRuns: 500 },
    );
  });
});
