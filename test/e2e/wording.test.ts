import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench/workbench';
import { openQuickFixes } from './jobs';
import { describeOnStage, eventually } from './support';

const alsoIn = { 'belay.wording.alsoIn': ['commitMessages', 'markdown'] };

/** The marks of the wording check within `where`. */
function marks(window: Workbench, where: string): Locator {
  return window.page.locator(`${where} .squiggly-warning, ${where} .squiggly-info`);
}

const editor = '.editor-instance';

describeOnStage('The wording check where a setting wants it', { settings: alsoIn }, stage => {
  it('reads Git’s message box', async () => {
    const window = await stage.open();
    await window.page.locator('.activitybar .action-label[aria-label^="Source Control"]').click();
    const box = window.page.locator('.scm-editor .monaco-editor').first();
    await box.click();
    await window.type('This code is garbage. ');
    await marks(window, '.scm-editor').first().waitFor();
    await window.press('Control+A');
    await window.type('Retry three times because the gateway drops calls. ');
    await eventually('no mark any more', async () => (await marks(window, '.scm-editor').count()) === 0);
  });

  it('reads a message in the commit editor, and offers other words', async () => {
    const window = await stage.open();
    await window.openFile('COMMIT_EDITMSG', join(stage.workspace.folder, '.git', 'COMMIT_EDITMSG'));
    await window.press('Control+A');
    await window.type('This code is garbage. ');
    await marks(window, editor).first().waitFor();
    await openQuickFixes(window, 15);
    await window.press('Enter');
    await eventually('no mark any more', async () => (await marks(window, editor).count()) === 0);
    await window.page.locator(`${editor} .view-line`, { hasText: 'This code is' }).waitFor();
  });

  it('says no more of a rule that is silenced in the workspace, where its settings tell the others', async () => {
    const window = await stage.open();
    await window.openFile('review.md');
    await window.press('Control+A');
    await window.type('This code is garbage. ');
    await marks(window, editor).first().waitFor();
    const rows = await openQuickFixes(window, 15);
    const wanted = rows.and(window.page.locator('.focused')).filter({ hasText: 'in this workspace' });
    await eventually('the quick fix is chosen', async () => {
      await window.press('ArrowDown');
      return (await wanted.count()) > 0;
    });
    await window.press('Enter');
    await eventually('no mark any more', async () => (await marks(window, editor).count()) === 0);
    await window.notification('is silent now').waitFor();
    const settings = join(stage.workspace.folder, '.vscode', 'settings.json');
    const text = await eventually('the settings', () => readFile(settings, 'utf8').catch(() => undefined));
    assert.match(text, /"belay\.wording\.silencedRules": \[\s+"[a-z-]+"\s+\]/);
  });
});
