import assert from 'node:assert/strict';
import type { Workbench } from '../workbench/workbench';
import { axeViolations, themes } from './axe';
import { switchTheme, untilFocused } from './guideJobs';
import { logLine } from './jobs';
import { assess, previewOf, untilTitled } from './practiceJobs';
import { describeOnStage, eventually } from './support';

/** Begins or goes on answering; after an earlier try of the test there is a reflection to pass by. */
async function decide(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Is Management for Me?');
  const answer = window.quickInput.locator('.monaco-list-row.focused', { hasText: 'as you see it today' });
  await eventually('a situation', async () => {
    if (await answer.isVisible()) {
      await window.press('Enter');
    }
    return window.webview.locator('h1').isVisible();
  });
}

describeOnStage('Assessing oneself', {}, stage => {
  it('takes a rating and why by keyboard, and shows it beside the journal', async () => {
    const window = await stage.open();
    await logLine(window, 'asked @Ana what she had tried #coaching');
    await assess(window, 'Coaching');
    await untilTitled(window, 'Coaching');
    await window.press('3');
    await untilFocused(window.webview.locator('input:checked'));
    await window.press('Tab');
    await untilFocused(window.webview.locator('#words'));
    await window.type('I wait for the reply.');
    await window.press('Control+Enter');
    await window.notification('What you rated is kept').waitFor();
    await window.runCommand('Belay: Show My Assessment');
    const page = previewOf(window);
    await page.getByText('3 · As a habit').first().waitFor();
    await page.getByText('Why: I wait for the reply.').waitFor();
    await page.getByText('asked Ana what she had tried').first().waitFor();

    // The page follows; the last rating is marked, and both stand in the table.
    await assess(window, 'Coaching');
    await untilTitled(window, 'Coaching');
    await window.webview.getByText('your last rating').waitFor();
    await window.press('2', 'Enter');
    await window.runCommand('Belay: Show My Assessment');
    await page.getByText('2 · With a prompt').first().waitFor();
    await page.locator('tbody tr', { hasText: '2 · With a prompt' }).first().waitFor();
    await page.locator('tbody tr', { hasText: 'I wait for the reply.' }).first().waitFor();
  });

  it('goes back, changes and skips, and Escape keeps what was rated', async () => {
    const window = await stage.open();
    await assess(window, 'All nine');
    await untilTitled(window, 'Leadership & communication');
    await window.press('1', 'Enter');
    await untilTitled(window, 'People development');
    await window.press('Enter');
    await untilTitled(window, 'Execution');
    await window.webview.getByRole('button', { name: 'Back' }).press('Enter');
    await untilTitled(window, 'People development');
    await window.webview.getByRole('button', { name: 'Back' }).press('Enter');
    await untilTitled(window, 'Leadership & communication');
    assert.equal(await window.webview.locator('input:checked').inputValue(), '1');
    await window.press('4', 'Escape');
    await window.notification('What you rated is kept').waitFor();
    await window.runCommand('Belay: Show My Assessment');
    await previewOf(window).getByText('4 · Through others').first().waitFor();
    assert.equal(await previewOf(window).getByText('1 · First tries').count(), 1, 'only among the levels');
  });
});

describeOnStage('Whether management is for me', {}, stage => {
  it('takes situations one at a time, is left and gone on with, and ends as a document', async () => {
    const window = await stage.open();
    await decide(window);
    await untilTitled(window, 'Shaping the team');
    await window.webview.getByText('It is October, and your team of six').waitFor();
    await window.press('1', 'Enter');
    await untilTitled(window, 'Mentoring and coaching');
    await window.press('2', 'Escape');
    await window.webview.locator('h1').waitFor({ state: 'detached' });
    await window.page.getByText('Your answers are kept').waitFor();

    await window.reload();
    await decide(window);
    await untilTitled(window, 'Mentoring and coaching');
    await window.webview.locator('input:checked').waitFor();
    await window.webview.getByRole('button', { name: 'Write My Reflection' }).press('Enter');
    await window.page.locator('.tab.active', { hasText: 'Is management for me' }).waitFor();
    const line = (text: string) => window.page.locator('.editor-instance .view-line', { hasText: text });
    await line('You like the work of choosing').waitFor();
    await line('You are glad to help somebody learn').waitFor();
    await window.press('Control+End');
    await line('/guide/manager-or-staff').waitFor();

    await window.runCommand('Belay: Is Management for Me?');
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Answer the Situations' }).waitFor();
    await window.quickInput
      .locator('.monaco-list-row', { hasText: 'Is management for me?' })
      .first()
      .waitFor();
    await window.press('Escape');
  });
});

describeOnStage('The page that asks', {}, stage => {
  for (const [kind, theme] of Object.entries(themes)) {
    it(`has no accessibility violations in ${theme}`, async () => {
      const window = await stage.shared();
      await assess(window, 'All nine');
      await untilTitled(window, 'Leadership & communication');
      await switchTheme(window, stage.workspace.folder, theme, kind);
      assert.deepEqual(await axeViolations(window, 'editor'), [], 'nothing answered');
      await window.webview.locator('input').first().check();
      await window.webview.locator('#words').fill('Because.');
      assert.deepEqual(await axeViolations(window, 'editor'), [], 'answered');
      await window.webview.getByRole('button', { name: 'Finish' }).press('Enter');
      await window.webview.locator('h1').waitFor({ state: 'detached' });
    });
  }
});
