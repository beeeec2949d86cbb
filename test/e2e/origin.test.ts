import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../workbench/run';
import type { Workbench } from '../workbench/workbench';
import { readMoments } from './files';
import { chooseFromMenu, chooseInMenu, logStep, skipSteps } from './jobs';
import { describeOnStage, eventually, type Stage } from './support';

const pullRequestCommand = 'Belay: Log Mentoring Moment from Pull Request…';
const commitCommand = 'Belay: Log Mentoring Moment from Commit…';

/** What the open step's input holds. */
const typed = (window: Workbench) => window.quickInput.locator('input[type=text]').inputValue();

/** The moment of that text, once it is on the disk. */
function logged(stage: Stage, what: string) {
  return eventually(`“${what}” is logged`, async () =>
    (await readMoments(stage.home)).find(moment => moment['what'] === what),
  );
}

describeOnStage('A moment about a pull request in view', {}, stage => {
  it('begins with a row of another extension’s list, offers its author and keeps its address', async () => {
    const window = await stage.open();
    await window.runCommand('Companion: Show Pull Requests');
    const row = window.page.locator('.pane-body .monaco-list-row', {
      hasText: 'Retry what the network drops',
    });
    await row.click();
    await chooseFromMenu(window, 'Log as Mentoring Moment…');
    await logStep(window, 1);
    assert.equal(await typed(window), '#123: Retry what the network drops');
    await window.quickInput.getByText('github.com/acme/app/pull/123').waitFor();
    await window.press('Enter');
    await logStep(window, 2);
    await window.quickInput.locator('.monaco-list-row', { hasText: 'wrote it' }).click();
    await window.quickInput.getByText('1 Selected').waitFor();
    await skipSteps(window, 2);
    const what = '#123: Retry what the network drops\n\nhttps://github.com/acme/app/pull/123';
    assert.deepEqual((await logged(stage, what))['who'], ['ana-dev']);
  });

  it('is left out where a row doesn’t tell what it is, and begins with nothing instead', async () => {
    const window = await stage.open();
    await window.runCommand('Companion: Show Pull Requests');
    await window.page.locator('.pane-body .monaco-list-row', { hasText: 'A row of another version' }).click();
    await chooseFromMenu(window, 'Log as Mentoring Moment…');
    const error = window.notification('doesn’t tell its number and title');
    await error.getByRole('button', { name: 'Log Without It' }).click();
    await logStep(window, 1);
    assert.equal(await typed(window), '');
  });

  it('begins with the page of one, by its button and from the palette', async () => {
    const window = await stage.open();
    await window.runCommand('Companion: Show the Page of a Pull Request');
    const button = window.page.locator('.editor-actions .codicon-notebook');
    await button.click();
    await logStep(window, 1);
    assert.equal(await typed(window), '#123: Retry what the…');
    await window.press('Escape');
    await window.runCommand(pullRequestCommand);
    await logStep(window, 1);
    assert.equal(await typed(window), '#123: Retry what the…');
    await window.press('Escape');
  });

  it('isn’t in the palette where no page and no such extension is there', async () => {
    const window = await stage.open();
    await window.press('F1');
    await window.quickInput.locator('input[type=text]').fill('>Belay: Log Mentoring Moment from');
    const rows = window.quickInput.locator('.monaco-list-row');
    await rows.filter({ hasText: commitCommand }).waitFor();
    assert.equal(await rows.filter({ hasText: pullRequestCommand }).count(), 0);
  });
});

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
