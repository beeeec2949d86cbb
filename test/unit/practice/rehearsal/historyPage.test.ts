import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Rehearsal } from '../../../../src/practice/entry';
import { historyPage } from '../../../../src/practice/rehearsal/historyPage';
import { scheduleOf } from '../../../../src/practice/rehearsal/schedule';
import { hostileText } from '../../support';
import { aQuestion } from '../practiceMoments';
import { rehearsed } from './rehearsed';
import { historyWords } from './words';

const page = (
  rehearsals: readonly Rehearsal[],
  stories: readonly [string, string][] = [],
  today = '2026-03-10',
) =>
  historyPage(
    {
      questions: new Map(['a', 'b'].map(id => [id, aQuestion(id)])),
      rehearsals,
      schedule: scheduleOf(rehearsals),
      stories: new Map(stories),
      today,
    },
    historyWords,
  );

describe('the page of rehearsals', () => {
  it('teaches the first move where there are none', () => {
    assert.equal(page([]), '# Rehearsals\n\nBegin with **one**.\n');
  });

  it('has each question with its last time and its next, the one that comes first on top', () => {
    const text = page([rehearsed('a', '2026-03-09', 4), rehearsed('b', '2026-03-01', 1)]);
    assert.match(text, /2 of 2 of 2\\?\. 1 due/);
    assert.deepEqual(
      text.split('\n').filter(line => line.startsWith('| [')),
      [
        '| [What about b?](b.md) | 2026-03-01: Again, 1:05 | now |',
        '| [What about a?](a.md) | 2026-03-09: Good, 1:05 | 2026-03-17 |'.replace('Good', 'Easy'),
      ],
    );
  });

  it('has all of them day by day, the latest first, with story, mock interview and note', () => {
    const text = page(
      [
        rehearsed('a', '2026-03-01', 2, { note: 'Slower', story: 's', mock: 'm' }),
        rehearsed('b', '2026-03-02', 3, { story: 'deleted' }),
      ],
      [['s', 'The retries']],
    );
    assert.deepEqual(text.slice(text.indexOf('## Days')).trimEnd().split('\n\n'), [
      '## Days',
      '### 2026-03-02',
      '- [What about b?](b.md) (Good, 1:05)',
      '### 2026-03-01',
      '- [What about a?](a.md) (Mock · Hard, 1:05 · told The retries)<br>_Slower_',
    ]);
  });

  it('keeps what was rehearsed of questions that there are no more, which don’t come again', () => {
    const text = page([rehearsed('old', '2026-03-01')]);
    assert.match(text, /\| gone \(old\) \| 2026-03-01: Good, 1:05 \| – \|/);
    assert.match(text, /0 due/);
  });

  it('shows the latest two hundred, and says how many there are beside', () => {
    const text = page(Array.from({ length: 203 }, () => rehearsed('a', '2026-03-01')));
    assert.equal(text.match(/^- /gm)?.length, 200);
    assert.match(text, /3 earlier\n$/);
  });

  it('shows notes and titles as they are, whatever they say', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const hostile = page([rehearsed('a', '2026-03-01', 3, { note: text, story: 's' })], [['s', text]]);
        const plain = page([rehearsed('a', '2026-03-01', 3, { note: 'x', story: 's' })], [['s', 'x']]);
        // No line more, no heading more, no table row more.
        const shape = (page: string) => page.split('\n').map(line => /^(#+|\| |- )?/.exec(line)?.[0]);
        assert.deepEqual(shape(hostile), shape(plain));
      }),
    );
  });
});
