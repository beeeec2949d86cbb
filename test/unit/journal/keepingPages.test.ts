import assert from 'node:assert/strict';
import { forgetPage } from '../../../src/journal/keeping/forgetPage';
import { differingFields, importPage } from '../../../src/journal/keeping/importPage';
import { planImport } from '../../../src/journal/keeping/importPlan';
import { changesOf } from '../../../src/platform/forgetting/plan';
import { aMoment } from '../support';
import { planForMoments } from './forgettable';

const importWords = {
  title: 'Importing',
  intro: 'Nothing yet.',
  nothing: 'Nothing.',
  fresh: 'New',
  extending: 'More',
  conflicting: 'Different',
  deletedHere: 'Deleted',
  same: 'Same',
  duplicates: 'Twice',
  refused: 'Refused',
  place: (at: number) => `row ${at}`,
  differs: (fields: string) => `differs in ${fields}`,
  adds: (fields: string) => `adds ${fields}`,
  andMore: (count: number) => `and ${count} more`,
};

describe('the page of an import', () => {
  it('tells each moment by group, with its row and how it differs, and refused rows with the reason', () => {
    const incoming = [
      aMoment('new', { what: '# A *title*\nmore' }),
      aMoment('more', { learned: 'x' }),
      aMoment('other', { what: 'else' }),
      aMoment('gone'),
      aMoment('same'),
      aMoment('same'),
    ].map((moment, index) => ({ moment, at: index + 2 }));
    const here = ['more', 'other', 'same'].map(id => aMoment(id));
    const plan = planImport(here, new Set(['gone']), incoming, [
      { file: 'j.csv', line: 9, reason: 'row 8: when' },
    ]);
    assert.equal(
      importPage(plan, importWords),
      [
        '# Importing',
        'Nothing yet.',
        '## Refused: 1',
        '- j.csv:9: row 8: when',
        '## Different: 1',
        '- 2026-03-01 else (row 4): differs in what',
        '## New: 1',
        '- 2026-03-01 \\# A \\*title\\* (row 2)',
        '## More: 1',
        '- 2026-03-01 what happened in more (row 3): adds learned',
        '## Deleted: 1',
        '- 2026-03-01 what happened in gone (row 5)',
        '## Twice: 1',
        '- 2026-03-01 what happened in same (row 7)',
        'Same: 1\n',
      ].join('\n\n'),
    );
  });

  it('stays short where there are many', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ moment: aMoment(`m${at}`), at }));
    const page = importPage(planImport([], new Set(), many, []), importWords);
    assert.ok(page.split('\n').length < 220);
    assert.match(page, /^## New: 5000$/m);
    assert.match(page, /^- and 4800 more$/m);
  });

  it('says so where there is nothing', () => {
    assert.equal(
      importPage(planImport([], new Set(), [], []), importWords),
      '# Importing\n\nNothing yet.\n\nNothing.\n',
    );
  });

  it('names fields that only one has', () => {
    assert.deepEqual(differingFields(aMoment('a', { minutes: 5 }), aMoment('a', { learned: 'x' })), [
      'minutes',
      'learned',
    ]);
  });
});

describe('the page of forgetting', () => {
  const words = {
    title: 'Forgetting',
    nothing: 'Nothing.',
    moments: { deleted: 'Deleted', changed: 'Changed', stays: 'Stays' },
    practice: { deleted: 'Gone there', changed: 'Changed there', stays: 'Staying there' },
    weak: 'first name',
    also: 'Also.',
  };

  it('tells what is deleted, changed and left, each with every mention in bold', () => {
    const moments = [
      aMoment('a', { who: ['Ana Ruiz'], what: 'alone' }),
      aMoment('b', { who: ['Jo'], what: 'asked Ana Ruiz about *this*' }),
      aMoment('c', { who: ['Jo'], what: 'Ana, maybe' }),
    ];
    assert.equal(
      forgetPage(
        {
          moments: changesOf(planForMoments(moments, 'Ana Ruiz', 'remove'), ({ when, what }) =>
            [when.slice(0, 10), what].join(' '),
          ),
          practice: [{ title: 'Document\n_x_', outcome: 'changed', mentions: [] }],
        },
        words,
      ),
      [
        '# Forgetting',
        'Also.',
        '## Deleted: 1',
        '- 2026-03-01 alone\n  - who: **Ana Ruiz**',
        '## Changed: 1',
        '- 2026-03-01 asked Ana Ruiz about \\*this\\*\n  - what: asked **Ana Ruiz** about \\*this\\*',
        '## Stays: 1',
        '- 2026-03-01 Ana, maybe\n  - what: **Ana**, maybe (first name)',
        '## Changed there: 1',
        '- Document \\_x\\_\n',
      ].join('\n\n'),
    );
  });

  it('says so where nobody is found', () => {
    assert.match(forgetPage({ moments: [], practice: [] }, words), /Nothing\.\n$/);
  });
});
