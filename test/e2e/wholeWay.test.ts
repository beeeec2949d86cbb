import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeViolations } from './axe';
import { untilFocused } from './guideJobs';
import { answerPath, choose, logLine } from './jobs';
import { assess, logFitting, previewOf, storyLens, untilTitled, writeStory } from './practiceJobs';
import { describeOnStage } from './support';

const lesson = 'Turn one correction into a lesson';

describeOnStage('The whole way', {}, stage => {
  it('goes from logged moments through evidence, a rating, a story, a rehearsal and a report to the picture and back', async function () {
    this.timeout(240_000);
    const window = await stage.open();
    const page = window.webview;
    const clean = async (what: string) => assert.deepEqual(await axeViolations(window, 'editor'), [], what);

    // Three moments; the last fits an exercise and is counted for it.
    await logLine(window, 'helped @Kim with the deploy #execution');
    await logLine(window, 'paired with @Ana on the retry logic #people-development');
    await logFitting(window, 'reviewed the queue with @Ana, left a comment with the reason', lesson);
    await window.press('Control+K', 'e');
    await window.notification(`Counted as evidence for “${lesson}”`).waitFor();
    await window.runCommand('Belay: Show Practice Plan');
    await window.page.getByRole('treeitem', { name: 'Evidence: reviewed the queue' }).first().waitFor();
    // The guide stands beside the plan; from here on there is one page of Belay's at a time.
    await window.runCommand('View: Toggle Primary Side Bar Visibility');

    // A rating beside that evidence.
    await assess(window, 'People development');
    await untilTitled(window, 'People development');
    await clean('a rating');
    await window.press('3');
    await untilFocused(page.locator('input:checked'));
    await window.press('Enter');
    await window.notification('What you rated is kept').waitFor();
    await window.runCommand('Belay: Show My Assessment');
    await previewOf(window).getByText('3 · As a habit').first().waitFor();
    await previewOf(window).getByText('paired with Ana on the retry logic').first().waitFor();

    // A story from what was logged.
    await window.runCommand('Belay: Fill a Gap with a Story…');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Ana' }).waitFor();
    await window.press('Enter');
    await window.quickInput.getByText('1 Selected').waitFor();
    await window.press('Enter');
    await storyLens(window, 'From 1 moment').waitFor();
    await writeStory(
      window,
      'I asked a new engineer until she found the race.',
      'It failed once in 6 months.',
    );
    await storyLens(window, 'Its shape is right').waitFor();
    await window.press('Control+S');
    await window.page.locator('.tab.active:not(.dirty)').waitFor();

    // It is told, and how it went is kept with it.
    await storyLens(window, 'Rehearse').getByText('Rehearse', { exact: true }).click();
    await untilTitled(window, 'people followed you');
    await clean('a question');
    await window.press('Enter');
    await page.getByLabel('The story that you told').selectOption('The retries');
    await clean('an answer');
    await page.getByRole('heading', { name: 'How did it go?' }).focus();
    await window.press('3');
    await page.getByText('You rehearsed 1 question').waitFor();
    await clean('the end of a rehearsal');
    await page.getByRole('button', { name: 'Show History' }).click();
    await previewOf(window)
      .getByText('told The retries')
      .or(previewOf(window).getByText('told “The retries”'))
      .waitFor();

    // A page that is still taking the focus would close the steps of the report.
    await window.runCommand('View: Close All Editors');
    await window.page.locator('.part.editor .tab').first().waitFor({ state: 'detached' });

    // The report, which names nobody.
    await window.runCommand('Belay: Write a Growth Report…');
    await choose(window, 'Which period', 'Last 4 weeks');
    await choose(window, 'Whose journal', 'This workspace');
    await choose(window, 'grouped', 'By skill');
    await choose(window, 'called', 'Not at all');
    await choose(window, 'In which form', 'Markdown');
    await previewOf(window).locator('h1', { hasText: 'What I did for others' }).waitFor();
    await window.notification('isn’t written').getByRole('button', { name: 'Save…' }).click();
    const file = join(stage.workspace.folder, 'report.md');
    await answerPath(window, file);
    await window.notification('Report written to').waitFor();
    const report = await readFile(file, 'utf8');
    assert.match(report, /on the retry logic/);
    assert.doesNotMatch(report, /\b(?:Ana|Kim)\b/);

    // And from a mark of the picture back to its moment.
    await window.runCommand('Belay: Show Growth');
    await page.locator('.summary', { hasText: '3 moments with 2 people' }).waitFor();
    await clean('the picture');
    await page.getByRole('button', { name: /^Pairing: 1 moment/ }).press('Enter');
    await page.getByRole('button', { name: 'paired with Ana on the retry logic' }).press('Enter');
    await window.page.locator('.tab.active', { hasText: 'paired with Ana' }).waitFor();
  });
});
