import assert from 'node:assert/strict';
import { momentsWith, people } from '../../../src/people';
import { aMoment } from '../support';

const on = (day: string, ...who: string[]) => aMoment(day, { when: `${day}T10:00:00+01:00`, who });

describe('people', () => {
  it('come with how often and when last, who was met latest first', () => {
    const moments = [on('2026-03-03', 'Jo', 'Ana'), on('2026-03-02', 'Kim'), on('2026-03-01', 'Ana')];
    assert.deepEqual(people(moments), [
      { name: 'Jo', count: 1, last: '2026-03-03T10:00:00+01:00' },
      { name: 'Ana', count: 2, last: '2026-03-03T10:00:00+01:00' },
      { name: 'Kim', count: 1, last: '2026-03-02T10:00:00+01:00' },
    ]);
  });

  it('are one where names differ in case, blanks or how an accent is stored, spelled as most often', () => {
    const moments = [
      on('2026-03-03', 'josé'),
      on('2026-03-02', ' José '),
      on('2026-03-01', 'Jose\u0301', 'José'),
    ];
    assert.deepEqual(
      people(moments).map(({ name, count }) => [name, count]),
      [['José', 3]],
    );
    assert.equal(momentsWith(moments, 'JOSÉ').length, 3);
  });

  it('are spelled as last where no spelling is more frequent', () => {
    assert.equal(people([on('2026-03-03', 'ana'), on('2026-03-01', 'Ana')])[0]?.name, 'ana');
  });

  it('are not blanks, and not the others whose names begin alike', () => {
    assert.deepEqual(people([on('2026-03-03', '  ')]), []);
    assert.deepEqual(momentsWith([on('2026-03-03', 'Anabel')], 'Ana'), []);
  });
});
