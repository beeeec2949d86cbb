import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import type { Moment } from '../../../src/journal/moment';
import { personPage } from '../../../src/journal/views/person';
import type { PersonWords } from '../../../src/journal/views/personWords';
import { kinds, skills } from '../../../src/vocabulary';
import { aMoment, hostileText } from '../support';

const today = '2026-11-20';

const words: PersonWords = {
  kinds: Object.fromEntries(kinds.map(kind => [kind, `k-${kind}`])) as PersonWords['kinds'],
  skills: Object.fromEntries(skills.map(skill => [skill, `s-${skill}`])) as PersonWords['skills'],
  day: day => day,
  nothing: 'Nothing yet.',
  lastTime: (day, ago) => `Last time ${day}, ${ago} days ago`,
  moments: count => `${count} moments`,
  kindCount: (kind, count) => `${kind}: ${count}`,
  noKind: 'without a kind',
  agenda: 'Agenda',
  since: day => (day === undefined ? 'Since ever' : `Since ${day}`),
  followUps: 'Follow-ups',
  noFollowUps: 'No follow-ups.',
  due: (day, days) => `due ${day}, in ${days}`,
  recognition: 'Recognition',
  noRecognition: 'No recognition.',
  work: 'Work',
  noWork: 'No work.',
  more: count => `and ${count} more`,
  question: 'Question',
  questions: ['What is next?', 'What is hard?'],
  learned: 'Learned',
  followUp: 'Follow-up',
  followUpDone: 'Done',
  allMoments: 'All moments',
};

const on = (day: string, what: string, details: Partial<Moment> = {}) =>
  aMoment(what, { what, when: `${day}T10:00:00+01:00`, ...details });

const moments = [
  on('2026-11-18', 'Paired on retries\nShe drove.', {
    kind: 'pairing',
    skill: 'execution',
    who: ['ana', 'Jo'],
    learned: 'To wait.',
    place: { file: 'src/a.ts', firstLine: 3, lastLine: 9 },
  }),
  on('2026-11-17', 'She led the demo', { tags: ['Praise'] }),
  on('2026-11-16', 'Nothing with her', { who: ['Anabel'] }),
  on('2026-11-15', 'Found the race', { kind: 'recognition', followUp: { due: '2026-11-10' } }),
  on('2026-11-10', 'Talked', { kind: '1:1', followUp: { text: 'Send the book', due: '2026-12-01' } }),
  on('2026-11-01', 'Old review', { kind: 'review', followUp: { done: '2026-11-02T10:00:00+01:00' } }),
];

/** The page's blocks below a heading. */
function below(page: string, heading: string): string[] {
  const blocks = page.trim().split('\n\n');
  const from = blocks.indexOf(heading) + 1;
  assert.ok(from > 0, `There is no ${heading}`);
  const to = blocks.findIndex((block, index) => index >= from && block.startsWith('#'));
  return blocks.slice(from, to < 0 ? undefined : to);
}

describe('a person’s page', () => {
  const page = personPage(moments, ' ANA', today, words);

  it('begins with the name, the last time and how many moments of each kind there are', () => {
    assert.deepEqual(below(page, '# Ana'), [
      'Last time 2026-11-18, 2 days ago',
      '5 moments',
      '- k-pairing: 1\n- k-review: 1\n- k-1:1: 1\n- k-recognition: 1\n- without a kind: 1',
    ]);
  });

  it('has an agenda of what happened since the last 1:1, with every open follow-up', () => {
    assert.deepEqual(below(page, '## Agenda'), ['Since 2026-11-10']);
    assert.deepEqual(below(page, '### Follow-ups'), [
      '- **2026-11-15** Found the race (due 2026-11-10, in -10)\n' +
        '- **2026-11-10** Send the book (due 2026-12-01, in 11)',
    ]);
    assert.deepEqual(below(page, '### Recognition'), [
      '- **2026-11-17** She led the demo\n- **2026-11-15** Found the race',
    ]);
    assert.deepEqual(below(page, '### Work'), ['- **2026-11-18** Paired on retries']);
    assert.deepEqual(below(page, '### Question'), ['What is hard?']);
  });

  it('has what was learned, and every moment whole, the latest first', () => {
    assert.deepEqual(below(page, '## Learned'), ['- **2026-11-18** To wait.']);
    assert.equal(
      below(page, '## All moments')[0],
      [
        '- **2026-11-18 · k-pairing · s-execution · src/a.ts:3-9**\\',
        '  Paired on retries\\',
        '  She drove.\\',
        '  Learned: To wait.',
        '- **2026-11-17**\\',
        '  She led the demo',
        '- **2026-11-15 · k-recognition**\\',
        '  Found the race\\',
        '  Follow-up: 2026-11-10',
        '- **2026-11-10 · k-1:1**\\',
        '  Talked\\',
        '  Follow-up: 2026-12-01, Send the book',
        '- **2026-11-01 · k-review**\\',
        '  Old review\\',
        '  Done',
      ].join('\n'),
    );
  });

  it('says what there is nothing of, and asks the first question before the first 1:1', () => {
    const first = personPage([on('2026-11-18', 'Hello', { kind: 'recognition' })], 'Ana', today, words);
    assert.deepEqual(below(first, '## Agenda'), ['Since ever']);
    assert.deepEqual(below(first, '### Follow-ups'), ['No follow-ups.']);
    assert.deepEqual(below(first, '### Work'), ['No work.']);
    assert.deepEqual(below(first, '### Question'), ['What is next?']);
    assert.doesNotMatch(first, /## Learned/);
    assert.equal(personPage(moments, 'Kim', today, words), '# Kim\n\nNothing yet.\n');
  });

  it('lists no more work than a 1:1 has room for, and says how much more there is', () => {
    const many = Array.from({ length: 13 }, (_, index) => on('2026-11-18', `Thing ${index}`));
    const [list, more] = below(personPage(many, 'Ana', today, words), '### Work');
    assert.equal(list?.split('\n').length, 10);
    assert.equal(more, 'and 3 more');
  });

  it('shows what people wrote as they wrote it, whatever that is', () => {
    const anyLearned = fc.oneof(hostileText, fc.constant(' '));
    fc.assert(
      fc.property(hostileText, anyLearned, anyLearned, hostileText, (what, learned, text, name) => {
        fc.pre(name.trim() !== '');
        const moment = on('2026-11-18', what, {
          who: [name],
          learned,
          followUp: { text },
          place: { file: name, firstLine: 1, lastLine: 1 },
        });
        const tokens: Token[] = [];
        marked.walkTokens(marked.lexer(personPage([moment], name, today, words)), token => {
          tokens.push(token);
        });
        const of = (type: string) => tokens.filter(token => token.type === type);
        for (const type of [
          'html',
          'image',
          'code',
          'codespan',
          'blockquote',
          'table',
          'hr',
          'em',
          'def',
          'del',
        ]) {
          assert.deepEqual(of(type), []);
        }
        for (const token of of('link')) {
          assert.match((token as { href: string }).href, /^(?:https?:|mailto:)/);
        }
        const learnedHeading = learned.trim() === '' ? 0 : 1;
        assert.equal(of('heading').length, 7 + learnedHeading);
        assert.equal(of('list_item').length, 4 + learnedHeading);
      }),
      { numRuns: 500 },
    );
  });
});
