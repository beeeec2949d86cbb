import assert from 'node:assert/strict';
import { matrixOf, summaryOf } from '../../../src/practice/stories/matrix';
import { aQuestion, aStory, momentOn } from './practiceMoments';

const questions = [
  aQuestion('one', { topic: 'missed-deadline' }),
  aQuestion('two', { topic: 'missed-deadline', dimension: 'coaching' }),
  aQuestion('three', { topic: 'missed-deadline' }),
  aQuestion('four'),
];
const facts = { questions: new Set<string>(), names: [] };
const story = (id: string, ids?: string[]) => summaryOf(aStory(id, '', ids ? { questions: ids } : {}), facts);
const suggestion = {
  moment: momentOn('2026-03-01', 'x'),
  reasons: { kind: true, skill: false, dimension: false, words: [] },
  score: 4,
};

describe('questions × stories', () => {
  const a = story('a', ['one', 'two', 'one', 'none']);
  const b = story('b', ['one']);
  const matrix = matrixOf(questions, [a, b, story('c')], ({ id }) => (id === 'four' ? [suggestion] : []));

  it('has the stories of each question once, and suggests for those without one', () => {
    assert.deepEqual(
      matrix.rows.map(({ question, stories, suggestions }) => [
        question.id,
        stories.map(({ document }) => document.id).join(),
        suggestions.length,
      ]),
      [
        ['one', 'a,b', 0],
        ['two', 'a', 0],
        ['three', '', 0],
        ['four', '', 1],
      ],
    );
  });

  it('asks for no suggestion where there is a story', () => {
    const asked: string[] = [];
    matrixOf(questions, [a], ({ id }) => {
      asked.push(id);
      return [];
    });
    assert.deepEqual(asked, ['three', 'four']);
  });

  it('counts what is covered by topic and dimension', () => {
    assert.deepEqual(matrix.all, { covered: 2, total: 4 });
    const cells = matrix.table.flatMap(({ topic, cells: row }) =>
      row.filter(({ total }) => total > 0).map(cell => [topic, cell.dimension, cell.covered, cell.total]),
    );
    assert.deepEqual(cells, [
      ['missed-deadline', 'execution', 1, 2],
      ['missed-deadline', 'coaching', 1, 1],
      [undefined, 'execution', 0, 1],
    ]);
  });

  it('knows of a story how long it takes and what the check says', () => {
    const { seconds, findings } = summaryOf(
      aStory('d', '## Task\nI had to go on for a while here.\n'),
      facts,
    );
    assert.deepEqual([seconds, findings], [4, 5]);
  });
});
