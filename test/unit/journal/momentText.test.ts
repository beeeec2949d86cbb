import assert from 'node:assert/strict';
import { formatPlace, groupByDay, momentToText } from '../../../src/journal/momentText';
import { dayOf } from '../../../src/platform/days';
import { aMoment } from '../support';
import { momentWords as words } from './momentWords';

describe('a place in the code', () => {
  it('is written with its line, or with both where there are two', () => {
    assert.equal(formatPlace({ file: 'src/a.ts', firstLine: 3, lastLine: 3 }), 'src/a.ts:3');
    assert.equal(formatPlace({ file: 'src/a.ts', firstLine: 3, lastLine: 9 }), 'src/a.ts:3-9');
  });
});

describe('the day of a moment', () => {
  it('is the day on its writer’s clock, whatever day that is elsewhere', () => {
    assert.equal(dayOf(aMoment('a', { when: '2026-03-01T00:10:00+13:00' })), '2026-03-01');
    assert.equal(dayOf(aMoment('a', { when: '2026-03-01T23:50:00-08:00' })), '2026-03-01');
  });
});

describe('moments by day', () => {
  const on = (id: string, day: string) => aMoment(id, { when: `${day}T10:00:00+00:00` });

  it('have the latest day first and keep their order within a day', () => {
    const days = groupByDay([
      on('b', '2026-03-02'),
      on('c', '2026-03-01'),
      on('a', '2026-03-02'),
      on('d', '2026-11-30'),
    ]);
    assert.deepEqual(
      days.map(({ day, moments }) => [day, moments.map(({ id }) => id)]),
      [
        ['2026-11-30', ['d']],
        ['2026-03-02', ['b', 'a']],
        ['2026-03-01', ['c']],
      ],
    );
  });

  it('are no days where there are no moments', () => {
    assert.deepEqual(groupByDay([]), []);
  });
});

describe('a moment as text', () => {
  it('says what happened and then every field that it has', () => {
    const moment = aMoment('a', {
      what: 'We paired.\nShe drove.',
      who: ['Ana', 'Jo'],
      kind: '1:1',
      skill: 'people-development',
      dimension: 'coaching',
      tags: ['css', 'grid'],
      minutes: 45,
      learned: 'Ask first.\n',
      followUp: { due: '2026-03-08', text: 'ask again', done: '2026-03-09T10:00:00Z' },
      place: { file: 'src/a.ts', firstLine: 3, lastLine: 9, commit: '0123456789abcdef0123' },
    });
    assert.equal(
      momentToText(moment, words),
      'We paired.\nShe drove.\n\n' +
        'When: 2026-03-01 14:30\nKind: The 1:1\nWith: Ana, Jo\nSkill: The people-development\n' +
        'Dimension: The coaching\nTags: css, grid\nMinutes: 45\nWhere: src/a.ts:3-9 @ 0123456789ab\n' +
        'Follow-up: ask again; due 2026-03-08; done 2026-03-09\nLearned: Ask first.\n',
    );
  });

  it('leaves out what it does not have', () => {
    const moment = aMoment('a', { what: 'Alone.', who: [] });
    assert.equal(momentToText(moment, words), 'Alone.\n\nWhen: 2026-03-01 14:30\n');
  });

  it('has a place without a commit where Git told none', () => {
    const place = { file: 'a.ts', firstLine: 1, lastLine: 1 };
    assert.match(momentToText(aMoment('a', { place }), words), /^Where: a\.ts:1$/m);
  });
});
