import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../workbench/run';
import type { Workbench } from '../workbench/workbench';
import { readMoments } from './files';
import { chooseInMenu, logStep, skipSteps } from './jobs';
import { describeOnStage, eventually, type Stage } from './support';

/** What the open step's input holds. */
const typed = (window: Workbench) => window.quickInput.locator('input[type=text]').inputValue();

/** The moment of that text, once it is on the disk. */
function logged(stage: Stage, what: string) {
  return eventually(`“${what}” is logged`, async () =>
    (await readMoments(stage.home)).find(moment => moment['what'] === what),
  );
}

describeOnStage('A moment about a commit in view', {}, stage => {
  /** Opens what a second commit of the workspace changed in retry.ts, from the Timeline; gives its hash and what chooses from its row's menu. */
  async function openCommit(window: Workbench) {
    const { folder } = stage.workspace;
    const file = join(folder, 'src', 'retry.ts');
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@localhost', ...args], { cwd: folder });
    await appendFile(file, '// Twice is enough.\n');
    await git('commit', '--quiet', '--all', '--message', 'Retry twice');
    const hash = (await git('rev-parse', 'HEAD')).slice(0, 7);
    await window.openFile('retry.ts', file);
    await window.runCommand('Explorer: Focus on Timeline View');
    const row = window.page.locator('.timeline-tree-view .monaco-list-row', { hasText: 'Retry twice' });
    await row.click();
    await window.page.locator('.tab.active', { hasText: hash }).waitFor();
    return {
      hash,
      choose: async (item: string) => {
        // What has opened took the focus from the list.
        await row.click({ button: 'right' });
        await chooseInMenu(window, item);
      },
    };
  }

  it('is asked for from the Timeline, the one in view first', async function () {
    if (!stage.workspace.commit) {
      this.skip();
    }
    const window = await stage.open();
    const { hash, choose } = await openCommit(window);
    await choose('Log Mentoring Moment from Commit…');
    await window.quickInput.getByText('In view').waitFor();
    await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Retry twice' }).waitFor();
    await window.quickInput.locator('.monaco-list-row', { hasText: 'Start' }).waitFor();
    await window.press('Enter');
    await logStep(window, 1);
    assert.equal(await typed(window), `Retry twice (${hash})`);
    await window.press('Escape');
  });

  it('is the one whose changes a tab shows, by its button', async function () {
    if (!stage.workspace.commit) {
      this.skip();
    }
    const window = await stage.open();
    const { hash, choose } = await openCommit(window);
    // Git does nothing for a row of a Timeline that is being read anew, as it is when another editor opens.
    await eventually('the commit opens', async () => {
      await choose('Open Commit');
      const tab = window.page.locator('.tab.active', { hasText: ' - Retry twice' });
      return tab.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await window.page.locator('.editor-actions .codicon-notebook').click();
    await logStep(window, 1);
    const what = `Retry twice (${hash})`;
    assert.equal(await typed(window), what);
    await skipSteps(window, 1);
    assert.deepEqual((await logged(stage, what))['who'], ['Ana']);
  });
});
