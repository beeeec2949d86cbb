import assert from 'node:assert/strict';
import { chooseFromMenu, journalRow, logLine, showJournal } from './jobs';
import { previewOf, storyLens, writeStory } from './practiceJobs';
import { describeOnStage } from './support';

describeOnStage('Stories', {}, stage => {
  it('grow from a logged moment, by keyboard: the check is seen and heeded, and the question has a story', async () => {
    const window = await stage.open();
    await logLine(window, 'paired with @Ana on the retry logic #people-development');
    await showJournal(window);
    await journalRow(window, 'paired with Ana').waitFor();
    await window.page
      .locator('.pane-body .monaco-list-row.focused', { hasText: 'paired with Ana' })
      .waitFor();
    await chooseFromMenu(window, 'Make a Story from This Moment');

    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await storyLens(window, 'Nothing to tell yet').waitFor();
    await storyLens(window, '6 things to look at').waitFor();
    await storyLens(window, 'From 1 moment').waitFor();

    // Between the brackets.
    await window.goTo(3, 11);
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await window.type('followed');
    await window.press('Control+Space');
    await window.page
      .locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'followed-without-a-title' })
      .waitFor();
    await window.press('Enter');
    await window.page.locator('.view-line', { hasText: '[followed-without-a-title]' }).waitFor();

    await writeStory(window, '> paired with [who?]\n\nI asked Ana, and we found the race.', 'It got better.');
    await storyLens(window, '4 things to look at').waitFor();

    await window.runCommand('Problems: Focus on Problems View');
    const problems = window.page.locator('.markers-panel .monaco-list-row');
    for (const text of [
      '“Ana” was there',
      'Who is “we”?',
      'The result has no number',
      'Say who this was to you',
    ]) {
      await problems.filter({ hasText: text }).waitFor();
    }
    await window.runCommand('View: Focus Active Editor Group');
    await writeStory(
      window,
      'I asked a new engineer until she found the race.',
      'It has failed once in 6 months.',
    );
    await storyLens(window, 'Its shape is right').waitFor();
    await storyLens(window, 'Told in 0:').waitFor();
    await window.press('Control+S');
    await window.page.locator('.tab.active:not(.dirty)').waitFor();

    await window.runCommand('Belay: Show Stories');
    const page = previewOf(window);
    await page.getByText('1 story answers 1 of').waitFor();
    await page.getByText('✓ The retries').first().waitFor();
    await page.locator('td a', { hasText: 'people followed you' }).click();
    await page.getByRole('heading', { name: 'What interviewers assess' }).waitFor();
    assert.equal(await page.getByText('The retries').count(), 1);
  });

  it('fill a gap in two keys, and are deleted with Undo', async () => {
    const window = await stage.open();
    await logLine(window, 'paired with @Ana on the retry logic #people-development');
    await window.runCommand('Belay: Fill a Gap with a Story…');
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'paired with Ana' }).waitFor();
    await window.press('Enter');
    await window.quickInput.getByText('1 Selected').waitFor();
    await window.press('Enter');
    await storyLens(window, 'From 1 moment').waitFor();

    await window.runCommand('Belay: Open Story…');
    await window.quickInput.getByText('Open Story', { exact: true }).waitFor();
    const row = window.quickInput.locator('.monaco-list-row', { hasText: 'paired with someone' });
    await row.first().hover();
    await row.first().getByRole('button', { name: 'Delete Story' }).click();
    await window.press('Escape');
    await window.notification('Story deleted').getByRole('button', { name: 'Undo' }).click();
    await window.runCommand('Belay: Open Story…');
    await row.first().waitFor();
  });
});
