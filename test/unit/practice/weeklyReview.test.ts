import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import type { WeekFocus } from '../../../src/practice/plan/focus';
import { exerciseStates } from '../../../src/practice/plan/progress';
import {
  intentionIn,
  type ReviewMoment,
  type ReviewWords,
  reviewedMonday,
  reviewId,
  type WeekInReview,
  weeklyReview,
  weekToReview,
} from '../../../src/practice/plan/weeklyReview';
import { kinds } from '../../../src/vocabulary';
import { anyText } from '../support';
import { aMark, anExercise } from './exercises';

const words: ReviewWords = {
  title: 'Review',
  happened: 'Happened',
  nothingHappened: 'Nothing happened.',
  mattered: 'Mattered?',
  day: day => `on ${day}`,
  shortDay: day => day.slice(5),
  kinds: Object.fromEntries(kinds.map(kind => [kind, `k-${kind}`])) as ReviewWords['kinds'],
  more: count => `${count} more`,
  away: 'Away',
  nobodyAway: 'Nobody away.',
  last: (name, day) => `${name} ${day}`,
  followUps: 'Follow-ups',
  noFollowUps: 'No follow-ups.',
  due: day => `due ${day}`,
  evidence: 'Evidence',
  noEvidence: 'No evidence.',
  state: ({ evidence }) => (evidence.length === 0 ? '' : `${evidence.length} so far`),
  focus: 'Focus',
  noFocus: 'No focus.',
  howItWent: 'How',
  next: 'Next',
  nextAsks: 'What next?',
  intention: 'Intention',
};

const on = (day: string, what: string, details: Partial<ReviewMoment> = {}): ReviewMoment => ({
  id: what,
  when: `${day}T10:00:00+01:00`,
  what,
  who: [],
  ...details,
});
const monday = '2026-11-23';
const noFocus: WeekFocus = { monday, picked: false, items: [], intention: undefined };

const review = (week: Partial<WeekInReview> = {}) =>
  weeklyReview({ monday, today: '2026-11-27', moments: [], states: [], focus: noFocus, ...week }, words);

/** The review's blocks below a heading. */
function below(text: string, heading: string): string[] {
  const blocks = text.split('\n\n');
  const from = blocks.indexOf(`## ${heading}`) + 1;
  assert.ok(from > 0, `There is no ${heading}`);
  const to = blocks.findIndex((block, index) => index >= from && block.startsWith('#'));
  return blocks.slice(from, to < 0 ? undefined : to);
}

