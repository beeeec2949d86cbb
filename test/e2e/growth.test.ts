import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Moment } from '../../src/journal/moment';
import { toLocalIso } from '../../src/platform/time';
import type { Workbench } from '../workbench/workbench';
import { axeViolations, themes } from './axe';
import { switchTheme, untilFocused } from './guideJobs';
import { answerPath, choose, logLine } from './jobs';
import { openWithMoments } from './journals';
import { previewOf } from './practiceJobs';
import { describeOnStage } from './support';

const daysAgo = (days: number) => toLocalIso(new Date(Date.now() - days * 86_400_000));
const moment = (id: string, days: number, details: Partial<Moment>): Moment => ({
  id,
  when: daysAgo(days),
  what: id,
  who: [],
  ...details,
});

const moments = [
  moment('Paired on the retry logic', 3, { who: ['Ana'], kind: 'pairing', skill: 'execution' }),
  moment('Reviewed the migration', 12, {
    who: ['Kim'],
    kind: 'review',
    learned: 'Kim knows it best',
    followUp: { due: daysAgo(5).slice(0, 10) },
  }),
  moment('Talked about her talk', 200, { who: ['Ana', 'Jo'], kind: '1:1' }),
];

async function showGrowth(window: Workbench): Promise<void> {
  await window.runCommand('Belay: Show Growth');
  await window.webview.locator('h1', { hasText: 'Growth' }).waitFor();
}

const summary = (window: Workbench, text: string) =>
  window.webview.locator('.summary', { hasText: text }).waitFor();

const mark = (window: Workbench, name: string) => window.webview.getByRole('button', { name });

describeOnStage('The growth tab', {}, stage => {
  it('leads from a mark to its moment by keyboard, and is as it was when one comes back', async () => {
    const window = await openWithMoments(stage, moments);
    await showGrowth(window);
    await summary(window, '3 moments with 3 people');
    await mark(window, 'Pairing: 1 moment').focus();
    await window.press('ArrowDown', 'Enter');
    const heading = window.webview.getByRole('heading', { name: 'Review: 1 moment' });
    await untilFocused(heading);
    await window.press('Tab');
    await untilFocused(window.webview.getByRole('button', { name: 'Reviewed the migration' }));
    await window.press('Enter');
    await window.page.locator('.view-lines', { hasText: 'Kim knows it best' }).waitFor();

    await window.runCommand('Belay: Show Growth');
    await heading.waitFor();
    await window.webview.getByRole('button', { name: 'Close' }).press('Enter');
    await untilFocused(mark(window, 'Review: 1 moment'));
  });

  it('follows the journal, and keeps filters and tables over a reload', async () => {
    const window = await openWithMoments(stage, moments);
    await showGrowth(window);
    await window.webview.locator('#people').getByRole('button', { name: 'Show as table' }).click();
    await window.webview.getByRole('row', { name: 'Kim' }).getByText('12 days ago').waitFor();
    await window.webview.getByLabel('Period').selectOption('Last 3 months');
    await summary(window, '2 moments with 2 people');
    // VS Code writes down what it was told while the moment is logged, and not before a reload.
    await logLine(window, 'helped out');
    await summary(window, '3 moments with 2 people');
    await window.reload();
    await summary(window, '3 moments with 2 people');
    await window.webview.getByRole('table', { name: 'People, and when last' }).waitFor();
    await window.webview.getByRole('button', { name: /^Kim: / }).click();
    await window.webview.getByRole('button', { name: 'Reviewed the migration' }).waitFor();
  });

  it('teaches the first move where nothing was logged', async () => {
    const window = await stage.open();
    await showGrowth(window);
    await window.webview.getByRole('button', { name: 'Log a Mentoring Moment' }).click();
    await window.quickInput.getByText('Log Mentoring Moment (1/7)').waitFor();
    await window.type('helped out');
    await window.press('Control+Enter');
    await summary(window, '1 moment with 0 people');
  });

  for (const [kind, theme] of Object.entries(themes)) {
    it(`has no accessibility violations in ${theme}`, async () => {
      const window = await openWithMoments(stage, moments);
      await showGrowth(window);
      await switchTheme(window, stage.workspace.folder, theme, kind);
      await mark(window, 'Pairing: 1 moment').click();
      await window.webview.getByRole('button', { name: 'Paired on the retry logic' }).waitFor();
      assert.deepEqual(await axeViolations(window, 'editor'), [], 'charts');
      for (const button of await window.webview.getByRole('button', { name: 'Show as table' }).all()) {
        await button.click();
      }
      assert.deepEqual(await axeViolations(window, 'editor'), [], 'tables');
      await window.webview.getByLabel('Period').selectOption('Between two days');
      await window.webview.getByLabel('From').fill('2001-01-01');
      await window.webview.getByLabel('To', { exact: true }).fill('2001-01-02');
      await window.webview.getByLabel('To', { exact: true }).press('Tab');
      await window.webview.getByRole('button', { name: 'Show Everything' }).waitFor();
      assert.deepEqual(await axeViolations(window, 'editor'), [], 'nothing found');
    });
  }
});

describeOnStage('The growth report', {}, stage => {
  it('is shown before it is written, and names nobody where that is wanted', async () => {
    const window = await openWithMoments(stage, moments);
    await window.runCommand('Belay: Write a Growth Report…');
    await choose(window, 'Which period', 'Last year');
    await choose(window, 'Whose journal', 'This workspace');
    await choose(window, 'grouped', 'By skill');
    await choose(window, 'called', 'Not at all');
    await choose(window, 'In which form', 'HTML');
    const page = previewOf(window);
    await page.locator('h1', { hasText: 'What I did for others' }).waitFor();
    await page.getByText('A colleague knows it best').waitFor();
    await window.notification('isn’t written').getByRole('button', { name: 'Save…' }).click();
    const file = join(stage.workspace.folder, 'report.html');
    await answerPath(window, file);
    await window.notification('Report written to').waitFor();
    const html = await readFile(file, 'utf8');
    assert.match(html, /<h2>Execution<\/h2>[\s\S]*Paired on the retry logic/);
    assert.doesNotMatch(html, /\b(?:Ana|Jo|Kim)\b/);
  });
});
