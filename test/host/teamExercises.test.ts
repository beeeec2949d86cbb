import * as vscode from 'vscode';
import { OwnFiles } from '../../src/platform/ownFiles';
import { PracticeLibrary } from '../../src/practice/library';
import { deepEqual, equal, match, ok } from './assert';
import { createContext } from './context';
import { fired, held, replace } from './perTest';
import { openPlan, rowsOf } from './plan';
import { RecordingReporter } from './reporter';
import { exerciseAt, exerciseText, problemsOf, watchedPagesFolder, writeExercise } from './teamFolder';

/** The exercises with those that are there now, and what was logged of them. */
async function readExercises() {
  const reporter = new RecordingReporter();
  const library = held(await PracticeLibrary.open(createContext(), held(new OwnFiles('practice')), reporter));
  return { library, reporter, ids: () => library.exercises.map(({ id }) => id) };
}

const builtIn = async () => (await readExercises()).library.content.exercises.map(({ id }) => id);

describe('a team’s exercises', () => {
  it('are none in a workspace without them, and nothing is wrong with that', async () => {
    const { ids, reporter } = await readExercises();
    deepEqual(ids(), await builtIn());
    deepEqual(reporter.log.lines, []);
  });

  it('stand after Belay’s in their step', async () => {
    await writeExercise('b.md', exerciseText('ours-b'));
    await writeExercise('a.md', exerciseText('ours-a'));
    const { library, ids } = await readExercises();
    deepEqual(ids(), [...(await builtIn()), 'ours-a', 'ours-b']);
    const { origin, markdown } = library.exercise('ours-a') ?? {};
    deepEqual([origin, markdown], ['team', 'Text of ours-a.']);
    const { tree } = await openPlan();
    const [, mentoring] = await rowsOf(tree);
    equal(mentoring?.text, '1 Mentoring | 9 exercises');
    deepEqual(
      mentoring?.below.slice(-2).map(({ text }) => text),
      ['Ours: ours-a', 'Ours: ours-b'],
    );
  });

  it('take the place of Belay’s exercise of the same id, where it stood', async () => {
    await writeExercise('a.md', exerciseText('teach-in-one-comment', { title: 'Ours' }));
    const { library, ids } = await readExercises();
    deepEqual(ids(), await builtIn());
    equal(library.exercises[0]?.title, 'Ours');
  });

  it('that are broken are in the Problems with their line, and the others are there', async () => {
    await writeExercise('a.md', exerciseText('broken').replace('moments: 2', 'moments: many'));
    await writeExercise('b.md', exerciseText('good'));
    await writeExercise('c.md', exerciseText('refers').replace('---\nText', 'guide: nowhere\n---\nText'));
    const { ids, reporter } = await readExercises();
    deepEqual(ids(), [...(await builtIn()), 'good', 'refers']);
    // The installed extension may have read them as well.
    const problemsIn = (name: string) => [...new Set(problemsOf(exerciseAt(name)))];
    const [problem = '', ...more] = problemsIn('a.md');
    match(problem, /^11: evidence\.moments: /);
    deepEqual(more, []);
    deepEqual(problemsIn('b.md'), []);
    deepEqual(problemsIn('c.md'), ['12: guide: there is no section "nowhere"']);
    match(
      reporter.log.lines.join('\n'),
      /^warn Exercises of the team with problems:\n\.belay\/practice\/a\.md:11: /,
    );
    deepEqual(reporter.reported, []);
  });

  it('of a workspace that isn’t trusted are plain text on their page', async () => {
    await writeExercise('a.md', exerciseText('ours', { text: '# Big\n\n[x](https://x.example) <b>' }));
    const { room: trusted } = await openPlan();
    const page = (room: typeof trusted) =>
      room.pages.provideTextDocumentContent(
        vscode.Uri.from({ scheme: 'belay-exercise', path: '/x.md', query: 'ours' }),
      );
    match(await page(trusted), /\n# Big\n/);
    ok(!(await page(trusted)).includes('<b>'), 'no HTML');
    replace(vscode.workspace, 'isTrusted', false);
    const { room } = await openPlan();
    match(await page(room), /because you don’t trust the workspace/);
    match(await page(room), /\n\\# Big\n/);
  });

  it('come into the plan when they are saved, and go from it', async () => {
    await watchedPagesFolder('practice');
    const { library, ids } = await readExercises();
    const changed = (work: () => unknown, isThere: boolean) =>
      fired(
        'the exercises have changed',
        library.onDidChange,
        work,
        () => ids().includes('ours') === isThere,
      );
    await changed(() => writeExercise('a.md', exerciseText('ours')), true);
    await changed(() => vscode.workspace.fs.delete(exerciseAt('a.md')), false);
  });
});
