import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { findSegments } from './files';
import { journalRow } from './jobs';
import { logFitting, previewOf } from './practiceJobs';
import { describeOnStage, eventually, type Stage } from './support';

const lesson = 'Turn one correction into a lesson';

/** The lines that practice keeps. */
async function practiceLog(stage: Stage): Promise<string> {
  const files = (await findSegments(stage.home)).filter(file => file.includes('practice'));
  // One that is being replaced is gone for a moment.
  const read = (file: string) =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? '' : Promise.reject(error),
    );
  return (await Promise.all(files.map(read))).join('\n');
}

describeOnStage('The practice plan', {}, stage => {
  it('counts a moment that fits as evidence with one key, shows it under its exercise, and takes it back', async () => {
    const window = await stage.open();
    await logFitting(window, 'reviewed the retry logic with @Ana, left a comment with the reason', lesson);
    await window.press('Control+K', 'e');
    const counted = window.notification('Counted as evidence for “Turn one correction into a lesson”');
    await counted.waitFor();
    await window.notification('It fits').waitFor({ state: 'hidden' });

    await window.runCommand('Belay: Show Practice Plan');
    await journalRow(window, 'begun: 1 of 3 moments').waitFor();
    const evidence = window.page.getByRole('treeitem', { name: 'Evidence: reviewed the retry logic' });
    await evidence.waitFor();
    await evidence.click();
    await window.page.locator('.view-lines', { hasText: 'left a comment with the reason' }).waitFor();

    await counted.getByRole('button', { name: 'Undo' }).click();
    await evidence.waitFor({ state: 'detached' });
  });

  it('takes an exercise into the week, and opens it as a page', async () => {
    const window = await stage.open();
    await window.runCommand('Belay: Show Practice Plan');
    await journalRow(window, 'This week').waitFor();
    await window.runCommand('Belay: Choose This Week’s Focus…');
    await window.quickInput.getByText('This Week’s Focus', { exact: true }).waitFor();
    await window.type('half hour');
    await window.press('ArrowDown');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Offer one person' }).waitFor();
    // An earlier try of this test has ticked it already.
    const isTicked = window.quickInput.getByText('1 Selected');
    if (!(await isTicked.isVisible())) {
      await window.press('Space');
    }
    await isTicked.waitFor();
    await window.press('Enter');
    await journalRow(window, 'This week').getByText('proposed').waitFor({ state: 'detached' });
    await journalRow(window, 'Offer one person').first().click();
    const page = previewOf(window);
    await page.locator('h1', { hasText: 'Offer one person a regular half hour' }).waitFor();
    await page.getByRole('heading', { name: 'First move' }).waitFor();
  });

  it('begins a weekly review from the journal, whose intention is kept for the week after', async () => {
    const window = await stage.open();
    await logFitting(window, 'reviewed the queue with @Kim, left a comment with the reason', lesson);
    await window.runCommand('Belay: Weekly Review');
    await window.page.locator('.tab.active', { hasText: 'Weekly review' }).waitFor();
    await window.page.locator('.view-lines', { hasText: 'reviewed the queue' }).waitFor();
    await window.press('Control+End');
    await window.type('Listen first');
    await window.press('Control+S');
    const log = await eventually('the intention is kept', async () => {
      const text = await practiceLog(stage);
      return text.includes('"intention":"Listen first"') && text;
    });
    assert.match(log, /"type":"focus"/);
  });
});
