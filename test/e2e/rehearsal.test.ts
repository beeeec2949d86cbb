import assert from 'node:assert/strict';
import { axeViolations, themes } from './axe';
import { switchTheme, untilFocused } from './guideJobs';
import { previewOf, untilTitled } from './practiceJobs';
import { describeOnStage } from './support';

describeOnStage('Rehearsing', {}, stage => {
  it('asks, takes the time, shows what to hold the answer against, and is rated by keyboard', async () => {
    const window = await stage.open();
    await window.runCommand('Belay: Rehearse Interview Questions');
    const page = window.webview;
    await untilTitled(window, 'Tell me about');
    const first = await page.locator('h1').innerText();
    await page.getByRole('timer').getByText('0:01').waitFor();
    assert.equal(await page.getByText('A strong answer').count(), 0, 'nothing is given away');
    await window.press('Enter');
    await untilFocused(page.getByRole('heading', { name: 'What interviewers assess' }));
    await page.getByRole('heading', { name: 'A strong answer, in outline' }).waitFor();
    await page.getByRole('textbox').focus();
    await window.type('Say the number 1 first');
    await window.press('Escape');
    await untilFocused(page.getByRole('heading', { name: 'How did it go?' }));
    await window.press('2');
    await page.getByText('Kept as “Hard”').waitFor();
    await page.getByText('Question 2 of').waitFor();

    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.locator('h1', { hasText: first }).waitFor();
    assert.equal(await page.getByRole('textbox').inputValue(), 'Say the number 1 first');
    await window.press('1');
    await page.getByText('Kept as “Again”').waitFor();
    await window.press('Escape');
    await page.locator('h1').waitFor({ state: 'detached' });
    await window.page.getByText('The question that you rated is kept').waitFor();

    await window.reload();
    await window.runCommand('Belay: Show Rehearsals');
    const history = previewOf(window);
    await history.getByText('1 rehearsal of 1 of 70 questions').waitFor();
    await history.getByText('Say the number 1 first').waitFor();
    await history.locator('td a').first().click();
    await history.locator('h1', { hasText: first }).waitFor();
  });

  it('keeps time and note while another tab is in front, and goes on', async () => {
    const window = await stage.open();
    await window.runCommand('Belay: Mock Interview');
    await window.webview.getByText('Mock interview · question 1 of 5').waitFor();
    const asked = await window.webview.locator('h1').innerText();
    await window.webview.getByRole('button', { name: 'Pause' }).press('Enter');
    await window.webview.getByRole('button', { name: 'Go On' }).waitFor();
    await window.press('Tab');
    await window.webview.getByRole('button', { name: 'I Have Answered' }).press('Enter');
    await window.webview.getByRole('textbox').fill('Begin with the result');
    const time = await window.webview.getByRole('timer').innerText();
    await window.openFile('retry.ts');
    await window.runCommand('Belay: Mock Interview');
    await window.webview.locator('h1', { hasText: asked }).waitFor();
    assert.equal(await window.webview.getByRole('textbox').inputValue(), 'Begin with the result');
    assert.equal(await window.webview.getByRole('timer').innerText(), time);
    await window.webview.getByRole('button', { name: /^Good/ }).click();
    await window.webview.getByText('question 2 of 5').waitFor();
  });

  for (const [kind, theme] of Object.entries(themes)) {
    it(`has no accessibility violations in ${theme}`, async () => {
      const window = await stage.shared();
      const page = window.webview;
      await window.runCommand('Belay: Rehearse Interview Questions');
      await page.locator('h1').waitFor();
      await switchTheme(window, stage.workspace.folder, theme, kind);
      for (let left = true; left; ) {
        await page.getByRole('button', { name: 'I Have Answered' }).waitFor();
        assert.deepEqual(await axeViolations(window, 'editor'), [], 'asked');
        await page.getByRole('button', { name: 'I Have Answered' }).click();
        await page.getByRole('heading', { name: 'How did it go?' }).waitFor();
        assert.deepEqual(await axeViolations(window, 'editor'), [], 'answered');
        const before = await page.locator('h1').innerText();
        await page.getByRole('button', { name: /^Again/ }).click();
        await page.locator('h1').filter({ hasNotText: before }).waitFor();
        left = (await page.getByRole('timer').count()) > 0;
      }
      await page.getByRole('table').waitFor();
      assert.deepEqual(await axeViolations(window, 'editor'), [], 'the end');
    });
  }
});
