import assert from 'node:assert/strict';
import type { Rehearsal } from '../../../../src/practice/entry';
import { scheduleOf } from '../../../../src/practice/rehearsal/schedule';
import { type ScreenFacts, screenOf } from '../../../../src/practice/rehearsal/screens';
import { RehearsalSession } from '../../../../src/practice/rehearsal/session';
import { aQuestion } from '../practiceMoments';
import { rehearsed } from './rehearsed';
import { screenWords } from './words';

const today = '2026-03-10';

function show(
  questions: readonly string[],
  before: readonly Rehearsal[] = [],
  { mock, stories = [] }: { mock?: string; stories?: ScreenFacts['stories'] } = {},
) {
  const rehearsals = [...before];
  const session = new RehearsalSession(
    questions.map(id => aQuestion(id, { dimension: 'coaching', topic: 'team-conflict' })),
    {
      now: () => new Date(`${today}T12:00:00Z`),
      put: async entry => {
        rehearsals.push(entry);
      },
      delete: async () => undefined,
    },
    mock,
  );
  const screen = () =>
    screenOf(
      {
        session,
        rehearsals,
        schedule: scheduleOf(rehearsals),
        stories,
        today,
      },
      screenWords,
    );
  const question = () => {
    const shown = screen();
    assert.equal(shown.kind, 'question');
    return shown as Extract<typeof shown, { kind: 'question' }>;
  };
  const end = () => {
    const shown = screen();
    assert.equal(shown.kind, 'end');
    return shown as Extract<typeof shown, { kind: 'end' }>;
  };
  const rate = (grade: 1 | 2 | 3 | 4, note?: string) =>
    session.rate(session.asked?.key ?? '', { grade, seconds: 75, ...(note ? { note } : {}) });
  return { question, end, rate };
}

describe('the screen of a question', () => {
  it('says which it is, what it is about, and that it is new', () => {
    const { position, about, ask, said, canUndo, lastNote } = show(['a', 'b']).question();
    assert.deepEqual(
      [position, about, said, canUndo, lastNote],
      ['1/2', 'd-coaching · t-team-conflict · beh · new', undefined, false, undefined],
    );
    assert.equal(ask, aQuestion('a').ask);
  });

  it('tells when it comes again by how it went, from what was rehearsed before', () => {
    const fresh = show(['a']).question();
    assert.deepEqual(
      fresh.grades.map(({ grade, next }) => [grade, next]),
      [
        [1, '+1'],
        [2, '+2'],
        [3, '+3'],
        [4, '+8'],
      ],
    );
    const known = show(
      ['a'],
      [rehearsed('a', '2026-03-01'), rehearsed('a', '2026-03-04'), rehearsed('b', '2026-03-09')],
    );
    const { grades, about } = known.question();
    assert.ok(Number(grades[2]?.next) > 3, grades[2]?.next);
    assert.match(about, / · 2 times, 2026-03-04$/);
  });

  it('shows what was noted last time, and not what was before that', () => {
    const notes = [
      rehearsed('a', '2026-03-01', 3, { note: 'Old' }),
      rehearsed('a', '2026-03-04', 3, { note: 'New' }),
    ];
    assert.equal(show(['a'], notes).question().lastNote, 'New');
    assert.equal(show(['a'], [...notes, rehearsed('a', '2026-03-05')]).question().lastNote, undefined);
  });

  it('has sketches of answers, but not in a mock interview', () => {
    const titles = (mock?: string) =>
      show(['a'], [], mock === undefined ? {} : { mock })
        .question()
        .notes.map(({ title }) => title);
    assert.deepEqual(titles(), ['Assesses', 'Strong', 'Weak', 'Next']);
    assert.deepEqual(titles('m'), ['Assesses', 'Next']);
    assert.equal(show(['a'], [], { mock: 'm' }).question().position, 'mock 1/1');
  });

  it('offers all stories, those for the question first', () => {
    const stories = [
      { id: 'x', title: 'Other', questions: ['b'] },
      { id: 'y', title: 'Fits', questions: ['a'] },
    ];
    assert.deepEqual(
      show(['a'], [], { stories })
        .question()
        .stories.map(({ id }) => id),
      ['y', 'x'],
    );
  });

  it('says what has become of the one before', async () => {
    const { question, rate } = show(['a', 'b']);
    await rate(4);
    const { said, canUndo } = question();
    assert.deepEqual([said, canUndo], ['Easy until 2026-03-18', true]);
  });
});

describe('the screen at the end', () => {
  it('has each question with how it went and when it comes again', async () => {
    const { end, rate } = show(['a', 'b'], [rehearsed('c', today, 1), rehearsed('overdue', '2026-01-01', 1)]);
    await rate(4, 'Shorter');
    await rate(2);
    const { title, text, rows } = end();
    assert.deepEqual([title, text], ['Done', '2, next 2026-03-11']);
    assert.deepEqual(rows, [
      { question: 'a', ask: aQuestion('a').ask, grade: 'Easy', time: '1:15', next: '+8', note: 'Shorter' },
      { question: 'b', ask: aQuestion('b').ask, grade: 'Hard', time: '1:15', next: '+2' },
    ]);
  });

  it('says that nothing was rehearsed', () => {
    const { text, rows } = show([]).end();
    assert.deepEqual([text, rows], ['Nothing', []]);
  });

  it('is another one after a mock interview', () => {
    assert.equal(show([], [], { mock: 'm' }).end().title, 'Interview over');
  });
});
