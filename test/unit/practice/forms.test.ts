import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { addExercises } from '../../../src/practice/content/exerciseFile';
import { compileQuestions } from '../../../src/practice/content/questionFile';

/** The indented block of a page of the repository that begins with these lines. */
function block(page: string, ...beginning: readonly string[]): string {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(beginning.map(line => `    ${line}`).join('\n'));
  assert.ok(from >= 0, `${page} has it`);
  const lines = text.slice(from).split('\n');
  const end = lines.findIndex(line => line !== '' && !line.startsWith('    '));
  return `${lines
    .slice(0, end)
    .map(line => line.slice(4))
    .join('\n')
    .trim()}\n`;
}

describe('the forms that the repository’s pages show', () => {
  for (const [page, id] of [
    ['README.md', 'our-incident-lead'],
    ['CONTRIBUTING.md', 'ask-before-you-answer'],
  ] as const) {
    it(`of an exercise can be copied from ${page}`, () => {
      const text = block(page, '---', `id: ${id}`);
      const known = { sections: new Set(['coaching-with-grow']) };
      const { exercises, problems } = addExercises([], [{ name: 'a.md', text }], 'team', known);
      assert.deepEqual(
        problems.filter(({ reason }) => !reason.includes('another-exercise')),
        [],
      );
      assert.deepEqual(
        exercises.map(exercise => exercise.id),
        [id],
      );
    });
  }

  it('of a question can be copied from CONTRIBUTING.md', () => {
    const question = block('CONTRIBUTING.md', '- id: found-it-too-late');
    const text = `dimension: execution\nquestions:\n${question.replace(/^/gm, '  ')}`;
    const { questions, problems } = compileQuestions([{ name: 'a.yaml', text }]);
    assert.deepEqual(problems, []);
    assert.equal(questions[0]?.id, 'found-it-too-late');
  });
});