describe('a weekly review', () => {
  it('says of an empty week what there isn’t, and asks', () => {
    assert.equal(
      review(),
      [
        '# Review',
        '## Happened',
        'Nothing happened.',
        '## Away',
        'Nobody away.',
        '## Follow-ups',
        'No follow-ups.',
        '## Evidence',
        'No evidence.',
        '## Focus',
        'No focus.',
        '## Next',
        'What next?',
        'Intention: \n',
      ].join('\n\n'),
    );
  });

  it('tells by day what happened in the week, in the order that it did', () => {
    const text = review({
      moments: [
        on('2026-11-30', 'after'),
        on('2026-11-29', 'on Sunday', { who: ['Ana', 'Jo'], kind: 'pairing', workspace: 'billing' }),
        on('2026-11-23', 'second\nwith more'),
        on('2026-11-23', 'first'),
        on('2026-11-22', 'before'),
      ],
    });
    assert.deepEqual(below(text, 'Happened'), [
      '**on 2026-11-23**',
      '- first\n- second',
      '**on 2026-11-29**',
      '- on Sunday (Ana, Jo · k-pairing · billing)',
      'Mattered?',
    ]);
  });

  it('names those who weren’t met for more than three weeks, by name and not by how long', () => {
    const text = review({
      moments: [
        on('2026-11-27', 'a', { who: ['Met'] }),
        on('2026-11-06', 'b', { who: ['Three'] }),
        on('2026-11-05', 'c', { who: ['Zoe', 'met'] }),
        on('2026-07-01', 'd', { who: ['Ana'] }),
        on('2026-01-01', 'e', { who: ['Gone'] }),
      ],
    });
    assert.deepEqual(below(text, 'Away'), ['- Ana 07-01\n- Zoe 11-05']);
  });

  it('lists the follow-ups that are open and due until the end of next week', () => {
    const text = review({
      moments: [
        on('2026-11-20', 'late', { followUp: { due: '2026-12-07' } }),
        on('2026-11-20', 'soon', { followUp: { due: '2026-12-06', text: 'Send the book' }, who: ['Ana'] }),
        on('2026-11-20', 'over', { followUp: { due: '2026-11-01' } }),
        on('2026-11-20', 'done', { followUp: { due: '2026-11-01', done: '2026-11-02T10:00:00Z' } }),
        on('2026-11-20', 'someday', { followUp: {} }),
      ],
    });
    assert.deepEqual(below(text, 'Follow-ups'), ['- over (due 11-01)\n- Send the book (due 12-06 · Ana)']);
  });

  it('tells what was counted as evidence in the week, and how the focus went', () => {
    const exercises = [anExercise('a'), anExercise('b')];
    const added = (day: string) => ({ added: `${day}T20:00:00+01:00` });
    const marks = [
      aMark('a', 'm1', '2026-10-01', added('2026-11-24')),
      aMark('a', 'm2', '2026-10-02', added('2026-10-24')),
      aMark('b', 'm3', '2026-11-24', added('2026-11-30')),
    ];
    const states = exerciseStates(exercises, marks, []);
    const items = [...states.map(state => ({ state })), { missing: 'theirs' }];
    const text = review({ states, focus: { ...noFocus, picked: true, items } });
    assert.deepEqual(below(text, 'Evidence'), ['- **Title of a**: 2 so far\n  - what happened in m1']);
    assert.deepEqual(below(text, 'Focus'), [
      '- **Title of a**: 2 so far\n  - How: \n- **Title of b**: 1 so far\n  - How: \n- **theirs**\n  - How: ',
    ]);
  });

  it('names fifteen of many, and says how many there are more', () => {
    const moments = Array.from({ length: 40 }, (_none, index) => on('2026-11-24', `m${index}`));
    const [, list = ''] = below(review({ moments }), 'Happened');
    assert.equal(list.split('\n').length, 16);
    assert.match(list, /\n- 25 more$/);
  });

  it('shows what people wrote as it is: it makes no heading, no link and no intention', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant('Intention: x')), anyText, (what, name) => {
        const text = review({
          moments: [
            on('2026-11-24', what, { who: [name], followUp: { due: '2026-11-24', text: what } }),
            on('2026-10-01', what, { who: [`${name}2`] }),
          ],
        });
        const headings = marked.lexer(text).filter(({ type }) => type === 'heading');
        assert.equal(headings.length, 7);
        assert.equal(intentionIn(text, 'Intention'), undefined);
      }),
    );
  });
});

describe('the week to review', () => {
  const lastWeek = on('2026-11-18', 'x');
  const week = (today: string, moments: readonly ReviewMoment[], ...reviewed: string[]) =>
    weekToReview(today, moments, one => reviewed.includes(one));

  it('is this one', () => {
    assert.equal(week('2026-11-27', [lastWeek]), monday);
    assert.equal(week('2026-11-25', [lastWeek]), monday);
    assert.equal(week('2026-11-23', []), monday);
  });

  it('is the last one on Monday and Tuesday, where that had something and wasn’t reviewed', () => {
    assert.equal(week('2026-11-23', [lastWeek]), '2026-11-16');
    assert.equal(week('2026-11-24', [on('2026-11-24', 'new'), lastWeek]), '2026-11-16');
    assert.equal(week('2026-11-24', [lastWeek], '2026-11-16'), monday);
    assert.equal(week('2026-11-24', [lastWeek], monday), monday);
    assert.equal(week('2026-11-24', [on('2026-11-15', 'older')]), monday);
  });

  it('is known from its document', () => {
    assert.equal(reviewedMonday(reviewId(monday)), monday);
    assert.equal(reviewedMonday('something else'), undefined);
  });
});

describe('the intention in a review', () => {
  for (const [text, intention] of [
    ['Intention: let Ana lead', 'let Ana lead'],
    ['# Review\n\n  intention:let Ana lead  \nmore', 'let Ana lead'],
    ['**Intention:** let Ana lead', 'let Ana lead'],
    ['*Intention*: let: Ana', 'let: Ana'],
    ['- Intention: a moment', undefined],
    ['Absicht: zuhören', 'zuhören'],
    ['Intention:\r\n\r\nlet Ana lead\r\n', 'let Ana lead'],
    ['Intention:\n\n## Later\n\nIntention: later\n', 'later'],
    ['Intention: ', undefined],
    ['My intention: none of it', undefined],
    ['Good intentions: many', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${intention ?? 'none'} in ${JSON.stringify(text)}`, () => {
      assert.equal(intentionIn(text, 'Absicht'), intention);
    });
  }

  it('is what was written behind the review’s last line', () => {
    assert.equal(intentionIn(`${review().trimEnd()} Listen first\n`, words.intention), 'Listen first');
  });
});
