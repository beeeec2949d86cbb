import assert from 'node:assert/strict';
import { temporaryFolder } from '../workbench/sample';
import { bookmarkSection, openSection, practiseButton } from './guideJobs';
import { answerFolder, logLine } from './jobs';
import { describeOnStage, eventually } from './support';

describeOnStage('The first run', {}, stage => {
  it('has a walkthrough whose steps are completed by doing them, and no notification', async () => {
    const window = await stage.open();
    await window.page.locator('.explorer-folders-view').waitFor();
    const steps = window.page.locator('.getting-started-step');
    const done = async () => steps.locator('.codicon-getting-started-step-checked').count();
    const untilDone = (count: number) =>
      eventually(`${count} steps done`, async () => (await done()) === count);

    // Done before the walkthrough was ever looked at: told again when it is.
    await openSection(window, 'Feedback with SBI');
    await bookmarkSection(window);
    assert.equal(await window.page.locator('.notification-list-item').count(), 0);
    await window.runCommand('Belay: Get Started');
    await steps.first().waitFor();
    // Without the one about language models: this VS Code has no chat.
    assert.equal(await steps.count(), 6);
    await untilDone(1);

    await window.webview.locator('#note').scrollIntoViewIfNeeded();
    await untilDone(2);
    await logLine(window, 'explained the rollback to Jo');
    await untilDone(3);
    await window.openFile('review.md');
    await practiseButton(window, 'Praise one choice').click();
    await window.page.locator('.editor-instance .view-line', { hasText: 'praise: ' }).waitFor();
    await window.webview.locator('h2', { hasText: 'Practised' }).waitFor();
    // The steps of a walkthrough that isn't seen are completed as well.
    await window.runCommand('Belay: Get Started');
    await untilDone(5);
    const { path, remove } = await temporaryFolder('own');
    try {
      await window.runCommand('Belay: Move Journal…');
      await answerFolder(window, path);
      await window.notification('The journal is in').waitFor();
      await window.runCommand('Belay: Get Started');
      await untilDone(6);
    } finally {
      await remove();
    }
  });
});
